import type { Engine, Tensor } from '../engines/engine';
import type { EvaluationLoop } from './evaluation-loop';

/** In grey levels: the step that the field's tools use for pixels in 0…255. */
const ADAM_LEARNING_RATE = 10;

/** Adam (Kingma & Ba 2015) on the pixels, clamped to what can be displayed after every step. */
export async function adam(engine: Engine, loop: EvaluationLoop, start: Tensor, learningRate: number | null): Promise<void> {
  const rate = learningRate ?? ADAM_LEARNING_RATE;
  const x = engine.copy(start);
  const m = engine.zeros(start.shape);
  const v = engine.zeros(start.shape);
  for (let t = 1; !loop.finished; t++) {
    const { gradient } = await loop.evaluate(x);
    engine.adamStep(x, gradient, m, v, t, rate);
    engine.dispose(gradient);
  }
  engine.dispose(x, m, v);
}
