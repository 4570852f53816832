import * as tf from '@tensorflow/tfjs';

/** Pixels of a 2×2 block, which become channels: [top left, top right, bottom left, bottom right]. */
export const PIXELS_PER_BLOCK = 4;

/** [1, 2h, 2w, c] → [1, h, w, 4 · c]; sides must be even. */
export function toBlocks(x: tf.Tensor4D): tf.Tensor4D {
  const [, height, width, channels] = x.shape;
  const rows = tf.reshape(x, [height / 2, 2, width / 2, 2 * channels]) as tf.Tensor4D;
  return tf.reshape(tf.transpose(rows, [0, 2, 1, 3]), [1, height / 2, width / 2, 4 * channels]);
}

/** [1, h, w, 4 · c] → [1, 2h, 2w, c]. The same as depthToSpace, which TensorFlow.js's wasm does 20 times slower. */
export function fromBlocks(x: tf.Tensor4D): tf.Tensor4D {
  const [, height, width, channels] = x.shape;
  const blocks = tf.reshape(x, [height, width, 2, channels / 2]) as tf.Tensor4D;
  return tf.reshape(tf.transpose(blocks, [0, 2, 1, 3]), [1, 2 * height, 2 * width, channels / 4]);
}

/** Convolution kernels are [size, size, inputs, outputs]. */
interface KernelShape {
  size: number;
  inputs: number;
  outputs: number;
}

/**
 * A convolution of odd size k over pixels as one of size (k + 1) / 2 over 2×2 blocks: [k, k, in, out] →
 * [(k + 1) / 2, (k + 1) / 2, 4 · in, 4 · out]. For 9×9 on a few channels: a quarter more multiplications, but of vectors
 * long enough for the processor.
 *
 * Of a padded picture, the pixel in block row p sees with tap t the row p + t below its block's first.
 */
export function blockKernel(kernel: Float32Array, { size, inputs, outputs }: KernelShape): Float32Array {
  const blocks = (size + 1) / 2;
  const blockShape = { size: blocks, inputs: PIXELS_PER_BLOCK * inputs, outputs: PIXELS_PER_BLOCK * outputs };
  const result = new Float32Array(blocks * blocks * blockShape.inputs * blockShape.outputs);
  forEachTap(size, (phase, tapRow, tapColumn) => {
    const row = (phase >> 1) + tapRow;
    const column = (phase & 1) + tapColumn;
    const seen = (row & 1) * 2 + (column & 1);
    const target = indexOf(blockShape, row >> 1, column >> 1, seen * inputs, phase * outputs);
    addMatrix(result, target, blockShape.outputs, kernel, indexOf({ size, inputs, outputs }, tapRow, tapColumn, 0, 0), inputs, outputs);
  });
  return result;
}

/**
 * Doubling by nearest neighbour and then a 3×3 convolution as one 3×3 convolution at the small size, which gives
 * 2×2 blocks: [3, 3, in, out] → [3, 3, in, 4 · out].
 *
 * The pixel in block row p sees with tap t the small row ⌊(p + t − 1) / 2⌋ from its own; taps that see the same add up.
 */
export function doublingKernel(kernel: Float32Array, inputs: number, outputs: number): Float32Array {
  const shape = { size: 3, inputs, outputs };
  const blockShape = { size: 3, inputs, outputs: PIXELS_PER_BLOCK * outputs };
  const result = new Float32Array(9 * inputs * blockShape.outputs);
  forEachTap(3, (phase, tapRow, tapColumn) => {
    const row = Math.floor(((phase >> 1) + tapRow + 1) / 2);
    const column = Math.floor(((phase & 1) + tapColumn + 1) / 2);
    const target = indexOf(blockShape, row, column, 0, phase * outputs);
    addMatrix(result, target, blockShape.outputs, kernel, indexOf(shape, tapRow, tapColumn, 0, 0), inputs, outputs);
  });
  return result;
}

function forEachTap(size: number, visit: (phase: number, tapRow: number, tapColumn: number) => void): void {
  for (let phase = 0; phase < PIXELS_PER_BLOCK; phase++) {
    for (let tapRow = 0; tapRow < size; tapRow++) {
      for (let tapColumn = 0; tapColumn < size; tapColumn++) visit(phase, tapRow, tapColumn);
    }
  }
}

function indexOf({ size, inputs, outputs }: KernelShape, row: number, column: number, input: number, output: number): number {
  return ((row * size + column) * inputs + input) * outputs + output;
}

/** Adds a dense [rows, columns] matrix into one whose rows are `stride` apart. */
function addMatrix(
  target: Float32Array,
  targetStart: number,
  stride: number,
  source: Float32Array,
  sourceStart: number,
  rows: number,
  columns: number,
): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      target[targetStart + row * stride + column] += source[sourceStart + row * columns + column];
    }
  }
}
