/**
 * Neural style transfer on one page, after Gatys, Ecker & Bethge, "A Neural Algorithm of Artistic Style"
 * (2015) and "Image Style Transfer Using Convolutional Neural Networks" (2016):
 * G starts as random pixels (or from the content) and is improved until J(G) = α·J_content(C, G) + β·J_style(S, G)
 * is small, where both losses compare activations of a pre-trained network.
 *
 * Departures from the paper, each measured and each optional: every loss may be a relative error (`balanced`),
 * G stays displayable at every step, and it grows from coarse to fine.
 */
import type { Engine, Tensor } from './engines/engine';
import { EngineError } from './engines/engine-error';
import { withTensorScope } from './engines/tensor-scope';
import { deepestLayer, layerGeometries } from './geometry';
import type { RgbaImage } from './images/image';
import { prepareImages, type PreparedImages, type StyleTransferImages } from './images/prepare-images';
import { clamped } from './images/starting-image';
import { resample, type FloatImage } from './images/resample';
import { opaqueRgba, rgbOf } from './images/rgb';
import { hypercolumnChannels } from './losses/hypercolumns';
import { hasStyleLoss, lossLayers } from './losses/loss-layers';
import { timeMatch } from './losses/time-match';
import type { Model } from './model/model';
import { Network } from './network';
import { Objective } from './objective';
import { imagesAtScale, objectiveInputs } from './plan/objective-inputs';
import { colorGuide } from './optimizers/color-guide';
import { EvaluationLoop } from './optimizers/evaluation-loop';
import { NotFiniteError } from './optimizers/not-finite';
import { optimize } from './optimizers/optimize';
import { planScales } from './plan/plan-scales';
import type { EvaluationRow, Forecast, LossParts } from './report';
import type { ScaleStep, StyleTransferSettings } from './settings';
import { evaluationSpeed, forecastSeconds, type TimedEvaluation } from './plan/forecast';
import { nextTask } from './next-task';
import { planRun, type RunPlan } from './plan/plan-run';
import { fractionDone, stepsLeft } from './plan/progress';

export interface StylizeProgress {
  row: EvaluationRow;
  /** Counts from 1. */
  scaleIndex: number;
  scaleCount: number;
  /** Evaluations planned over all scales. */
  evaluations: number;
  /** G's size at this scale. */
  width: number;
  height: number;
  /** Work done of what was done and is still planned, 0…1, where an evaluation counts by its pixels. */
  fractionDone: number;
}

/** Where a run stands, on the host: enough to go on with another engine. */
export interface Checkpoint {
  scaleIndex: number;
  /** Evaluations done at that scale. */
  evaluationsAtScale: number;
  /** G at that scale. */
  generated: FloatImage;
  rows: readonly EvaluationRow[];
}

export interface StylizeOptions {
  signal?: AbortSignal;
  /** Goes on from there instead of from the starting image. */
  resume?: Checkpoint | null;
  /** Called with every picture that is read from the device. */
  onCheckpoint?: (checkpoint: Checkpoint) => void;
  /** Saves the four small evaluations that tell how long the run will take; the forecast then says 0 seconds. */
  withoutForecast?: boolean;
  /** Called once, before the first evaluation. */
  onForecast?: (forecast: Forecast) => void;
  onProgress?: (progress: StylizeProgress) => void;
  /** Called before an evaluation's picture is read from the device; false saves the time. */
  wantsPicture?: () => boolean;
  onPicture?: (picture: RgbaImage) => void;
}

export interface StylizeResult {
  /** G with the source's alpha, in the source's colours if those are kept. */
  image: RgbaImage;
  evaluations: EvaluationRow[];
  /** J of the 8-bit picture. */
  displayed: LossParts;
  /** The 8-bit content and styles at the final size, as the network saw them. */
  inputs: { content: RgbaImage; styles: RgbaImage[] };
  /** Parts that G was cut into at the final size. */
  tiles: number;
  forecast: Forecast;
  /** For people: what happened on the way that is worth knowing. */
  notes: string[];
}

/**
 * Stylises `images.content`; a run that is aborted rejects with the signal's reason and leaves no tensor behind.
 * Throws ImageError before anything is computed where the engine's memory can't hold the run.
 */
