import type { Coverage } from '../position-weights';
import type { FloatImage } from './resample';

/**
 * Replaces every pixel that does not count by a smooth continuation of those that do (pull-push:
 * Gortler et al. 1996), so that hidden colours can't leak into what the network sees.
 */
export function fillHidden(image: FloatImage, coverage: Coverage): FloatImage {
  const visible = Float32Array.from(coverage.weights, (weight) => (weight > 0 ? 1 : 0));
  return { ...image, data: pullPush(image, visible) };
}

function pullPush(image: FloatImage, weights: Float32Array): Float32Array {
  if (image.width === 1 && image.height === 1) return image.data.slice();
  if (!weights.includes(0)) return image.data.slice();
  const coarse = pull(image, weights);
  const filled = pullPush(coarse.image, coarse.weights);
  return push(image, weights, { ...coarse.image, data: filled });
}

/** Halves the sides; each coarse pixel is the mean of the visible ones that it covers. */
function pull({ width, height, channels, data }: FloatImage, weights: Float32Array): { image: FloatImage; weights: Float32Array } {
  const coarseWidth = Math.ceil(width / 2);
  const coarseHeight = Math.ceil(height / 2);
  const sums = new Float32Array(coarseWidth * coarseHeight * channels);
  const counts = new Float32Array(coarseWidth * coarseHeight);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (weights[y * width + x] === 0) continue;
      const coarse = (y >> 1) * coarseWidth + (x >> 1);
      counts[coarse] += 1;
      for (let c = 0; c < channels; c++) sums[coarse * channels + c] += data[(y * width + x) * channels + c];
    }
  }
  for (let i = 0; i < sums.length; i++) sums[i] /= Math.max(1, counts[Math.floor(i / channels)]);
  const visible = counts.map((count) => (count > 0 ? 1 : 0));
  return { image: { width: coarseWidth, height: coarseHeight, channels, data: sums }, weights: visible };
}

/** Takes hidden pixels from the filled coarse image, interpolated bilinearly. */
function push({ width, height, channels, data }: FloatImage, weights: Float32Array, coarse: FloatImage): Float32Array {
  const result = data.slice();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (weights[y * width + x] > 0) continue;
      for (let c = 0; c < channels; c++) result[(y * width + x) * channels + c] = bilinear(coarse, (x - 0.5) / 2, (y - 0.5) / 2, c);
    }
  }
  return result;
}

function bilinear({ width, height, channels, data }: FloatImage, x: number, y: number, c: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const at = (column: number, row: number): number => {
    const clampedX = Math.min(width - 1, Math.max(0, column));
    const clampedY = Math.min(height - 1, Math.max(0, row));
    return data[(clampedY * width + clampedX) * channels + c];
  };
  const fx = x - left;
  const fy = y - top;
  const upper = at(left, top) * (1 - fx) + at(left + 1, top) * fx;
  const lower = at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx;
  return upper * (1 - fy) + lower * fy;
}
