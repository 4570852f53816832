import type { ChosenEngine } from '../../nst/engines/choose-engine';
import type { Model } from '../../nst/model/model';
import type { PictureHashes } from '../../nst/recipe';
import type { RunReport } from '../../nst/report';
import type { StylizeResult } from '../../nst/run/stylize-options';
import type { JobRequest } from '../../protocol/job';

export interface FinishedRun {
  version: string;
  model: Pick<Model, 'id' | 'hash'>;
  pictures: PictureHashes;
  provided: ChosenEngine;
  result: StylizeResult;
  elapsedMs: number;
  /** For people. */
  notes: string[];
}

/** What is told of a run when it is over, with the recipe that repeats it. */
export function reportOf(
  { size, settings, styles }: Pick<JobRequest, 'size' | 'settings'> & { styles: readonly { weight: number }[] },
  { version, model, pictures, provided, result, elapsedMs, notes }: FinishedRun,
): RunReport {
  const { engine, reason } = provided;
  const { peakBytes, tensors, reservedBytes = null } = engine.memory();
  const styleWeights = styles.map(({ weight }) => weight);
  return {
    version,
    model: model.id,
    backend: { name: engine.name, description: engine.description, reason },
    width: result.image.width,
    height: result.image.height,
    settings,
    evaluations: result.evaluations,
    displayed: result.displayed,
    peakBytes,
    elapsedMs,
    livePictureMs: 1000 * result.livePictureSeconds,
    memoryAfter: { tensors, reservedBytes },
    forecast: result.forecast,
    notes,
    recipe: {
      version,
      model: model.id,
      ...(model.hash && { modelHash: model.hash }),
      backend: engine.name,
      size,
      settings,
      styleWeights,
      pictures,
    },
  };
}
