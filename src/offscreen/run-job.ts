import { decodeImage } from '../picture-files/decode';
import { encodePng } from '../picture-files/encode';
import { hashPictures } from '../picture-files/hash-pictures';
import { recipeText } from '../picture-files/recipe-text';
import { fullSizeLayer } from '../nst/images/full-size-layer';
import type { RgbaImage } from '../nst/images/image';
import type { StyleTransferImages } from '../nst/images/prepare-images';
import { rgbOf } from '../nst/images/rgb';
import { lossLayers } from '../nst/losses/loss-layers';
import type { Model } from '../nst/model/model';
import type { Recipe } from '../nst/recipe';
import type { RunReport } from '../nst/report';
import type { Checkpoint } from '../nst/run/checkpoint';
import type { StylizeOptions, StylizeProgress } from '../nst/run/stylize-options';
import type { ImageRef } from '../protocol/layer';
import type { JobProgress, JobRequest, JobResult } from '../protocol/job';
import { loadImage, storeImage } from '../storage/images';
import { stylizeOnSomeEngine, type EngineContext } from './stylize-on-some-engine';

export interface JobContext extends EngineContext {
  version: string;
  /** A network at least up to the deepest of these layers. */
  loadModel(layers: readonly string[], signal: AbortSignal): Promise<Model>;
  onProgress(progress: JobProgress): void;
  onPicture(picture: RgbaImage): void;
}

/** At most one live picture in this many milliseconds: reading G from the device costs time. */
const PICTURE_INTERVAL_MS = 400;

/** Runs one job from stored pictures to a stored picture. Rejects with the signal's reason when aborted. */
export async function runJob(request: JobRequest, context: JobContext): Promise<JobResult> {
  context.onActivity('Reading pictures');
  const images = await loadImages(request);
  const start = request.start ? await decodeImage(await loadImage(request.start), 'The picture to start from') : null;
  const pictures = await hashPictures({ ...images, start });
  context.onActivity('Loading the network');
  const model = await context.loadModel(lossLayers(request.settings), context.signal);
  const startedAt = performance.now();
  const options = { ...progressOptions(context), resume: start && beginningWith(start) };
  const { result, provided, notes } = await stylizeOnSomeEngine(request, images, model, context, options);
  const { engine, reason } = provided;
  const recipe: Recipe = {
    version: context.version,
    model: model.id,
    backend: engine.name,
    size: request.size,
    settings: request.settings,
    styleWeights: images.styles.map(({ weight }) => weight),
    pictures,
  };
  const report: RunReport = {
    version: context.version,
    model: model.id,
    backend: { name: engine.name, description: engine.description, reason },
    width: result.image.width,
    height: result.image.height,
    settings: request.settings,
    evaluations: result.evaluations,
    displayed: result.displayed,
    peakBytes: engine.memory().peakBytes,
    elapsedMs: performance.now() - startedAt,
    forecast: result.forecast,
    notes,
    recipe,
  };
  const image = request.layer ? fullSizeLayer(images, result.image, request.settings.padding === 'wrap') : result.image;
  return {
    image: await storeImage(encodePng(image, recipeText(recipe))),
    width: image.width,
    height: image.height,
    inputs: {
      content: await storeImage(encodePng(result.inputs.content)),
      styles: await Promise.all(result.inputs.styles.map((style) => storeImage(encodePng(style)))),
    },
    report,
  };
}

/** A run that begins with a given picture is one that goes on from it, with nothing evaluated yet. */
function beginningWith(picture: RgbaImage): Checkpoint {
  return { kind: 'picture', scaleIndex: 0, evaluationsAtScale: 0, generated: rgbOf(picture), rows: [] };
}

function progressOptions(context: JobContext): StylizeOptions {
  let pictureAt = -Infinity;
  return {
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

async function loadImages(request: JobRequest): Promise<StyleTransferImages> {
  const decoded = async (ref: ImageRef, what: string): Promise<RgbaImage> => decodeImage(await loadImage(ref), what);
  return {
    content: await decoded(request.content, 'The content image'),
    styles: await Promise.all(
      request.styles.map(async ({ image, name, weight, mask }) => ({
        image: await decoded(image, `The style image “${name}”`),
        weight,
        mask: mask === null ? null : await decoded(mask, `The mask of the style “${name}”`),
      })),
    ),
    mask: request.mask === null ? null : await decoded(request.mask, 'The mask'),
    keepMask: request.keepMask ? await decoded(request.keepMask, 'The mask of what is kept') : null,
    size: request.size,
  };
}

function progressOf({
  row,
  scaleIndex,
  scaleCount,
  evaluations,
  width,
  height,
  remainingSeconds,
  fractionDone,
}: StylizeProgress): JobProgress {
  return {
    evaluation: row.evaluation,
    evaluations,
    scale: scaleIndex,
    scales: scaleCount,
    width,
    height,
    elapsedMs: row.elapsedMs,
    remainingMs: 1000 * remainingSeconds,
    fractionDone,
    content: row.content,
    style: row.style,
    tv: row.tv,
    total: row.total,
  };
}
