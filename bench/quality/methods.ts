import type { Engine, Tensor } from '../../src/nst/engines/engine';
import { adam } from '../../src/nst/optimizers/adam';
import type { EvaluationLoop } from '../../src/nst/optimizers/evaluation-loop';
import { lbfgs, type LbfgsGuide } from '../../src/nst/optimizers/lbfgs';
import { fieldAdam } from './field-adam';
import { fieldLbfgs } from './field-lbfgs';

/** `recolored-lbfgs` is the field's L-BFGS from the picture that ours starts from: what the start alone is worth. */
export const METHODS = ['ours', 'our-adam', 'field-lbfgs', 'recolored-lbfgs', 'field-adam'] as const;
export type Method = (typeof METHODS)[number];

interface MethodRun {
  run(engine: Engine, loop: EvaluationLoop, start: Tensor, guide: () => LbfgsGuide): Promise<void>;
  /** What the user gets: the best G so far, or wherever the optimiser stands. */
  keeps: 'best' | 'current';
}

export const METHOD_RUNS: Record<Method, MethodRun> = {
  ours: { run: (engine, loop, start, guide) => lbfgs(engine, loop, start, guide()), keeps: 'best' },
  'our-adam': { run: (engine, loop, start) => adam(engine, loop, start, null), keeps: 'best' },
  'field-lbfgs': { run: fieldLbfgs, keeps: 'current' },
  'recolored-lbfgs': { run: recoloredLbfgs, keeps: 'current' },
  'field-adam': { run: fieldAdam, keeps: 'current' },
};

async function recoloredLbfgs(engine: Engine, loop: EvaluationLoop, start: Tensor, guide: () => LbfgsGuide): Promise<void> {
  const { recolored, colorMetric } = guide();
  await fieldLbfgs(engine, loop, recolored ?? start);
  engine.dispose(...[recolored, colorMetric].filter((tensor) => tensor !== null));
}
