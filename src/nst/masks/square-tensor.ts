import * as tf from '@tensorflow/tfjs';
import { resample, sizeWithin, type FloatImage } from '../images/resample';
import type { Box } from './face';

/** A part of a picture in the top left of a black square, [1, side, side, 3] in 0…255. */
export function squareTensor(picture: FloatImage, part: Box, side: number): tf.Tensor4D {
  const { width, height } = sizeWithin(part.width, part.height, side);
  const { data } = resample(cut(picture, part), width, height);
  return tf.tidy(() =>
    tf.pad4d(tf.tensor4d(data, [1, height, width, 3]), [
      [0, 0],
      [0, side - height],
      [0, side - width],
      [0, 0],
    ]),
  );
}

function cut(picture: FloatImage, { x, y, width, height }: Box): FloatImage {
  const { channels } = picture;
  const data = new Float32Array(width * height * channels);
  for (let row = 0; row < height; row++) {
    const start = ((y + row) * picture.width + x) * channels;
    data.set(picture.data.subarray(start, start + width * channels), row * width * channels);
  }
  return { width, height, channels, data };
}
