import { ADAM, type Engine, type Tensor } from '../../src/nst/engines/engine';
import type { EvaluationLoop } from '../../src/nst/optimizers/evaluation-loop';

const LEARNING_RATE = 10;

/** The field's usual Adam, to compare with: nothing keeps G in 0…255. The engines' own step clamps, so this one runs on the host. */
export async function fieldAdam(engine: Engine, loop: EvaluationLoop, start: Tensor): Promise<void> {
  const values = await engine.read(start);
  const m = new Float32Array(values.length);
  const v = new Float32Array(values.length);
  for (let t = 1; !loop.finished; t++) {
    const x = engine.upload(values, start.shape);
    const { gradient } = await loop.evaluate(x);
    step(values, await engine.read(gradient), m, v, t);
    engine.dispose(x, gradient);
  }
}

/** Kingma & Ba 2015, algorithm 1. */
function step(x: Float32Array, gradient: Float32Array, m: Float32Array, v: Float32Array, t: number): void {
  const { beta1, beta2, epsilon } = ADAM;
  const firstMoment = 1 / (1 - beta1 ** t);
  const secondMoment = 1 / (1 - beta2 ** t);
  for (let i = 0; i < x.length; i++) {
    m[i] = beta1 * m[i] + (1 - beta1) * gradient[i];
    v[i] = beta2 * v[i] + (1 - beta2) * gradient[i] ** 2;
    x[i] -= (LEARNING_RATE * m[i] * firstMoment) / (Math.sqrt(v[i] * secondMoment) + epsilon);
  }
}
