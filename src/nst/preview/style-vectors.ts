import { PreviewError } from './preview-error';

/** What the style reader says about a picture: 100 numbers. Plain data, worth keeping beside a style. */
export type StyleVector = Float32Array;

export interface WeightedStyle {
  vector: StyleVector;
  /** Relative to the others'; at least 0. */
  weight: number;
}

/** The weighted mean of several styles. Throws a `PreviewError` for negative or missing weights. */
export function blendStyleVectors(styles: readonly WeightedStyle[]): StyleVector {
  const shares = sharesOf(styles.map(({ weight }) => weight));
  const blend = new Float32Array(styles[0].vector.length);
  styles.forEach(({ vector }, index) => {
    for (let i = 0; i < blend.length; i++) blend[i] += shares[index] * vector[i];
  });
  return blend;
}

/**
 * Strength 0 keeps the content's own style, 1 takes the other's entirely (Ghiasi et al. 2017, section 3.5).
 * Beyond 1 exaggerates.
 */
export function styleWithStrength(own: StyleVector, style: StyleVector, strength: number): StyleVector {
  return own.map((value, index) => value + strength * (style[index] - value));
}

/** Weights as shares of 1. Throws a `PreviewError` unless all are at least 0 and some are above. */
export function sharesOf(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0 && Number.isFinite(sum)) || weights.some((weight) => weight < 0)) {
    throw new PreviewError('bad-weights', 'The style weights must be 0 or more and not all 0; change at least one.');
  }
  return weights.map((weight) => weight / sum);
}
