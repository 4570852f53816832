/**
 * Winograd's minimal filtering F(4×4, 3×3) (Lavin & Gray 2016): Y = Aᵀ[(G g Gᵀ) ⊙ (Bᵀ d B)]A for tiles of 4×4 outputs
 * from 6×6 inputs, with 36 multiplications instead of 144.
 *
 * The points of interpolation are 0, 1, −1, 2, ½ and ∞ (usual are 0, ±1, ±2, ∞): x → 1/x maps the set to itself, so
 * with rows of G scaled to (1/x, 1, x) a kernel rotated by 180° has the same transform in another order, and one set
 * of transformed weights serves the convolution and its gradient. Rounding errors are twice the usual points'.
 */
export const TILE = 4;
export const POINTS = 6;

/** Bᵀ [6, 6] */
export const INPUT_TRANSFORM = [
  [1, -2.5, 0, 2.5, -1, 0],
  [0, -1, 1.5, 1.5, -1, 0],
  [0, -1, 3.5, -3.5, 1, 0],
  [0, 1, -2, -1, 2, 0],
  [0, 2, -1, -2, 1, 0],
  [0, -1, 2.5, 0, -2.5, 1],
] as const;

/** G [6, 3] */
export const KERNEL_TRANSFORM = [
  [1, 0, 0],
  [1, 1, 1],
  [1 / 9, -1 / 9, 1 / 9],
  [1 / 18, 1 / 9, 2 / 9],
  [2 / 9, 1 / 9, 1 / 18],
  [0, 0, 1],
] as const;

/** Aᵀ [4, 6] */
export const OUTPUT_TRANSFORM = [
  [1, 1, 1, 1, 8, 0],
  [0, 1, -1, 2, 4, 0],
  [0, 1, 1, 4, 2, 0],
  [0, 1, -1, 8, 1, 1],
] as const;

/** Where a point of the rotated kernel's transform is found in the kernel's own: the order of 1/x. */
export const ROTATED_POINTS = [5, 1, 2, 4, 3, 0] as const;

/** Σ coefficient · name in a shader's language, where `float` is the name of its number type; without what is zero. */
export function linearCombination(coefficients: readonly number[], names: readonly string[], float = 'float'): string {
  const terms = coefficients.flatMap((coefficient, i) => (coefficient === 0 ? [] : [`${float}(${coefficient}) * ${names[i]}`]));
  return terms.join(' + ').replaceAll(`${float}(1) * `, '').replaceAll(`${float}(-1) * `, '-');
}
