/**
 * Neural style transfer on one page, after Gatys, Ecker & Bethge, "A Neural Algorithm of Artistic Style"
 * (2015) and "Image Style Transfer Using Convolutional Neural Networks" (2016):
 * G starts as random pixels (or from the content) and is improved until J(G) = α·J_content(C, G) + β·J_style(S, G)
 * is small, where both losses compare activations of a pre-trained network.
 *
 * Departures from the paper, each measured and each optional: every loss may be a relative error (`balanced`),
 * G stays displayable at every step, and it grows from coarse to fine.
 */
import type { Engine } from './engines/engine';
import { EngineError } from './engines/engine-error';
import type { StyleTransferImages } from './images/prepare-images';
import { resample, type FloatImage } from './images/resample';
import { opaqueRgba, storableRgba } from './images/rgb';
import type { Model } from './model/model';
import { colorGuide } from './optimizers/color-guide';
import { EvaluationLoop } from './optimizers/evaluation-loop';
import { NotFiniteError } from './optimizers/not-finite';
import { optimize } from './optimizers/optimize';
import { planScales } from './plan/plan-scales';
import type { Forecast, LossParts } from './report';
import { Journal } from './run/journal';
import type { Problem } from './run/problem';
import { enlargedStart, firstStart, type ScaleStart } from './run/scale-start';
import { score } from './run/score';
import type { StylizeOptions, StylizeResult } from './run/stylize-options';
import { withProblem } from './run/with-problem';
import type { ScaleStep, StyleTransferSettings } from './settings';

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
  return withProblem(engine, model, images, settings, (problem) => coarseToFine(problem, options));
}

/** What `stylize` would take, from two small evaluations; nothing is stylised. Throws and rejects as it does. */
export function forecastRun(
  engine: Engine,
  model: Model,
  images: StyleTransferImages,
  settings: StyleTransferSettings,
  signal: AbortSignal,
): Promise<Forecast> {
  return withProblem(engine, model, images, settings, (problem) =>
    new Journal(problem.engine, problem.images, stepsOf(problem), { signal }).forecast(problem),
  );
}

/** G at the end of a scale. */
interface Improved {
  generated: FloatImage;
  step: ScaleStep;
  /** J of it in 8 bits; known where the run ends. */
  displayed: LossParts | null;
  /** Evaluations of the schedule were left out because the user had seen enough. */
  stopped: boolean;
}

async function coarseToFine(problem: Problem, options: StylizeOptions): Promise<StylizeResult> {
  const { engine, images } = problem;
  const steps = stepsOf(problem);
  const journal = new Journal(engine, images, steps, options);
  const forecast = await journal.forecast(problem);
  const first = options.resume?.scaleIndex ?? 0;
  let improved: Improved | null = null;
  for (let index = first; index < steps.length && !improved?.displayed; index++) {
    improved = await improveAtScale(problem, steps, index, improved?.generated ?? null, journal, options);
  }
  return resultOf(problem, improved!, journal, forecast);
}

function stepsOf({ images, settings }: Problem): readonly ScaleStep[] {
  const { width, height } = images.content;
  return planScales(settings.scales, settings.strokeSize, Math.max(width, height), settings.evaluations);
}

/** One size of the schedule: the G of the size before, enlarged, or the starting image, is improved until J(G) is small. */
async function improveAtScale(
  problem: Problem,
  steps: readonly ScaleStep[],
  index: number,
  before: FloatImage | null,
  journal: Journal,
  options: StylizeOptions,
): Promise<Improved> {
  const { engine, settings } = problem;
  const step = steps[index];
  const images = problem.imagesAt(step.scale);
  const start = before
    ? enlargedStart(images, before)
    : await firstStart(engine, images, options.resume ?? null, () => images.start(settings));
  const objective = await problem.objective(images, step.scale, start.previous);
  journal.prepared(index);
  const loop: EvaluationLoop = new EvaluationLoop(engine, objective, {
    evaluations: Math.max(step.evaluations, start.best ? 0 : start.done + 1),
    earlyStop: settings.earlyStop,
    signal: options.signal,
    isStopped: options.isStopped,
    before: { totals: journal.totals(start.done), best: start.best },
    onEvaluation: (parts, generated) => journal.evaluated(parts, generated, index, loop.done),
    onStep: (best, state) => journal.keepCheckpoint(best, state, { scaleIndex: index, done: loop.done, previous: start.previous }),
  });
  const x = engine.upload(start.image.data, [start.image.height, start.image.width, 3]);
  const guide = () => colorGuide(engine, images, isFresh(start) ? start.image : null, settings);
  await whileFinite(loop, journal, () => optimize(engine, loop, x, settings, guide, start.saved));
  const best = loop.takeBest();
  const generated = { width: start.image.width, height: start.image.height, channels: 3, data: await engine.read(best) };
  const isLast = index === steps.length - 1;
  const stopped = (options.isStopped?.() ?? false) && !(isLast && loop.done >= step.evaluations);
  const displayed = isLast || stopped ? await score(engine, objective, opaqueRgba(generated)) : null;
  engine.dispose(x, best);
  objective.dispose();
  return { generated, step, displayed, stopped };
}

/** G has no colours of the style yet. */
function isFresh({ previous, saved }: ScaleStart): boolean {
  return previous === null && saved === null;
}

const NO_NUMBER = 'the losses came out as no number; lower the weights or the learning rate if it happens on every engine';
const LAST_GOOD_PICTURE =
  'The losses stopped being numbers on the way, so this is the last good picture; lower the learning rate or the weights.';

/** Where J stops being a number the best picture before counts; without one the engine can't do this run. */
async function whileFinite(loop: EvaluationLoop, journal: Journal, optimizing: () => Promise<void>): Promise<void> {
  try {
    await optimizing();
  } catch (error) {
    if (!(error instanceof NotFiniteError)) throw error;
    if (!loop.hasBest) throw new EngineError('wrong-result', NO_NUMBER);
    journal.notes.add(LAST_GOOD_PICTURE);
  }
}

/** Rounds G to 8 bits, at the layer's size, and gives it the source's alpha. */
function resultOf(
  problem: Problem,
  { generated, step, displayed, stopped }: Improved,
  journal: Journal,
  forecast: Forecast,
): StylizeResult {
  const { images, plan } = problem;
  const { size, content, wraps } = images;
  const { width, height } = wraps ? size : content;
  const whole = resample(generated, width, height, wraps);
  return {
    image: images.compose(whole),
    deep: () => images.composeDeep(whole),
    evaluations: journal.rows,
    displayed: displayed!,
    inputs: {
      content: storableRgba(images.content, images.isDeep),
      styles: images.styles.map(({ image, isDeep }) => storableRgba(image, isDeep)),
    },
    tiles: plan.tilesAt(step.scale).contentTiles.length,
    forecast,
    livePictureSeconds: journal.livePictureSeconds,
    stopped,
    notes: [...journal.notes],
  };
}
