import type { Engine, Tensor } from '../../src/nst/engines/engine';
import type { EvaluationLoop } from '../../src/nst/optimizers/evaluation-loop';

/** What style transfer tools built on torch.optim.LBFGS publish as their defaults. */
const LEARNING_RATE = 1;
const HISTORY = 100;
/** torch.optim.LBFGS keeps a pair where sᵀy is larger. */
const LEAST_CURVATURE = 1e-10;

interface Pair {
  s: Tensor;
  y: Tensor;
  /** sᵀy */
  curvature: number;
}

/**
 * The field's usual way, to compare with: L-BFGS as torch.optim.LBFGS runs it without a line search. The whole
 * step is always taken, except that the first is min(1, 1 / ‖g‖₁) of the gradient, and nothing keeps G in 0…255.
 */
export async function fieldLbfgs(engine: Engine, loop: EvaluationLoop, start: Tensor): Promise<void> {
  const x = engine.copy(start);
  const pairs: Pair[] = [];
  let gradient: Tensor | null = null;
  let step: Tensor | null = null;
  let initialCurvature = 1;
  while (!loop.finished) {
    const previous: Tensor | null = gradient;
    gradient = (await loop.evaluate(x)).gradient;
    if (previous && step) initialCurvature = (await remember(engine, pairs, step, gradient, previous)) ?? initialCurvature;
    step = await descentDirection(engine, gradient, pairs, initialCurvature);
    engine.scale(step, previous ? LEARNING_RATE : LEARNING_RATE * Math.min(1, 1 / (await valueOf(engine, engine.absoluteSum(gradient)))));
    engine.addScaled(x, step, 1);
    if (previous) engine.dispose(previous);
  }
  engine.dispose(x, ...[gradient, step].filter((tensor) => tensor !== null), ...pairs.flatMap(({ s, y }) => [s, y]));
}

/** Takes over the step; returns sᵀy / yᵀy, or null where the pair has too little curvature and is left out. */
async function remember(engine: Engine, pairs: Pair[], s: Tensor, gradient: Tensor, previous: Tensor): Promise<number | null> {
  const y = engine.copy(gradient);
  engine.addScaled(y, previous, -1);
  const curvature = await valueOf(engine, engine.dot(s, y));
  if (curvature <= LEAST_CURVATURE) {
    engine.dispose(s, y);
    return null;
  }
  pairs.push({ s, y, curvature });
  if (pairs.length > HISTORY) {
    const oldest = pairs.shift()!;
    engine.dispose(oldest.s, oldest.y);
  }
  return curvature / (await valueOf(engine, engine.dot(y, y)));
}

/** −H·g by the two-loop recursion (Nocedal & Wright 2006, algorithm 7.4). */
async function descentDirection(engine: Engine, gradient: Tensor, pairs: readonly Pair[], initialCurvature: number): Promise<Tensor> {
  const d = engine.copy(gradient);
  engine.scale(d, -1);
  const alphas: number[] = [];
  for (let i = pairs.length - 1; i >= 0; i--) {
    alphas[i] = (await valueOf(engine, engine.dot(pairs[i].s, d))) / pairs[i].curvature;
    engine.addScaled(d, pairs[i].y, -alphas[i]);
  }
  engine.scale(d, initialCurvature);
  for (let i = 0; i < pairs.length; i++) {
    const beta = (await valueOf(engine, engine.dot(pairs[i].y, d))) / pairs[i].curvature;
    engine.addScaled(d, pairs[i].s, alphas[i] - beta);
  }
  return d;
}

async function valueOf(engine: Engine, scalar: Tensor): Promise<number> {
  const [value] = await engine.readScalars([scalar]);
  engine.dispose(scalar);
  return value;
}
