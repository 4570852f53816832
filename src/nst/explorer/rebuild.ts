import type { Engine } from '../engines/engine';
import type { RgbaImage } from '../images/image';
import type { Model } from '../model/model';
import { EvaluationLoop } from '../optimizers/evaluation-loop';
import { lbfgs } from '../optimizers/lbfgs';
import { withProblem } from '../run/with-problem';
import { rebuildSettings } from './rebuild-settings';
import { EXPLORED_SIDE, type Rebuilt, type RebuiltFrom } from './explored';

/** From noise; the loss has fallen to a small part by then at every layer. See docs/decisions/0087. */
const EVALUATIONS = 60;

export interface RebuildOptions {
  /** Ends the work between two evaluations; it rejects with the signal's reason. */
  signal?: AbortSignal;
  evaluations?: number;
  /** Asked after every evaluation: whether the picture is wanted as it is now. */
  wantsPicture?: () => boolean;
  /** `fraction` of the evaluations that are done. */
  onPicture?: (picture: RgbaImage, fraction: number) => void;
}

/**
 * The picture as it is to one layer: random pixels, improved until the layer's activations (content), or the Gram
 * matrices up to it (style), are those of the picture. Nothing else is known of the picture, not even its colours. No
 * tensor is left behind. Throws ImageError for a picture that can't be seen.
 */
export function rebuild(
  engine: Engine,
  model: Model,
  picture: RgbaImage,
  from: RebuiltFrom,
  layer: string,
  { signal, evaluations = EVALUATIONS, wantsPicture = () => false, onPicture }: RebuildOptions = {},
): Promise<Rebuilt> {
  const settings = rebuildSettings(from, layer);
  const size = Math.min(EXPLORED_SIDE, Math.max(picture.width, picture.height));
  const pictures = { content: picture, styles: [{ image: picture, weight: 1, mask: null }], mask: null, size };
  return withProblem(engine, model, pictures, settings, async (problem) => {
    const { engine: scoped, images } = problem;
    const start = images.start(settings);
    const { width, height } = start;
    const losses: number[] = [];
    const objective = await problem.objective(images, 1, null);
    const loop = new EvaluationLoop(scoped, objective, {
      evaluations,
      earlyStop: null,
      signal,
      onEvaluation: async ({ total }, generated) => {
        losses.push(total);
        if (!onPicture || !wantsPicture()) return;
        onPicture(images.compose({ width, height, channels: 3, data: await scoped.read(generated) }), losses.length / evaluations);
      },
    });
    const x = scoped.upload(start.data, [height, width, 3]);
    await lbfgs(scoped, loop, x);
    const best = loop.takeBest();
    const rebuilt = images.compose({ width, height, channels: 3, data: await scoped.read(best) });
    scoped.dispose(x, best);
    objective.dispose();
    return { picture: rebuilt, lossBefore: losses[0], lossAfter: Math.min(...losses) };
  });
}
