import type { Engine, Tensor } from '../engines/engine';
import type { EvaluationLoop } from './evaluation-loop';
import { restoredTensors, type OptimizerState, type SavedOptimizerState } from './optimizer-state';

/** In grey levels: the step that the field's tools use for pixels in 0…255. */
const ADAM_LEARNING_RATE = 10;

/** Adam (Kingma & Ba 2015) on the pixels, clamped to what can be displayed after every step. */
export async function adam(
  engine: Engine,
  loop: EvaluationLoop,
  start: Tensor,
  learningRate: number | null,
  saved: SavedOptimizerState | null = null,
): Promise<void> {
  const rate = learningRate ?? ADAM_LEARNING_RATE;
  const { x, m, v } = saved
    ? await restoredTensors(engine, saved, ['x', 'm', 'v'], start.shape)
    : { x: engine.copy(start), m: engine.zeros(start.shape), v: engine.zeros(start.shape) };
  let t = saved?.numbers.t ?? 0;
  const state = (): OptimizerState => ({
    numbers: { t },
    tensors: { x: { key: `x${t}`, tensor: x }, m: { key: `m${t}`, tensor: m }, v: { key: `v${t}`, tensor: v } },
  });
  while (await loop.goesOn(state)) {
    const { gradient } = await loop.evaluate(x);
    t += 1;
    engine.adamStep(x, gradient, m, v, t, rate);
    engine.dispose(gradient);
  }
  engine.dispose(x, m, v);
}
