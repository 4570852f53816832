import { bytesOf, PANEL, NARROW_PANEL, ZEROS } from './memory-layout';
// Written by tools/kernels/micro-kernel-source.ts while the kernels are compiled; no such file lies here.
import {
  multiply1x1, multiply1x2, multiply2x1, multiply2x2, multiply3x2, multiply4x1, multiply4x2, multiply5x2, multiply6x2, multiply8x1,
} from './micro-kernels';

/**
 * C[rows, 8] = relu(initial + A·B) for one packed panel of B.
 * A row of A is `segments` runs of `depth` floats, `segmentStride` bytes apart: one run for a matrix, three for a
 * 3×3 convolution, whose three rows of pixels are each contiguous. Strides are in bytes; that of `initial` is 0 for a bias.
 */
export function multiplyPanel(
  rows: i32, a: usize, aStride: usize, segments: i32, segmentStride: usize, depth: i32,
  b: usize, c: usize, cStride: usize, initial: usize, initialStride: usize, relu: bool,
): void {
  const rest = rows % 6;
  // One or two last rows alone would starve the multipliers: 7 = 4 + 3 and 8 = 4 + 4 do better than 6 + 1 and 6 + 2.
  const regroup = rows > 6 && (rest == 1 || rest == 2);
  const blocks = rows / 6 - (regroup ? 1 : 0);
  multiply6x2(blocks, a, aStride, segments, segmentStride, depth, b, c, cStride, initial, initialStride, relu);
  let done = blocks * 6;
  if (regroup) {
    multiply4x2(1, a + done * aStride, aStride, segments, segmentStride, depth, b, c + done * cStride, cStride, initial + done * initialStride, initialStride, relu);
    done += 4;
  }
  a += done * aStride;
  c += done * cStride;
  initial += done * initialStride;
  switch (rows - done) {
    case 5: multiply5x2(1, a, aStride, segments, segmentStride, depth, b, c, cStride, initial, initialStride, relu); break;
    case 4: multiply4x2(1, a, aStride, segments, segmentStride, depth, b, c, cStride, initial, initialStride, relu); break;
    case 3: multiply3x2(1, a, aStride, segments, segmentStride, depth, b, c, cStride, initial, initialStride, relu); break;
    case 2: multiply2x2(1, a, aStride, segments, segmentStride, depth, b, c, cStride, initial, initialStride, relu); break;
    case 1: multiply1x2(1, a, aStride, segments, segmentStride, depth, b, c, cStride, initial, initialStride, relu); break;
  }
}

/** The same for a panel of four columns. */
export function multiplyNarrowPanel(
  rows: i32, a: usize, aStride: usize, segments: i32, segmentStride: usize, depth: i32,
  b: usize, c: usize, cStride: usize, initial: usize, initialStride: usize, relu: bool,
): void {
  const blocks = rows / 8;
  multiply8x1(blocks, a, aStride, segments, segmentStride, depth, b, c, cStride, initial, initialStride, relu);
  let done = blocks * 8;
  if ((rows & 4) != 0) {
    multiply4x1(1, a + done * aStride, aStride, segments, segmentStride, depth, b, c + done * cStride, cStride, initial + done * initialStride, initialStride, relu);
    done += 4;
  }
  if ((rows & 2) != 0) {
    multiply2x1(1, a + done * aStride, aStride, segments, segmentStride, depth, b, c + done * cStride, cStride, initial + done * initialStride, initialStride, relu);
    done += 2;
  }
  if ((rows & 1) != 0) {
    multiply1x1(1, a + done * aStride, aStride, segments, segmentStride, depth, b, c + done * cStride, cStride, initial + done * initialStride, initialStride, relu);
  }
}

/** C[rows, columns] = A[rows, depth] · B, with B packed in panels [columns / 8][depth][8]; rows of A and C are contiguous. */
export function multiply(rows: i32, columns: i32, depth: i32, a: usize, b: usize, c: usize, cStride: usize): void {
  for (let n = 0; n < columns; n += PANEL) {
    multiplyPanel(rows, a, bytesOf(depth), 1, 0, depth, b + bytesOf(n * depth), c + bytesOf(n), cStride, ZEROS, 0, false);
  }
}

/**
 * Packs a matrix [depth, columns], of which the element (k, n) is at k·depthStride + n·columnStride (in floats), times
 * `scale`, into panels [columns / width][depth][width]; missing columns of the last panel are zeros.
 */
export function packPanels(
  source: usize, depthStride: i32, columnStride: i32, depth: i32, columns: i32, width: i32, scale: f32, packed: usize,
): void {
  for (let n = 0; n < columns; n += width) {
    for (let k = 0; k < depth; k++) {
      for (let j = n; j < n + width; j++, packed += 4) {
        f32.store(packed, j < columns ? scale * f32.load(source + bytesOf(k * depthStride + j * columnStride)) : 0);
      }
    }
  }
}

/** Whether whole panels of eight columns fit a number of columns; narrow panels of four serve what is left. */
@inline
export function panelWidth(columns: i32): i32 {
  return columns % PANEL == 0 ? PANEL : NARROW_PANEL;
}
