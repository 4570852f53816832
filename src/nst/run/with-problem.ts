import type { Engine } from '../engines/engine';
import { withTensorScope } from '../engines/tensor-scope';
import { deepestLayer } from '../geometry';
import { prepareImages, type StyleTransferImages } from '../images/prepare-images';
import { lossLayers } from '../losses/loss-layers';
import type { Model } from '../model/model';
import { Network } from '../network';
import { planRun } from '../plan/plan-run';
import type { StyleTransferSettings } from '../settings';
import { Problem } from './problem';

/**
 * C, S and the network on the engine while `use` works with them; no tensor is left behind. Throws ImageError before anything
 * is computed where the engine's memory can't hold the run.
 */
export async function withProblem<Result>(
  engine: Engine,
  model: Model,
  images: StyleTransferImages,
  settings: StyleTransferSettings,
  use: (problem: Problem) => Promise<Result>,
): Promise<Result> {
  const prepared = prepareImages(images, settings);
  const lastLayer = deepestLayer(model, lossLayers(settings));
  const plan = planRun(engine, model, lastLayer, prepared, settings);
  const network = Network.prepare(engine, model, lastLayer, settings);
  try {
    return await withTensorScope(engine, (scoped) => use(new Problem(scoped, network.on(scoped), model, plan, prepared, settings)));
  } finally {
    network.dispose();
  }
}
