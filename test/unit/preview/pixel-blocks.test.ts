import * as tf from '@tensorflow/tfjs';
import { blockKernel, doublingKernel, fromBlocks, toBlocks } from '../../../src/nst/preview/pixel-blocks';
import { randomValues } from './pictures';

/** Float32 sums of some hundred products of numbers up to 1, in another order. */
const TOLERANCE = 1e-4;

beforeAll(() => tf.setBackend('cpu'));

function expectEqual(actual: tf.Tensor, expected: tf.Tensor): void {
  expect(actual.shape).toEqual(expected.shape);
  expect(tf.max(tf.abs(tf.sub(actual, expected))).dataSync()[0]).toBeLessThan(TOLERANCE);
}

function random(...shape: [number, number, number, number]): tf.Tensor4D {
  return tf.tensor4d(randomValues(tf.util.sizeFromShape(shape)), shape);
}

it('orders blocks as depthToSpace does, and back', () => {
  const blocks = random(1, 3, 5, 8);
  expectEqual(fromBlocks(blocks), tf.depthToSpace(blocks, 2, 'NHWC'));
  expectEqual(toBlocks(fromBlocks(blocks)), blocks);
});

it.each([
  [9, 3, 8],
  [5, 2, 4],
])('convolves %i×%i over blocks as over pixels', (size, inputs, outputs) => {
  const kernel = random(size, size, inputs, outputs);
  const picture = random(1, 12 + size - 1, 10 + size - 1, inputs);
  const blocks = (size + 1) / 2;
  const blockFilter = blockKernel(kernel.dataSync() as Float32Array, { size, inputs, outputs });
  const filter = tf.tensor4d(blockFilter, [blocks, blocks, 4 * inputs, 4 * outputs]);
  expectEqual(fromBlocks(tf.conv2d(toBlocks(picture), filter, 1, 'valid')), tf.conv2d(picture, kernel, 1, 'valid'));
});

it('doubles and convolves with a reflected border in one go', () => {
  const kernel = random(3, 3, 4, 2);
  const small = random(1, 5, 7, 4);
  const border: [number, number][] = [
    [0, 0],
    [1, 1],
    [1, 1],
    [0, 0],
  ];
  const doubled = tf.image.resizeNearestNeighbor(small, [10, 14]);
  const expected = tf.conv2d(tf.mirrorPad(doubled, border, 'reflect'), kernel, 1, 'valid');
  const filter = tf.tensor4d(doublingKernel(kernel.dataSync() as Float32Array, 4, 2), [3, 3, 4, 8]);
  expectEqual(fromBlocks(tf.conv2d(tf.mirrorPad(small, border, 'symmetric'), filter, 1, 'valid')), expected);
});
