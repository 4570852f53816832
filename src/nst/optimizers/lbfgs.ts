import type { Engine, Scalar, Tensor } from '../engines/engine';
import type { LossParts } from '../report';
import { HIGHEST, LOWEST, type EvaluationLoop } from './evaluation-loop';
import { restoredTensors, type OptimizerState, type SavedOptimizerState } from './optimizer-state';

export const LBFGS_HISTORY = 10;
/** The first step moves a pixel by this many grey levels on average: ten evaluations of finding a scale are saved. */
const FIRST_STEP = 6;
/** Armijo's constant of sufficient decrease (Nocedal & Wright 2006, eq. 3.4). */
const SUFFICIENT_DECREASE = 1e-4;
const BACKTRACKING = 0.4;
const MOST_BACKTRACKS = 6;
/** A pair (s, y) is used where sᵀy > this · yᵀy: curvature must be positive. */
const LEAST_CURVATURE = 1e-8;

/** What is known of where G will go before its first gradient. */
export interface LbfgsGuide {
  /** The start in other colours, evaluated second; null: there is only the start. */
  recolored: Tensor | null;
  /** Whether to go on from the recoloured start, by J of both. */
  leads(start: LossParts, recolored: LossParts): boolean;
  /** M of H₀ = γ·M for a pixel's colour, [3, 3], symmetric and positive definite; null is the identity. */
  colorMetric: Tensor | null;
}

const NO_GUIDE: LbfgsGuide = { recolored: null, leads: () => false, colorMetric: null };

interface Pair {
  s: Tensor;
  y: Tensor;
  /** Evaluations that were done when it was made. */
  at: number;
}

/** Where L-BFGS stands between two steps. */
interface Standing {
  current: Position;
  /** Evaluations that were done when it got there. */
  at: number;
  pairs: Pair[];
  firstStep: number;
}

/**
 * Projected L-BFGS (Liu & Nocedal 1989; active set as in Bertsekas 1982): every step is clipped to 0…255,
 * and variables at a bound whose gradient points outward are left out of the direction and its inner products,
 * so that black and white areas neither leave the displayable range nor get stuck. Takes over the guide's tensors.
 */
export async function lbfgs(
  engine: Engine,
  loop: EvaluationLoop,
  start: Tensor,
  guide = NO_GUIDE,
  saved: SavedOptimizerState | null = null,
): Promise<void> {
  const now = saved ? await restored(engine, saved, start.shape) : await firstStanding(engine, loop, start, guide);
  while (await loop.goesOn(() => stateOf(now))) {
    const { current, pairs } = now;
    const direction = descentDirection(engine, current, pairs, now.firstStep, guide.colorMetric);
    const step = await searchAlong(engine, loop, current, direction);
    engine.dispose(direction);
    if (!step) {
      forgetAll(engine, pairs);
      now.firstStep /= 2;
      continue;
    }
    const at = loop.done;
    if (step.curved)
      remember(engine, pairs, { s: difference(engine, step.x, current.x), y: difference(engine, step.gradient, current.gradient), at });
    engine.dispose(current.x, current.gradient);
    Object.assign(now, { current: step, at });
  }
  forgetAll(engine, now.pairs);
  engine.dispose(now.current.x, now.current.gradient);
  if (guide.colorMetric) engine.dispose(guide.colorMetric);
}

async function firstStanding(engine: Engine, loop: EvaluationLoop, start: Tensor, guide: LbfgsGuide): Promise<Standing> {
  return { current: await chosenStart(engine, loop, start, guide), at: loop.done, pairs: [], firstStep: FIRST_STEP };
}

function stateOf({ current, at, pairs, firstStep }: Standing): OptimizerState {
  const ofPairs = pairs.flatMap((pair, i) => [
    [`s${i}`, { key: `s${pair.at}`, tensor: pair.s }],
    [`y${i}`, { key: `y${pair.at}`, tensor: pair.y }],
  ]);
  return {
    numbers: { total: current.total, at, firstStep, ...Object.fromEntries(pairs.map((pair, i) => [`at${i}`, pair.at])) },
    tensors: {
      x: { key: `x${at}`, tensor: current.x },
      gradient: { key: `gradient${at}`, tensor: current.gradient },
      ...Object.fromEntries(ofPairs),
    },
  };
}

async function restored(engine: Engine, saved: SavedOptimizerState, shape: readonly number[]): Promise<Standing> {
  const { total, at, firstStep } = saved.numbers;
  const pairs: Pair[] = [];
  for (let i = 0; `s${i}` in saved.tensors; i++) {
    const pair: Record<string, Tensor> = await restoredTensors(engine, saved, [`s${i}`, `y${i}`], shape);
    pairs.push({ s: pair[`s${i}`], y: pair[`y${i}`], at: saved.numbers[`at${i}`] });
  }
  return { current: { total, ...(await restoredTensors(engine, saved, ['x', 'gradient'], shape)) }, at, pairs, firstStep };
}

interface Position {
  x: Tensor;
  total: number;
  gradient: Tensor;
}

interface Step extends Position {
  /** J curves upward along the step: sᵀy > 0. */
  curved: boolean;
}

