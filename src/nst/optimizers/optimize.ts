import type { Engine, Tensor } from '../engines/engine';
import type { StyleTransferSettings } from '../settings';
import { adam } from './adam';
import type { EvaluationLoop } from './evaluation-loop';
import { gradientDescent } from './gradient-descent';
import { lbfgs, type LbfgsGuide } from './lbfgs';
import type { SavedOptimizerState } from './optimizer-state';

/**
 * Improves G from `start`, or from where it stood when it was saved, until the loop is finished; the loop keeps the best.
 * Only L-BFGS asks for a guide.
 */
export async function optimize(
  engine: Engine,
  loop: EvaluationLoop,
  start: Tensor,
  { optimizer, learningRate }: Pick<StyleTransferSettings, 'optimizer' | 'learningRate'>,
  guide: () => LbfgsGuide,
  saved: SavedOptimizerState | null = null,
): Promise<void> {
  switch (optimizer) {
    case 'gradient-descent':
      return gradientDescent(engine, loop, start, learningRate, saved);
    case 'adam':
      return adam(engine, loop, start, learningRate, saved);
    case 'lbfgs':
      return lbfgs(engine, loop, start, guide(), saved);
  }
}
