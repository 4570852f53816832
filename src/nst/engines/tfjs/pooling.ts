import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '../engine';

/** [h, w, c] → [2h, 2w, c], every value four times. */
export function repeatTwice(values: tf.Tensor3D): tf.Tensor3D {
  const [height, width, channels] = values.shape;
  // Two tiles of rank 3, one for each axis: the WebGPU backend has no tile of rank 5.
  const wide = tf.tile(values.reshape([height * width, 1, channels]), [1, 2, 1]).reshape([height, 1, 2 * width * channels]);
  return tf.tile(wide, [1, 2, 1]).reshape([2 * height, 2 * width, channels]);
}

export function oddRemainder(input: Tensor, output: Tensor): [[number, number], [number, number], [number, number]] {
  return [
    [0, input.shape[0] - 2 * output.shape[0]],
    [0, input.shape[1] - 2 * output.shape[1]],
    [0, 0],
  ];
}

/** 1 at the first maximum in reading order of every 2×2 window of [2h, 2w, c], else 0. */
export function firstMaximum(input: tf.Tensor3D, output: tf.Tensor3D): tf.Tensor3D {
  const [height, width, channels] = output.shape;
  const isMaximum = tf.cast(tf.equal(input, repeatTwice(output)), 'float32');
  const windows = isMaximum.reshape([height, 2, width, 2, channels]).transpose([0, 2, 4, 1, 3]).reshape([height, width, channels, 4]);
  const first = tf.mul(windows, tf.equal(tf.cumsum(windows, 3), 1));
  const unfolded = first.reshape([height, width, channels, 2, 2]).transpose([0, 3, 1, 4, 2]);
  return unfolded.reshape([2 * height, 2 * width, channels]);
}
