import type { Scalar, Tensor } from './engine';

/**
 * Operations on the vectors [c] that stand at the positions of a tensor [h, w, c]: what losses are made of that
 * compare positions one by one. Position weights p are [h, w], or null for 1 everywhere.
 */
export interface PositionOperations {
  /** Σ_ij p_ij · a_ij: [h, w, c] → [c]. */
  channelSums(activation: Tensor, positionWeights: Tensor | null): Tensor;
  /** target[i, j, k] ← factors[k] · target[i, j, k] + offsets[k], in place; factors and offsets are [c]. */
  scaleChannels(target: Tensor, factors: Tensor, offsets: Tensor): void;
  /** Divides the vector of every position by its length, in place; a vector of zeros stays. */
  scaleToUnitLength(target: Tensor): void;

  /** Tensors [h, w, c₁], [h, w, c₂], … → [h, w, c₁ + c₂ + …]. Every cᵢ but the last is a multiple of 4. */
  concatenateChannels(parts: readonly Tensor[]): Tensor;
  /** Channels [first, first + count) of [h, w, c]; `first` is a multiple of 4. */
  sliceChannels(input: Tensor, first: number, count: number): Tensor;

  /**
   * Bilinear enlargement to twice the size, pixel centres aligned: [h, w, c] → [height, width, c], where ⌊height / 2⌋ = h
   * and ⌊width / 2⌋ = w. Beyond the outermost centres, and in an odd last row or column, the edge is repeated.
   */
  upsample(input: Tensor, height: number, width: number): Tensor;
  /** The adjoint of `upsample`: [height, width, c] → [⌊height / 2⌋, ⌊width / 2⌋, c]. */
  upsampleGradient(gradient: Tensor): Tensor;

  /** The vectors of [h, w, c] at positions counted in reading order: indices [r, s] → [r, s, c]; zeros where an index is below 0. */
  gatherPositions(input: Tensor, indices: Tensor): Tensor;
  /**
   * For every query the position of the candidate with the largest dot product, counted in reading order; of equal ones
   * the first. queries [h, w, c], candidates [r, s, c] → [h, w]. Memory beside them is bounded, whatever their sizes.
   */
  nearestPositions(queries: Tensor, candidates: Tensor): Tensor;

  /** Σ p · (1 − ⟨a / ‖a‖, b⟩), the cosine distance where b has unit length; a vector a of zeros counts 1. Both [h, w, c]. */
  cosineDistance(a: Tensor, b: Tensor, positionWeights: Tensor | null): Scalar;
  /** b ← scale · ∂cosineDistance / ∂a = −scale · p · (b − ⟨â, b⟩ · â) / ‖a‖, in place, with â = a / ‖a‖; 0 where a is 0. */
  replaceByCosineGradient(b: Tensor, a: Tensor, scale: number, positionWeights: Tensor | null): void;
}
