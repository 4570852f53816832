/** Bytes of one float, and of one vector of four. */
export const FLOAT: usize = 4;
export const VECTOR: usize = 16;

/** Columns of B that a packed panel holds side by side. */
export const PANEL: i32 = 8;
export const NARROW_PANEL: i32 = 4;

/** Zeros to start accumulators from, and the bias of what has none: as many as the widest layer has channels, and more. */
export const ZEROS: usize = memory.data(16384, 64);

/** Which thread of the team this instance is, from 0; every thread has an instance of its own. */
let threadIndex: usize = 0;

export function setThreadIndex(index: i32): void {
  threadIndex = index;
}

/** This thread's part of a buffer that has one part for each thread. */
@inline
export function ownPart(base: usize, bytesPerThread: usize): usize {
  return base + threadIndex * bytesPerThread;
}

@inline
export function bytesOf(floats: i32): usize {
  return (floats as usize) * FLOAT;
}

@inline
export function roundUp(value: i32, multiple: i32): i32 {
  return ((value + multiple - 1) / multiple) * multiple;
}
