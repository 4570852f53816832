import type { Engine, Tensor } from '../engines/engine';
import { HIGHEST, LOWEST, type EvaluationLoop } from './evaluation-loop';
import { restoredTensors, type OptimizerState, type SavedOptimizerState } from './optimizer-state';

/** The first step moves a pixel by this many grey levels on average. */
const FIRST_STEP = 6;
const GROWTH = 1.2;
const SHRINKAGE = 0.5;

interface Position {
  x: Tensor;
  total: number;
  gradient: Tensor;
  /** η of the next step. */
  rate: number;
}

/**
 * G ← G − η·∂J/∂G, clamped to what can be displayed. A given learning rate η stays fixed, as in the textbook.
 * Without one, η starts from the first gradient's size, grows while J falls, and is halved (the step being
 * taken back) where J rises.
 */
export async function gradientDescent(
  engine: Engine,
  loop: EvaluationLoop,
  start: Tensor,
  learningRate: number | null,
  saved: SavedOptimizerState | null = null,
): Promise<void> {
  if (learningRate !== null) return fixedRate(engine, loop, start, learningRate, saved);
  const now = saved ? await restored(engine, saved, start.shape) : await firstPosition(engine, loop, start);
  let at = loop.done;
  const state = (): OptimizerState => ({
    numbers: { total: now.total, rate: now.rate },
    tensors: { x: { key: `x${at}`, tensor: now.x }, gradient: { key: `gradient${at}`, tensor: now.gradient } },
  });
  while (await loop.goesOn(state)) {
    const next = engine.clampedStep(now.x, now.gradient, -now.rate, LOWEST, HIGHEST);
    const { total, gradient } = await loop.evaluate(next);
    if (total < now.total) {
      engine.dispose(now.x, now.gradient);
      Object.assign(now, { x: next, total, gradient, rate: now.rate * GROWTH });
      at = loop.done;
    } else {
      engine.dispose(next, gradient);
      now.rate *= SHRINKAGE;
    }
  }
  engine.dispose(now.x, now.gradient);
}

async function firstPosition(engine: Engine, loop: EvaluationLoop, start: Tensor): Promise<Position> {
  const x = engine.copy(start);
  const { total, gradient, extra } = await loop.evaluate(x, (g) => [engine.absoluteSum(g)]);
  return { x, total, gradient, rate: (FIRST_STEP * sizeOf(x)) / Math.max(extra[0], Number.MIN_VALUE) };
}

async function restored(engine: Engine, saved: SavedOptimizerState, shape: readonly number[]): Promise<Position> {
  const { total, rate } = saved.numbers;
  return { ...(await restoredTensors(engine, saved, ['x', 'gradient'], shape)), total, rate };
}

async function fixedRate(
  engine: Engine,
  loop: EvaluationLoop,
  start: Tensor,
  rate: number,
  saved: SavedOptimizerState | null,
): Promise<void> {
  let x = saved ? (await restoredTensors(engine, saved, ['x'], start.shape)).x : engine.copy(start);
  while (await loop.goesOn(() => ({ numbers: {}, tensors: { x: { key: `x${loop.done}`, tensor: x } } }))) {
    const { gradient } = await loop.evaluate(x);
    const next = engine.clampedStep(x, gradient, -rate, LOWEST, HIGHEST);
    engine.dispose(x, gradient);
    x = next;
  }
  engine.dispose(x);
}

function sizeOf(tensor: Tensor): number {
  return tensor.shape.reduce((product, side) => product * side, 1);
}