export async function stylize(
  engine: Engine,
  model: Model,
  images: StyleTransferImages,
  settings: StyleTransferSettings,
  options: StylizeOptions = {},
): Promise<StylizeResult> {
  const prepared = prepareImages(images, settings);
  const lastLayer = deepestLayer(model, lossLayers(settings));
  const plan = planRun(engine, model, lastLayer, prepared, settings);
  const network = Network.prepare(engine, model, lastLayer, settings);
  try {
    return await withTensorScope(engine, (scoped) =>
      new StyleTransfer(scoped, network.on(scoped), model, plan, prepared, settings, options).run(),
    );
  } finally {
    network.dispose();
  }
}

/** Longest sides of the two evaluations that are timed for the forecast. */
const SMALL_TRIAL = 64;
const LARGE_TRIAL = 128;
/** And the least shorter side. */
const LEAST_TRIAL = 16;

const NO_NUMBER = 'the losses came out as no number; lower the weights or the learning rate if it happens on every engine';
const LAST_GOOD_PICTURE =
  'The losses stopped being numbers on the way, so this is the last good picture; lower the learning rate or the weights.';

class StyleTransfer {
  private readonly rows: EvaluationRow[] = [];
  private readonly notes = new Set<string>();
  private readonly startedAt: number;
  /** What the scale at work began with, where it goes on from an earlier picture. */
  private previous: FloatImage | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly network: Network,
    private readonly model: Model,
    private readonly plan: RunPlan,
    private readonly images: PreparedImages,
    private readonly settings: StyleTransferSettings,
    private readonly options: StylizeOptions,
  ) {
    this.rows.push(...(options.resume?.rows ?? []));
    this.startedAt = performance.now() - (this.rows.at(-1)?.elapsedMs ?? 0);
  }

  async run(): Promise<StylizeResult> {
    const { width, height } = this.images.content;
    const steps = planScales(this.settings.scales, this.settings.strokeSize, Math.max(width, height), this.settings.evaluations);
    const { resume } = this.options;
    const first = resume?.scaleIndex ?? 0;
    let done = resume?.evaluationsAtScale ?? 0;
    const forecast = await this.forecast(stepsLeft(steps, first, done));
    this.options.onForecast?.(forecast);
    let generated = resume?.generated ?? null;
    for (let index = first; index < steps.length; index++, done = 0) {
      generated = await this.optimizeScale(steps, index, done, generated);
    }
    return this.finish(generated!, forecast);
  }

  private async forecast(left: readonly ScaleStep[]): Promise<Forecast> {
    if (this.options.withoutForecast) return { seconds: 0, peakBytes: this.plan.peakBytes(this.engine.memory().bytes) };
    const small = await this.timeEvaluation(SMALL_TRIAL);
    const large = await this.timeEvaluation(LARGE_TRIAL);
    const matches = hasStyleLoss(this.settings, 'neighbors');
    const secondsPerPair = matches ? await timeMatch(this.engine, hypercolumnChannels(layerGeometries(this.model))) : null;
    const scales = left.map(({ scale, evaluations }) => ({ plan: this.plan.tilesAt(scale), evaluations }));
    return {
      seconds: (performance.now() - this.startedAt) / 1000 + forecastSeconds(scales, evaluationSpeed(small, large), secondsPerPair),
      peakBytes: this.plan.peakBytes(this.engine.memory().bytes),
    };
  }

  /** The run's own objective on its own pictures, made small. The first of two evaluations warms up, and prepares kernels. */
  private async timeEvaluation(longestSide: number): Promise<TimedEvaluation> {
    const { width, height } = this.images.content;
    const scale = Math.min(1, Math.max(longestSide / Math.max(width, height), LEAST_TRIAL / Math.min(width, height)));
    const images = imagesAtScale(this.images, scale);
    const objective = await this.objectiveFor(images, scale, null);
    const picture = opaqueRgba(images.content);
    let seconds = Infinity;
    for (let i = 0; i < 2; i++) {
      await nextTask();
      this.options.signal?.throwIfAborted();
      const startedAt = performance.now();
      await this.score(objective, picture);
      seconds = Math.min(seconds, (performance.now() - startedAt) / 1000);
    }
    objective.dispose();
    return { pixels: picture.width * picture.height, seconds };
  }

  /** One size of the schedule: the previous G enlarged (or the starting image), improved by the evaluations that are not `done` yet. */
  private async optimizeScale(steps: readonly ScaleStep[], index: number, done: number, previous: FloatImage | null): Promise<FloatImage> {
    const images = imagesAtScale(this.images, steps[index].scale);
    const { width, height } = images.content;
    const start = previous ? clamped(resample(previous, width, height, images.wraps)) : images.start(this.settings);
    this.previous = previous && start;
    const objective = await this.objectiveFor(images, steps[index].scale, this.previous);
    const loop = new EvaluationLoop(this.engine, objective, {
      evaluations: Math.max(1, steps[index].evaluations - done),
      earlyStop: this.settings.earlyStop,
      signal: this.options.signal,
      onEvaluation: (parts, generated) => this.report(parts, generated, steps, index, ++done),
    });
    const x = this.engine.upload(start.data, [height, width, 3]);
    await this.optimizeWhileFinite(loop, () =>
      optimize(this.engine, loop, x, this.settings, () => colorGuide(this.engine, images, previous ? null : start, this.settings)),
    );
    const best = loop.takeBest();
    const generated = { width, height, channels: 3, data: await this.engine.read(best) };
    this.engine.dispose(x, best);
    objective.dispose();
    return generated;
  }

  /** Where J stops being a number the best picture before counts; without one the engine can't do this run. */
  private async optimizeWhileFinite(loop: EvaluationLoop, optimizing: () => Promise<void>): Promise<void> {
    try {
      await optimizing();
    } catch (error) {
      if (!(error instanceof NotFiniteError)) throw error;
      if (!loop.hasBest) throw new EngineError('wrong-result', NO_NUMBER);
      this.notes.add(LAST_GOOD_PICTURE);
    }
  }

  private async objectiveFor(images: PreparedImages, scale: number, previous: FloatImage | null): Promise<Objective> {
    const geometries = layerGeometries(this.model);
    const inputs = objectiveInputs(this.engine, images, this.plan.tilesAt(scale), previous);
    const objective = await Objective.create(this.engine, this.network, geometries, inputs, this.settings);
    this.engine.dispose(inputs.content, ...inputs.styles.map(({ image }) => image), ...(inputs.previous ? [inputs.previous] : []));
    return objective;
  }

  private async report(parts: LossParts, generated: Tensor, steps: readonly ScaleStep[], index: number, done: number): Promise<void> {
    const row = { evaluation: this.rows.length + 1, scale: steps[index].scale, elapsedMs: performance.now() - this.startedAt, ...parts };
    this.rows.push(row);
    const [height, width] = generated.shape;
    this.options.onProgress?.({
      row,
      scaleIndex: index + 1,
      scaleCount: steps.length,
      evaluations: steps.reduce((sum, { evaluations }) => sum + evaluations, 0),
      width,
      height,
      fractionDone: fractionDone(this.rows, stepsLeft(steps, index, done)),
    });
    if (this.options.wantsPicture?.() ?? true) await this.showPicture(generated, index, done);
  }

  private async showPicture(generated: Tensor, scaleIndex: number, evaluationsAtScale: number): Promise<void> {
    if (!this.options.onPicture && !this.options.onCheckpoint) return;
    const [height, width] = generated.shape;
    const image = { width, height, channels: 3, data: await this.engine.read(generated) };
    this.options.onCheckpoint?.({ scaleIndex, evaluationsAtScale, generated: image, rows: [...this.rows] });
    this.options.onPicture?.(this.images.compose(image));
  }

  /** Rounds G to 8 bits, scores what is displayed, and gives it the source's alpha. */
  private async finish(generated: FloatImage, forecast: Forecast): Promise<StylizeResult> {
    const displayed = opaqueRgba(generated);
    const objective = await this.objectiveFor(this.images, 1, this.previous);
    const { size, wraps } = this.images;
    const image = this.images.compose(resample(generated, size.width, size.height, wraps));
    const score = await this.score(objective, displayed);
    objective.dispose();
    return {
      image,
      evaluations: this.rows,
      displayed: score,
      inputs: { content: opaqueRgba(this.images.content), styles: this.images.styles.map(({ image: style }) => opaqueRgba(style)) },
      tiles: this.plan.tilesAt(1).contentTiles.length,
      forecast,
      notes: [...this.notes],
    };
  }

  private async score(objective: Objective, displayed: RgbaImage): Promise<LossParts> {
    const x = this.engine.upload(rgbOf(displayed).data, [displayed.height, displayed.width, 3]);
    const { gradient, read } = objective.evaluate(x);
    this.engine.dispose(gradient, x);
    return (await read()).parts;
  }
}
