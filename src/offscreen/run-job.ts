import { decodeImage } from '../images/decode';
import { encodePng } from '../images/encode';
import type { Engine, EngineName } from '../nst/engines/engine';
import { fullSizeLayer } from '../nst/images/full-size-layer';
import type { RgbaImage } from '../nst/images/image';
import type { StyleTransferImages } from '../nst/images/prepare-images';
import { rgbOf } from '../nst/images/rgb';
import type { Model } from '../nst/model/model';
import type { RunReport } from '../nst/report';
import { stylize, type Checkpoint, type StylizeOptions, type StylizeProgress } from '../nst/stylize';
import { EngineError } from '../nst/engines/engine-error';
import type { ImageRef, JobProgress, JobRequest, JobResult } from '../protocol/calls';
import { loadImage, storeImage } from '../storage/images';

export interface JobContext {
  version: string;
  signal: AbortSignal;
  /** Picks, makes and checks an engine; says why it was chosen. */
  engineFor(choice: JobRequest['engine']): Promise<{ engine: Engine; reason: string }>;
  /** Never uses this engine again. */
  discardEngine(name: EngineName): void;
  hasOtherEngines(): boolean;
  /** A network at least up to the deepest of these layers. */
  loadModel(layers: readonly string[], signal: AbortSignal): Promise<Model>;
  onActivity(activity: string): void;
  onProgress(progress: JobProgress): void;
  onPicture(picture: RgbaImage): void;
}

/** At most one live picture in this many milliseconds: reading G from the device costs time. */
const PICTURE_INTERVAL_MS = 400;

/** Runs one job from stored pictures to a stored picture. Rejects with the signal's reason when aborted. */
export async function runJob(request: JobRequest, context: JobContext): Promise<JobResult> {
  context.onActivity('Reading pictures');
  const images = await loadImages(request);
  context.onActivity('Loading the network');
  const { contentLayers, styleLayers } = request.settings;
  const model = await context.loadModel([...Object.keys(contentLayers), ...Object.keys(styleLayers)], context.signal);
  const { result, provided, notes, elapsedMs } = await stylizeOnSomeEngine(request, images, model, context);
  const { engine, reason } = provided;
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
    elapsedMs,
    notes,
  };
  const image = request.layer ? fullSizeLayer(images, result.image) : result.image;
  return {
    image: await storeImage(encodePng(image)),
    width: image.width,
    height: image.height,
    inputs: {
      content: await storeImage(encodePng(result.inputs.content)),
      styles: await Promise.all(result.inputs.styles.map((style) => storeImage(encodePng(style)))),
    },
    report,
  };
}

/** Where an engine fails (a lost context, refused memory, a dead thread) the run goes on from its last picture on the next one. */
async function stylizeOnSomeEngine(request: JobRequest, images: StyleTransferImages, model: Model, context: JobContext) {
  const startedAt = performance.now();
  const notes: string[] = [];
  let choice = request.engine;
  let resume: Checkpoint | null = await startOf(request);
  for (;;) {
    context.onActivity('Choosing the fastest engine');
    const provided = await context.engineFor(choice);
    context.signal.throwIfAborted();
    context.onActivity('Preparing the losses');
    provided.engine.resetPeak();
    try {
      const result = await stylize(provided.engine, model, images, request.settings, {
        ...progressOptions(context),
        resume,
        onCheckpoint: (checkpoint) => (resume = checkpoint),
      });
      return { result, provided, notes, elapsedMs: performance.now() - startedAt };
    } catch (error) {
      if (!(error instanceof EngineError) || context.signal.aborted) throw error;
      context.discardEngine(provided.engine.name);
      if (!context.hasOtherEngines()) throw error;
      notes.push(`${provided.engine.description} failed (${error.message}); the run went on with another engine.`);
      choice = 'auto';
    }
  }
}

/** A run that begins with a given picture is one that goes on from it, with nothing evaluated yet. */
async function startOf({ start }: JobRequest): Promise<Checkpoint | null> {
  if (!start) return null;
  const picture = await decodeImage(await loadImage(start), 'The picture to start from');
  return { scaleIndex: 0, generated: rgbOf(picture), rows: [] };
}

function progressOptions(context: JobContext): StylizeOptions {
  let pictureAt = -Infinity;
  return {
    signal: context.signal,
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
    size: request.size,
  };
}

function progressOf({ row, scaleIndex, scaleCount, evaluations, width, height, fractionDone }: StylizeProgress): JobProgress {
  return {
    evaluation: row.evaluation,
    evaluations,
    scale: scaleIndex,
    scales: scaleCount,
    width,
    height,
    elapsedMs: row.elapsedMs,
    remainingMs: fractionDone > 0 ? (row.elapsedMs * (1 - fractionDone)) / fractionDone : null,
    content: row.content,
    style: row.style,
    tv: row.tv,
    total: row.total,
  };
}
