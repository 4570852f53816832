import type { FloatImage } from '../images/resample';

/**
 * A mask with the edges of the picture that it belongs to (He et al. 2013): within each window it is the best line
 * from the guide's brightness to the mask. Both [h · w · 1], the guide in 0…1.
 */
export function guidedFilter(mask: FloatImage, guide: FloatImage, radius: number, smoothness: number): FloatImage {
  const { width, height } = mask;
  const mean = (values: Float32Array): Float32Array => boxMean(values, width, height, radius);
  const product = (a: Float32Array, b: Float32Array): Float32Array => a.map((value, i) => value * b[i]);
  const [p, g] = [mask.data, guide.data];
  const [meanP, meanG, meanGP, meanGG] = [mean(p), mean(g), mean(product(g, p)), mean(product(g, g))];
  const slope = meanGP.map((value, i) => (value - meanG[i] * meanP[i]) / (meanGG[i] - meanG[i] ** 2 + smoothness));
  const offset = meanP.map((value, i) => value - slope[i] * meanG[i]);
  const [meanSlope, meanOffset] = [mean(slope), mean(offset)];
  return { ...mask, data: g.map((value, i) => Math.min(1, Math.max(0, meanSlope[i] * value + meanOffset[i]))) };
}

/** Over squares of 2·radius + 1, cut off at the border. */
function boxMean(values: Float32Array, width: number, height: number, radius: number): Float32Array {
  const rows = slidingMean(values, { lines: height, length: width, step: 1, next: width }, radius);
  return slidingMean(rows, { lines: width, length: height, step: width, next: 1 }, radius);
}

interface Lines {
  lines: number;
  length: number;
  /** From one value of a line to its next, and from one line to the next. */
  step: number;
  next: number;
}

function slidingMean(values: Float32Array, { lines, length, step, next }: Lines, radius: number): Float32Array {
  const means = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    const start = line * next;
    let sum = 0;
    for (let i = 0; i < Math.min(radius, length); i++) sum += values[start + i * step];
    for (let i = 0; i < length; i++) {
      if (i + radius < length) sum += values[start + (i + radius) * step];
      if (i - radius - 1 >= 0) sum -= values[start + (i - radius - 1) * step];
      means[start + i * step] = sum / (Math.min(length - 1, i + radius) - Math.max(0, i - radius) + 1);
    }
  }
  return means;
}
