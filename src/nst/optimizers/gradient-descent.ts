import type { Engine, Tensor } from '../engines/engine';
import { HIGHEST, LOWEST, type EvaluationLoop } from './evaluation-loop';

/** The first step moves a pixel by this many grey levels on average. */
const FIRST_STEP = 6;
const GROWTH = 1.2;
const SHRINKAGE = 0.5;

/**
 * G ← G − η·∂J/∂G, clamped to what can be displayed. A given learning rate η stays fixed, as in the textbook.
 * Without one, η starts from the first gradient's size, grows while J falls, and is halved (the step being
 * taken back) where J rises.
 */
export async function gradientDescent(engine: Engine, loop: EvaluationLoop, start: Tensor, learningRate: number | null): Promise<void> {
  if (learningRate !== null) return fixedRate(engine, loop, start, learningRate);
  let x = engine.copy(start);
  let { total, gradient, extra } = await loop.evaluate(x, (g) => [engine.absoluteSum(g)]);
  let rate = (FIRST_STEP * sizeOf(x)) / Math.max(extra[0], Number.MIN_VALUE);
  while (!loop.finished) {
    const next = engine.clampedStep(x, gradient, -rate, LOWEST, HIGHEST);
    const evaluated = await loop.evaluate(next);
    if (evaluated.total < total) {
      engine.dispose(x, gradient);
      x = next;
      ({ total, gradient, extra } = evaluated);
      rate *= GROWTH;
    } else {
      engine.dispose(next, evaluated.gradient);
      rate *= SHRINKAGE;
    }
  }
  engine.dispose(x, gradient);
}

async function fixedRate(engine: Engine, loop: EvaluationLoop, start: Tensor, rate: number): Promise<void> {
  let x = engine.copy(start);
  while (!loop.finished) {
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
