import * as tf from '@tensorflow/tfjs';
import { normalize } from '../../../src/nst/preview/instance-normalization';
import { randomValues } from './pictures';

beforeAll(() => tf.setBackend('cpu'));

const normalization = { scale: Float32Array.of(2, -0.5), shift: Float32Array.of(-1, 3) };

/** Dumoulin et al. 2017, eq. 5, in float64: channel c of an array whose channels alternate. */
function expected(values: Float32Array, c: number): number[] {
  const channel = [...values].filter((_, i) => i % 2 === c);
  const mean = channel.reduce((sum, value) => sum + value, 0) / channel.length;
  const variance = channel.reduce((sum, value) => sum + (value - mean) ** 2, 0) / channel.length;
  return channel.map((value) => (normalization.scale[c] * (value - mean)) / Math.sqrt(variance + 1e-5) + normalization.shift[c]);
}

it.each([
  [1, [1, 6, 5, 2]],
  [4, [1, 3, 5, 8]],
])('normalises each channel over positions and %i phases', (phases, shape) => {
  // A mean far from 0 would show a variance that cancels.
  const values = randomValues(tf.util.sizeFromShape(shape)).map((value) => value + 3);
  const result = normalize(tf.tensor4d(values, shape as [number, number, number, number]), normalization, phases, 'linear').dataSync();
  const [first, second] = [expected(values, 0), expected(values, 1)];
  // Float32 keeps about five digits of a variance that is a hundredth of the mean square.
  result.forEach((value, i) => expect(value).toBeCloseTo(i % 2 ? second[i >> 1] : first[i >> 1], 3));
});

it('rectifies where it is asked to', () => {
  const values = randomValues(24);
  const x = tf.tensor4d(values, [1, 3, 4, 2]);
  const linear = normalize(x, normalization, 1, 'linear').dataSync();
  expect([...normalize(x, normalization, 1, 'relu').dataSync()]).toEqual([...linear].map((value) => Math.max(value, 0)));
});
