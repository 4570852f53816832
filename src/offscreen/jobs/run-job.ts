import { decodeImage } from '../../picture-files/decode';
import { encodeDeepPng, encodePng, encodeWhole } from '../../picture-files/encode';
import { hashPictures } from '../../picture-files/hash-pictures';
import { recipeText } from '../../picture-files/recipe-text';
import type { RgbaImage } from '../../nst/images/image';
import type { StyleTransferImages } from '../../nst/images/prepare-images';
import { rgbOf } from '../../nst/images/rgb';
import { lossLayers } from '../../nst/losses/loss-layers';
import type { Model } from '../../nst/model/model';
import type { Checkpoint, CheckpointStore } from '../../nst/run/checkpoint';
import type { StylizeOptions, StylizeResult } from '../../nst/run/stylize-options';
import { stylizeOnSomeEngine, type EngineContext } from '../../nst/run/stylize-on-some-engine';
import type { JobProgress, JobRequest, JobResult } from '../../protocol/job';
import { loadImage, storeImage } from '../../storage/images';
import { NotStoredError } from './not-stored-error';
import { layerOf } from './pictures';
import { progressOf } from './progress-of';
import { reportOf } from './report-of';

export interface JobContext extends EngineContext {
  version: string;
  /** Where the run goes on from; null: it begins. */
  resume: Checkpoint | null;
  checkpoints: CheckpointStore;
  isStopped(): boolean;
  /** The network of that id, or the one that ships, at least up to the deepest of these layers. */
  loadNetwork(id: string | null | undefined, layers: readonly string[], signal: AbortSignal): Promise<Model>;
  onProgress(progress: JobProgress): void;
  onPicture(picture: RgbaImage): void;
}

/** At most one live picture in this many milliseconds: reading G from the device costs time. */
const PICTURE_INTERVAL_MS = 400;

/** Runs one job from its pictures to a stored picture. Rejects with the signal's reason when aborted. */
export async function runJob(
  request: JobRequest,
  images: StyleTransferImages,
  context: JobContext,
): Promise<{ result: JobResult; picture: RgbaImage }> {
  const start = request.start ? await decodeImage(await loadImage(request.start), 'The picture to start from') : null;
  const pictures = await hashPictures({ ...images, start });
  context.onActivity('Loading the network');
  const model = await context.loadNetwork(request.network, lossLayers(request.settings), context.signal);
  const startedAt = performance.now() - (context.resume?.rows.at(-1)?.elapsedMs ?? 0);
  const options = { ...progressOptions(context), resume: context.resume ?? (start && beginningWith(start)) };
  const { result, provided, notes } = await stylizeOnSomeEngine(request, images, model, context, options);
  const elapsedMs = performance.now() - startedAt;
  const report = reportOf(request, { version: context.version, model, pictures, provided, result, elapsedMs, notes });
  const picture = layerOf(request, images, result.image);
  const { width, height } = picture;
  const image = await storeImage(encodePng(picture, recipeText(report.recipe))).catch(() => {
    throw new NotStoredError(picture);
  });
  const deep = request.deep ? await storeImage(encodeDeepPng(result.deep(), recipeText(report.recipe))) : null;
  const inputs = request.keepInputs ? await storeInputs(result.inputs) : null;
  return { picture, result: { image, deep, width, height, inputs, report, stopped: result.stopped } };
}

async function storeInputs({ content, styles }: StylizeResult['inputs']): Promise<NonNullable<JobResult['inputs']>> {
  return {
    content: await storeImage(encodeWhole(content)),
    styles: await Promise.all(styles.map((style) => storeImage(encodeWhole(style)))),
  };
}

/** A run that begins with a given picture is one that goes on from it, with nothing evaluated yet. */
function beginningWith(picture: RgbaImage): Checkpoint {
  return { kind: 'picture', scaleIndex: 0, evaluationsAtScale: 0, generated: rgbOf(picture), rows: [] };
}

function progressOptions(context: JobContext): StylizeOptions {
  let pictureAt = -Infinity;
  return {
    checkpoints: context.checkpoints,
    isStopped: () => context.isStopped(),
    onForecast: ({ seconds, peakBytes }) =>
      context.onActivity(`Starting: about ${Math.ceil(seconds)} s and ${Math.ceil(peakBytes / 2 ** 20)} MB of memory`),
    onProgress: (progress) => context.onProgress(progressOf(progress)),
    wantsPicture: () => performance.now() - pictureAt > PICTURE_INTERVAL_MS,
    onPicture: (picture) => {
      pictureAt = performance.now();
      context.onPicture(picture);
    },
  };
}
