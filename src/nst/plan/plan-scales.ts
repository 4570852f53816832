import type { ScaleStep, StrokeSize } from '../settings';

/**
 * Longest side, in pixels, of the coarsest scale. What is decided there stays: the network sees about
 * 130 pixels at once, so the smaller the first picture, the larger the strokes.
 */
const COARSEST_SIDE: Record<StrokeSize, number> = { fine: 400, medium: 160, bold: 80 };
/** The first scales decide most and cost least: each gets this many times the evaluations of the next. */
const COARSER_SHARE = 1.5;
const SMALLEST_SIDE = 16;

/** The sizes that G grows through, coarse to fine, and how often J is evaluated at each. */
export function planScales(
  scales: number | readonly ScaleStep[] | null,
  strokeSize: StrokeSize,
  longestSide: number,
  evaluations: number,
): readonly ScaleStep[] {
  if (Array.isArray(scales)) return scales as readonly ScaleStep[];
  const count = Math.min(mostScales(longestSide), (scales as number | null) ?? scaleCount(strokeSize, longestSide));
  const shares = Array.from({ length: count }, (_, i) => COARSER_SHARE ** (count - 1 - i));
  return distribute(evaluations, shares).map((share, i) => ({ scale: 0.5 ** (count - 1 - i), evaluations: share }));
}

function scaleCount(strokeSize: StrokeSize, longestSide: number): number {
  return 1 + Math.max(0, Math.round(Math.log2(longestSide / COARSEST_SIDE[strokeSize])));
}

function mostScales(longestSide: number): number {
  return 1 + Math.max(0, Math.floor(Math.log2(longestSide / SMALLEST_SIDE)));
}

/** Whole numbers proportional to the shares, each at least 1, that add up to the total (or to their count). */
function distribute(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const whole = shares.map((share) => Math.max(1, Math.floor((total * share) / sum)));
  const rest = Math.max(0, total - whole.reduce((a, b) => a + b, 0));
  whole[whole.length - 1] += rest;
  return whole;
}
