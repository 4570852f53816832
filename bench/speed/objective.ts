import { seededRandom } from '../../src/nst/images/random';

/** The objective that all engines evaluate: that of `gramSettings` at one size, each layer with weight 1. */
export const CONTENT_LAYER = 'relu4_2';
export const STYLE_LAYERS: readonly string[] = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1'];
export const LAST_LAYER = 'relu5_1';
export const CONTENT_WEIGHT = 1;
export const STYLE_WEIGHT = 10;

export interface BenchPictures {
  content: Float32Array;
  style: Float32Array;
  generated: Float32Array;
}

/** Pictures [size, size, 3] in 0…255 of soft stripes and some noise, the same on every machine. */
export function benchPictures(size: number): BenchPictures {
  return { content: stripes(size, 1, 0.07, 0.02), style: stripes(size, 2, 0.31, 0.23), generated: stripes(size, 3, 0.11, 0.05) };
}

function stripes(size: number, seed: number, horizontal: number, vertical: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: size * size * 3 }, (_, i) => {
    const [x, y, channel] = [Math.floor(i / 3) % size, Math.floor(i / 3 / size), i % 3];
    return 128 + 80 * Math.sin(horizontal * x + channel) * Math.cos(vertical * y + 2 * channel) + 60 * (random() - 0.5);
  });
}
