import type { Engine, Scalar, Tensor } from '../engines/engine';
import { HIGHEST, LOWEST, type EvaluationLoop } from './evaluation-loop';

const HISTORY = 10;
/** The first step moves a pixel by this many grey levels on average: ten evaluations of finding a scale are saved. */
const FIRST_STEP = 6;
/** Armijo's constant of sufficient decrease (Nocedal & Wright 2006, eq. 3.4). */
const SUFFICIENT_DECREASE = 1e-4;
const BACKTRACKING = 0.4;
const MOST_BACKTRACKS = 6;
/** A pair (s, y) is used where sᵀy > this · yᵀy: curvature must be positive. */
const LEAST_CURVATURE = 1e-8;

interface Pair {
  s: Tensor;
  y: Tensor;
}

/**
 * Projected L-BFGS (Liu & Nocedal 1989; active set as in Bertsekas 1982): every step is clipped to 0…255,
 * and variables at a bound whose gradient points outward are left out of the direction and its inner products,
 * so that black and white areas neither leave the displayable range nor get stuck.
 */
export async function lbfgs(engine: Engine, loop: EvaluationLoop, start: Tensor): Promise<void> {
  let x = engine.copy(start);
  let current = await loop.evaluate(x, (g) => [engine.absoluteSum(g)]);
  let firstStep = FIRST_STEP;
  let meanGradient = current.extra[0] / sizeOf(x);
  const pairs: Pair[] = [];
  while (!loop.finished) {
    const direction = descentDirection(engine, x, current.gradient, pairs, firstStep / Math.max(meanGradient, Number.MIN_VALUE));
    const step = await searchAlong(engine, loop, x, current, direction);
    engine.dispose(direction);
    if (!step) {
      forgetAll(engine, pairs);
      firstStep /= 2;
      continue;
    }
    remember(engine, pairs, { s: difference(engine, step.x, x), y: difference(engine, step.gradient, current.gradient) });
    engine.dispose(x, current.gradient);
    x = step.x;
    current = step;
    meanGradient = step.meanGradient;
  }
  forgetAll(engine, pairs);
  engine.dispose(x, current.gradient);
}

interface Step {
  x: Tensor;
  total: number;
  gradient: Tensor;
  extra: number[];
  meanGradient: number;
}

/** Armijo backtracking on the clipped step from t = 1; null if no step along the direction lowers J. */
async function searchAlong(
  engine: Engine,
  loop: EvaluationLoop,
  x: Tensor,
  current: { total: number; gradient: Tensor },
  direction: Tensor,
): Promise<Step | null> {
  let t = 1;
  for (let attempt = 0; attempt <= MOST_BACKTRACKS && !loop.finished; attempt++, t *= BACKTRACKING) {
    const next = engine.clampedStep(x, direction, t, LOWEST, HIGHEST);
    const evaluated = await loop.evaluate(next, (g) => [predictedChange(engine, current.gradient, next, x), engine.absoluteSum(g)]);
    const [predicted, gradientSum] = evaluated.extra;
    if (predicted < 0 && evaluated.total <= current.total + SUFFICIENT_DECREASE * predicted) {
      return { ...evaluated, x: next, meanGradient: gradientSum / sizeOf(x) };
    }
    engine.dispose(next, evaluated.gradient);
  }
  return null;
}

/** gᵀ(x' − x): what J would change by if it were linear. */
function predictedChange(engine: Engine, gradient: Tensor, next: Tensor, x: Tensor): Scalar {
  const step = difference(engine, next, x);
  const change = engine.dot(gradient, step);
  engine.dispose(step);
  return change;
}

/** −H·g over the free variables, by the two-loop recursion (Nocedal & Wright 2006, algorithm 7.4); all scalars stay on the device. */
function descentDirection(engine: Engine, x: Tensor, gradient: Tensor, pairs: readonly Pair[], initialScale: number): Tensor {
  const free = engine.freeMask(x, gradient, LOWEST, HIGHEST);
  const d = engine.multiply(gradient, free);
  const curvatures = pairs.map((pair) => curvatureOf(engine, pair, free));
  const alphas: Scalar[] = [];
  for (let i = pairs.length - 1; i >= 0; i--) {
    alphas[i] = addMultiple(engine, d, pairs[i].y, pairs[i].s, curvatures[i], free);
  }
  scaleByLatestCurvature(engine, d, curvatures, initialScale);
  for (let i = 0; i < pairs.length; i++) addCorrection(engine, d, pairs[i], curvatures[i], alphas[i], free);
  engine.scale(d, -1);
  engine.dispose(free, ...alphas, ...curvatures.flatMap(({ sy, yy, threshold }) => [sy, yy, threshold]));
  return d;
}

interface Curvature {
  sy: Scalar;
  yy: Scalar;
  threshold: Scalar;
}

function curvatureOf(engine: Engine, { s, y }: Pair, free: Tensor): Curvature {
  const yy = engine.dot(y, y, free);
  const threshold = engine.copy(yy);
  engine.scale(threshold, LEAST_CURVATURE);
  return { sy: engine.dot(s, y, free), yy, threshold };
}

/** α_i = sᵀd / sᵀy; d ← d − α_i·y. */
function addMultiple(engine: Engine, d: Tensor, y: Tensor, s: Tensor, { sy, threshold }: Curvature, free: Tensor): Scalar {
  const sd = engine.dot(s, d);
  const alpha = engine.divideScalars(sd, sy, threshold);
  engine.scale(alpha, -1);
  engine.addScaled(d, y, alpha, free);
  engine.scale(alpha, -1);
  engine.dispose(sd);
  return alpha;
}

/** β = yᵀd / sᵀy; d ← d + (α_i − β)·s. */
function addCorrection(engine: Engine, d: Tensor, { s, y }: Pair, { sy, threshold }: Curvature, alpha: Scalar, free: Tensor): void {
  const yd = engine.dot(y, d);
  const beta = engine.divideScalars(yd, sy, threshold);
  const factor = engine.subtractScalars(alpha, beta);
  engine.addScaled(d, s, factor, free);
  engine.dispose(yd, beta, factor);
}

/** H₀ = sᵀy / yᵀy of the latest pair (Nocedal & Wright 2006, eq. 7.20); before there is one, a scale of the caller's. */
function scaleByLatestCurvature(engine: Engine, d: Tensor, curvatures: readonly Curvature[], initialScale: number): void {
  const latest = curvatures.at(-1);
  if (!latest) return engine.scale(d, initialScale);
  const factor = engine.divideScalars(latest.sy, latest.yy);
  engine.scale(d, factor);
  engine.dispose(factor);
}

function remember(engine: Engine, pairs: Pair[], pair: Pair): void {
  pairs.push(pair);
  if (pairs.length > HISTORY) {
    const { s, y } = pairs.shift()!;
    engine.dispose(s, y);
  }
}

function forgetAll(engine: Engine, pairs: Pair[]): void {
  for (const { s, y } of pairs) engine.dispose(s, y);
  pairs.length = 0;
}

function difference(engine: Engine, a: Tensor, b: Tensor): Tensor {
  const result = engine.copy(a);
  engine.addScaled(result, b, -1);
  return result;
}

function sizeOf(tensor: Tensor): number {
  return tensor.shape.reduce((product, side) => product * side, 1);
}
