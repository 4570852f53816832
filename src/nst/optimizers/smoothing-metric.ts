import type { Engine, Rectangle, Tensor } from '../engines/engine';

/** Halvings: the coarsest part is smooth over about 2⁴ pixels, as wide as the strokes that the style's deep layers ask for. */
const LEVELS = 4;
/** The weight of a level, relative to the next finer one. */
const GROWTH = 1.4;
/** The sum of the binomial kernel [1 2 1]ᵀ·[1 2 1]. */
const BINOMIAL_SUM = 16;
/** Pixels of a pooling window. */
const WINDOW = 4;

/**
 * M·v for [h, w, c] with M = I + Σₖ wₖ·Pₖ·Pₖᵀ, where Pₖ brings level k of a pyramid to the full size: the multilevel
 * preconditioner of Bramble, Pasciak & Xu (1990). J's curvature is steep along fine patterns and flat along broad
 * ones; M lets broad strokes move in the first steps. It is symmetric and positive definite by its form, as an
 * initial matrix H₀ of L-BFGS must be.
 */
export function applySmoothingMetric(engine: Engine, v: Tensor): Tensor {
  const [height, width, channels] = v.shape;
  const whole = engine.zeros([roundUp(height), roundUp(width), channels]);
  engine.addPatch(whole, v, 0, 0);
  const smoothed = withCoarserLevels(engine, whole, 0);
  const result = engine.crop(smoothed, { x: 0, y: 0, width, height });
  engine.dispose(whole, smoothed);
  return result;
}

/** Up to a side that every level halves without a remainder. */
function roundUp(side: number): number {
  return Math.ceil(side / 2 ** LEVELS) * 2 ** LEVELS;
}

function withCoarserLevels(engine: Engine, v: Tensor, level: number): Tensor {
  const sum = engine.copy(v);
  engine.scale(sum, GROWTH ** level);
  if (level === LEVELS) return sum;
  const coarse = halve(engine, v);
  const coarseSum = withCoarserLevels(engine, coarse, level + 1);
  const fine = double(engine, coarseSum, v);
  engine.addScaled(sum, fine, 1);
  engine.dispose(coarse, coarseSum, fine);
  return sum;
}

function halve(engine: Engine, v: Tensor): Tensor {
  const blurred = binomialBlur(engine, v);
  const half = engine.pool(blurred, 'avg');
  engine.dispose(blurred);
  return half;
}

/** The adjoint of `halve`, times the pixels of a window, so that a constant stays what it is. */
function double(engine: Engine, half: Tensor, like: Tensor): Tensor {
  const spread = engine.poolGradient(half, like, half, 'avg');
  const blurred = binomialBlur(engine, spread);
  engine.scale(blurred, WINDOW);
  engine.dispose(spread);
  return blurred;
}

/** [1 2 1] along both axes, the edge repeated: its own adjoint. Without it the blocks of the pyramid would show. */
function binomialBlur(engine: Engine, v: Tensor): Tensor {
  const [height, width] = v.shape;
  const padded = engine.padEdges(v, 'replicate');
  const acrossRows = weightedSum(engine, padded, (offset) => ({ x: offset, y: 0, width, height: height + 2 }));
  const blurred = weightedSum(engine, acrossRows, (offset) => ({ x: 0, y: offset, width, height }));
  engine.scale(blurred, 1 / BINOMIAL_SUM);
  engine.dispose(padded, acrossRows);
  return blurred;
}

function weightedSum(engine: Engine, v: Tensor, at: (offset: number) => Rectangle): Tensor {
  const [before, sum, after] = [0, 1, 2].map((offset) => engine.crop(v, at(offset)));
  engine.scale(sum, 2);
  engine.addScaled(sum, before, 1);
  engine.addScaled(sum, after, 1);
  engine.dispose(before, after);
  return sum;
}
