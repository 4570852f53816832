import type { Init } from '../settings';
import { seededRandom } from './random';
import { resample, type FloatImage } from './resample';

/**
 * Random pixels stay this close to mid-grey: noise over the full range leaves speckles that a
 * single-scale run never removes.
 */
const NOISE_AMPLITUDE = 24;
const MID_GREY = 128;

/** G before the first evaluation, with the content's size. */
export function startingImage(init: Init, content: FloatImage, style: FloatImage, seed: number): FloatImage {
  switch (init) {
    case 'content':
      return { ...content, data: content.data.slice() };
    case 'style':
      return clamped(resample(style, content.width, content.height));
    case 'noise':
      return randomPixels(content.width, content.height, seed);
  }
}

function randomPixels(width: number, height: number, seed: number): FloatImage {
  const random = seededRandom(seed);
  const data = Float32Array.from({ length: width * height * 3 }, () => MID_GREY + NOISE_AMPLITUDE * (2 * random() - 1));
  return { width, height, channels: 3, data };
}

/** Lanczos overshoots at edges; pixels stay displayable. */
export function clamped(image: FloatImage): FloatImage {
  return { ...image, data: image.data.map((value) => Math.min(255, Math.max(0, value))) };
}
