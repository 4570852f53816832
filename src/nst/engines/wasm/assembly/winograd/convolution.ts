import { multiply, multiplyPanel } from '../gemm';
import { bytesOf, ownPart, PANEL, ZEROS } from '../memory-layout';
import { POSITIONS, positionFloats, tilesAlong } from './geometry';
import { INPUT_WORK_FLOATS, transformInput } from './input';
import { KERNEL_WORK_FLOATS, transformKernel } from './kernel';
import { OUTPUT_WORK_FLOATS, transformOutput } from './output';

/** Bytes for each thread that `winogradBlocks` needs. */
export function winogradBlockBytes(tiles: i32, inputs: i32, outputs: i32): usize {
  return bytesOf(POSITIONS * (positionFloats(tiles, inputs) + positionFloats(tiles, outputs)) + INPUT_WORK_FLOATS + OUTPUT_WORK_FLOATS);
}

/** Bytes for each thread that the staged kernels need. */
export function winogradStageBytes(): usize {
  return bytesOf(max(max(INPUT_WORK_FLOATS, OUTPUT_WORK_FLOATS), KERNEL_WORK_FLOATS));
}

/**
 * relu(kernel ∗ source + bias), [height, width, inputs] → [height, width, outputs], in blocks of tiles that stay
 * in the cache from the first transform to the last. Works on the blocks [begin, end).
 */
export function winogradBlocks(
  source: usize, mask: usize, height: i32, width: i32, inputs: i32, u: usize, bias: usize, relu: bool,
  target: usize, outputs: i32, tilesPerBlock: i32, workBase: usize, bytesPerThread: usize, begin: i32, end: i32,
): void {
  const v = ownPart(workBase, bytesPerThread);
  const vStride = bytesOf(positionFloats(tilesPerBlock, inputs));
  const m = v + POSITIONS * vStride;
  const mStride = bytesOf(positionFloats(tilesPerBlock, outputs));
  const work = m + POSITIONS * mStride;
  const tiles = tilesAlong(height) * tilesAlong(width);
  for (let block = begin; block < end; block++) {
    const first = block * tilesPerBlock;
    const last = min(first + tilesPerBlock, tiles);
    transformInput(source, mask, height, width, inputs, first, last, v, vStride, work);
    for (let p = 0; p < POSITIONS; p++) {
      multiply(last - first, outputs, inputs, v + p * vStride, u + bytesOf(p * inputs * outputs), m + p * mStride, bytesOf(outputs));
    }
    transformOutput(m, mStride, first, last, bias ? bias : ZEROS, relu, target, height, width, outputs, work);
  }
}

/**
 * The first of three stages that each run over `tiles` tiles of the image, from the tile `first` on, before the next
 * stage begins: V of the tiles [first + begin, first + end).
 */
export function winogradInputStage(
  source: usize, mask: usize, height: i32, width: i32, inputs: i32, v: usize, first: i32, tiles: i32,
  workBase: usize, bytesPerThread: usize, begin: i32, end: i32,
): void {
  const vStride = bytesOf(positionFloats(tiles, inputs));
  const work = ownPart(workBase, bytesPerThread);
  transformInput(source, mask, height, width, inputs, first + begin, first + end, v + bytesOf(begin * inputs), vStride, work);
}

/** The second: M = V·U. One item is one position and `groupColumns` output channels; works on the items [begin, end). */
export function winogradMultiplyStage(
  v: usize, u: usize, m: usize, tiles: i32, inputs: i32, outputs: i32, groupColumns: i32, begin: i32, end: i32,
): void {
  const groups = (outputs + groupColumns - 1) / groupColumns;
  for (let item = begin; item < end; item++) {
    const p = item / groups;
    const first = (item % groups) * groupColumns;
    const last = min(first + groupColumns, outputs);
    const a = v + bytesOf(p * positionFloats(tiles, inputs));
    const b = u + bytesOf(p * inputs * outputs);
    const c = m + bytesOf(p * positionFloats(tiles, outputs));
    for (let n = first; n < last; n += PANEL) {
      multiplyPanel(tiles, a, bytesOf(inputs), 1, 0, inputs, b + bytesOf(n * inputs), c + bytesOf(n), bytesOf(outputs), ZEROS, 0, false);
    }
  }
}

/** The third: the outputs of the tiles [first + begin, first + end). */
export function winogradOutputStage(
  m: usize, first: i32, tiles: i32, bias: usize, relu: bool, target: usize, height: i32, width: i32, outputs: i32,
  workBase: usize, bytesPerThread: usize, begin: i32, end: i32,
): void {
  const mStride = bytesOf(positionFloats(tiles, outputs));
  const work = ownPart(workBase, bytesPerThread);
  transformOutput(m + bytesOf(begin * outputs), mStride, first + begin, first + end, bias ? bias : ZEROS, relu, target, height, width, outputs, work);
}

/** U of the input channels [begin, end); see `transformKernel`. */
export function winogradKernel(
  kernel: usize, inputs: i32, outputs: i32, u: usize, workBase: usize, bytesPerThread: usize, begin: i32, end: i32,
): void {
  transformKernel(kernel, inputs, outputs, u, ownPart(workBase, bytesPerThread), begin, end);
}