/** The start, or the recoloured one, which is taken over. */
async function chosenStart(engine: Engine, loop: EvaluationLoop, start: Tensor, { recolored, leads }: LbfgsGuide): Promise<Position> {
  const first = await evaluateStart(loop, engine.copy(start));
  if (!recolored) return first;
  if (loop.finished) {
    engine.dispose(recolored);
    return first;
  }
  const second = await evaluateStart(loop, recolored);
  const [kept, left] = leads(first.parts, second.parts) ? [second, first] : [first, second];
  engine.dispose(left.x, left.gradient);
  return kept;
}

async function evaluateStart(loop: EvaluationLoop, x: Tensor): Promise<Position & { parts: LossParts }> {
  const { total, parts, gradient } = await loop.evaluate(x);
  return { x, total, parts, gradient };
}

/** Armijo backtracking on the clipped step from t = 1; null if no step along the direction lowers J. */
async function searchAlong(engine: Engine, loop: EvaluationLoop, current: Position, direction: Tensor): Promise<Step | null> {
  let t = 1;
  for (let attempt = 0; attempt <= MOST_BACKTRACKS && !loop.finished; attempt++, t *= BACKTRACKING) {
    const next = engine.clampedStep(current.x, direction, t, LOWEST, HIGHEST);
    const { total, gradient, extra } = await loop.evaluate(next, (g) => slopes(engine, current.gradient, g, next, current.x));
    const [slope, slopeAfter] = extra;
    if (slope < 0 && total <= current.total + SUFFICIENT_DECREASE * slope) {
      return { total, gradient, x: next, curved: slopeAfter > slope };
    }
    engine.dispose(next, gradient);
    if (slope >= 0) return null;
  }
  return null;
}

/** gᵀ(x' − x), what J would change by if it were linear, and the same with the gradient at x'. */
function slopes(engine: Engine, before: Tensor, after: Tensor, next: Tensor, x: Tensor): Scalar[] {
  const step = difference(engine, next, x);
  const both = [engine.dot(before, step), engine.dot(after, step)];
  engine.dispose(step);
  return both;
}

/** −H·g over the free variables, by the two-loop recursion (Nocedal & Wright 2006, algorithm 7.4); all scalars stay on the device. */
function descentDirection(
  engine: Engine,
  { x, gradient }: Position,
  pairs: readonly Pair[],
  firstStep: number,
  metric: Tensor | null,
): Tensor {
  const free = engine.freeMask(x, gradient, LOWEST, HIGHEST);
  const d = engine.multiply(gradient, free);
  const curvatures = pairs.map((pair) => curvatureOf(engine, pair, free));
  const alphas: Scalar[] = [];
  for (let i = pairs.length - 1; i >= 0; i--) {
    alphas[i] = addMultiple(engine, d, pairs[i].y, pairs[i].s, curvatures[i], free);
  }
  const direction = inMetric(engine, metric, d, free);
  if (pairs.length === 0) scaleToMean(engine, direction, firstStep);
  else scaleByLatestCurvature(engine, direction, pairs.at(-1)!, curvatures.at(-1)!, free, metric);
  for (let i = 0; i < pairs.length; i++) addCorrection(engine, direction, pairs[i], curvatures[i], alphas[i], free);
  engine.scale(direction, -1);
  engine.dispose(d, free, ...alphas, ...curvatures.flatMap(({ sy, threshold }) => [sy, threshold]));
  return direction;
}

interface Curvature {
  sy: Scalar;
  threshold: Scalar;
}

function curvatureOf(engine: Engine, { s, y }: Pair, free: Tensor): Curvature {
  const threshold = engine.dot(y, y, free);
  engine.scale(threshold, LEAST_CURVATURE);
  return { sy: engine.dot(s, y, free), threshold };
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

/** Makes the mean of |d| the given one. */
function scaleToMean(engine: Engine, d: Tensor, mean: number): void {
  const sum = engine.absoluteSum(d);
  const wanted = engine.upload(Float32Array.of(mean * sizeOf(d)), [1]);
  const factor = engine.divideScalars(wanted, sum);
  engine.scale(d, factor);
  engine.dispose(sum, wanted, factor);
}

/** H₀ = (sᵀy / yᵀMy)·M with the latest pair: Nocedal & Wright 2006, eq. 7.20, in the metric M. */
function scaleByLatestCurvature(engine: Engine, d: Tensor, { y }: Pair, { sy }: Curvature, free: Tensor, metric: Tensor | null): void {
  const freeY = engine.multiply(y, free);
  const moved = inMetric(engine, metric, freeY, free);
  const yMy = engine.dot(freeY, moved);
  const factor = engine.divideScalars(sy, yMy);
  engine.scale(d, factor);
  engine.dispose(freeY, moved, yMy, factor);
}

/** M·v restricted to the free variables, for a v that is 0 at the others: symmetric and positive definite there too. */
function inMetric(engine: Engine, metric: Tensor | null, v: Tensor, free: Tensor): Tensor {
  if (!metric) return engine.copy(v);
  const moved = engine.zeros(v.shape);
  engine.addMatrixProduct(moved, v, metric, 1, null);
  const restricted = engine.multiply(moved, free);
  engine.dispose(moved);
  return restricted;
}

function remember(engine: Engine, pairs: Pair[], pair: Pair): void {
  pairs.push(pair);
  if (pairs.length > LBFGS_HISTORY) {
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
