import type { PreparedStyle } from './prepare-images';

/** Symmetric, [3, 3] in row-major order. */
export type ColorMatrix = Float32Array;

/** Relative to the mean variance of a channel: how far G may move along colours that no style has. */
const LEAST_VARIANCE = 0.02;
const SQUARE_ROOT_STEPS = 40;

/**
 * How far colours of the styles spread around their mean along every axis: the square root of their covariance, with a
 * trace of 3. Positive definite.
 */
export function colorSpreadOf(styles: readonly Pick<PreparedStyle, 'image' | 'coverage' | 'weight'>[]): ColorMatrix {
  const covariance = new Float32Array(9);
  const weightSum = styles.reduce((sum, { weight }) => sum + weight, 0);
  for (const style of styles) {
    covarianceOf(style).forEach((value, i) => (covariance[i] += (value * style.weight) / weightSum));
  }
  const variances = traceOf(covariance);
  for (let i = 0; i < 9; i += 4) covariance[i] += (LEAST_VARIANCE * Math.max(variances, 1)) / 3;
  return withTrace(squareRoot(withTrace(covariance, 1)), 3);
}

function covarianceOf({ image: { data }, coverage }: Pick<PreparedStyle, 'image' | 'coverage'>): ColorMatrix {
  const mean = [0, 0, 0];
  const products = new Float64Array(9);
  let total = 0;
  for (let i = 0; i < data.length; i += 3) {
    const weight = coverage?.weights[i / 3] ?? 1;
    total += weight;
    for (let r = 0; r < 3; r++) {
      mean[r] += weight * data[i + r];
      for (let c = 0; c < 3; c++) products[3 * r + c] += weight * data[i + r] * data[i + c];
    }
  }
  return Float32Array.from(products, (sum, i) => sum / total - (mean[Math.floor(i / 3)] * mean[i % 3]) / total ** 2);
}

/** Newton and Schulz' coupled iteration (Higham 2008, eq. 6.35) for a positive definite matrix with a trace of 1. */
function squareRoot(matrix: ColorMatrix): ColorMatrix {
  let root = matrix;
  let inverse: ColorMatrix = Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
  for (let i = 0; i < SQUARE_ROOT_STEPS; i++) {
    const correction = product(inverse, root).map((value, k) => (k % 4 === 0 ? 1.5 : 0) - value / 2);
    [root, inverse] = [product(root, correction), product(correction, inverse)];
  }
  return root;
}

function product(a: ColorMatrix, b: ColorMatrix): ColorMatrix {
  return a.map((_, i) => [0, 1, 2].reduce((sum, k) => sum + a[3 * Math.floor(i / 3) + k] * b[3 * k + (i % 3)], 0));
}

function traceOf(matrix: ColorMatrix): number {
  return matrix[0] + matrix[4] + matrix[8];
}

function withTrace(matrix: ColorMatrix, trace: number): ColorMatrix {
  return matrix.map((value) => (value * trace) / traceOf(matrix));
}
