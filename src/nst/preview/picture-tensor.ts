import * as tf from '@tensorflow/tfjs';
import { PAINTER_STRIDE } from './painter';
import { PreviewError } from './preview-error';
import type { FloatImage } from '../images/resample';

/** A process with the wasm backend takes about 0.8 GB for the 26 styles at this size (measured). */
const LONGEST_PREVIEW_SIDE = 1024;

/** The deepest layer, a quarter of the picture, still needs a border to reflect. */
const LEAST_SIDE = 16;

/**
 * RGB in 0…255 [h, w, 3] → [1, h′, w′, 3] in 0…1, continued by reflection to the right and below, up to
 * multiples of the network's stride. Throws a `PreviewError` for an empty or too large picture.
 */
export function pictureTensor(picture: FloatImage): tf.Tensor4D {
  checkSize(picture);
  const { width, height, data } = picture;
  const wide = paintedSide(width);
  const tall = paintedSide(height);
  const values = new Float32Array(wide * tall * 3);
  for (let y = 0; y < tall; y++) {
    const row = reflected(y, height) * width;
    for (let x = 0; x < wide; x++) {
      const source = (row + reflected(x, width)) * 3;
      const target = (y * wide + x) * 3;
      for (let c = 0; c < 3; c++) values[target + c] = data[source + c] / 255;
    }
  }
  return tf.tensor4d(values, [1, tall, wide, 3]);
}

/** The tensor's top left part as a picture in 0…255. Waits for the backend and frees the tensor. */
export async function pictureOf(tensor: tf.Tensor4D, width: number, height: number): Promise<FloatImage> {
  const scaled = tf.tidy(() => tf.mul(tf.slice(tensor, [0, 0, 0, 0], [1, height, width, 3]), 255));
  tensor.dispose();
  try {
    return { width, height, channels: 3, data: (await scaled.data()) as Float32Array };
  } finally {
    scaled.dispose();
  }
}

function checkSize({ width, height }: FloatImage): void {
  if (width < 1 || height < 1) {
    throw new PreviewError('picture-empty', 'The picture has no pixels; choose another one.');
  }
  if (Math.max(width, height) > LONGEST_PREVIEW_SIDE) {
    const size = `${width}×${height}`;
    throw new PreviewError('picture-too-large', `A preview of ${size} is too large; reduce it to ${LONGEST_PREVIEW_SIDE} pixels.`);
  }
}

function paintedSide(side: number): number {
  return Math.max(LEAST_SIDE, Math.ceil(side / PAINTER_STRIDE) * PAINTER_STRIDE);
}

/** 0 1 2 3 → 0 1 2 3 2 1 0 1 …: the edge isn't repeated. */
function reflected(index: number, length: number): number {
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const phase = index % period;
  return phase < length ? phase : period - phase;
}
