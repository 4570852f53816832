import type { Engine } from '../engines/engine';
import type { PreparedImages } from '../images/prepare-images';
import { resample, type FloatImage } from '../images/resample';
import { clamped } from '../images/starting-image';
import type { Best } from '../optimizers/evaluation-loop';
import type { SavedOptimizerState } from '../optimizers/optimizer-state';
import type { Checkpoint, FullCheckpoint } from './checkpoint';

/** What the optimisation at one scale begins with. */
export interface ScaleStart {
  /** G. */
  image: FloatImage;
  /** The same where it goes on from an earlier picture, which the losses look at; null at the first scale. */
  previous: FloatImage | null;
  /** Evaluations of this scale that were done before. */
  done: number;
  /** Where the optimiser stood, and the best G; null where it begins. */
  saved: SavedOptimizerState | null;
  best: Best | null;
}

/** A scale of the schedule begins with the G of the scale before, enlarged. */
export function enlargedStart(images: PreparedImages, before: FloatImage): ScaleStart {
  const image = clamped(resample(before, images.content.width, images.content.height, images.wraps));
  return { image, previous: image, done: 0, saved: null, best: null };
}

/** The first scale of this run: with the starting image, or where a checkpoint was kept. */
export async function firstStart(
  engine: Engine,
  images: PreparedImages,
  resume: Checkpoint | null,
  startingImage: () => FloatImage,
): Promise<ScaleStart> {
  if (!resume) return { image: startingImage(), previous: null, done: 0, saved: null, best: null };
  const done = resume.evaluationsAtScale;
  if (resume.kind === 'picture') return { ...enlargedStart(images, resume.generated), done };
  return resumedStart(engine, resume, startingImage);
}

async function resumedStart(engine: Engine, resume: FullCheckpoint, startingImage: () => FloatImage): Promise<ScaleStart> {
  const { width, height, optimizer, best, evaluationsAtScale } = resume;
  const previous = resume.previous && { width, height, channels: 3, data: await resume.previous.read() };
  const generated = engine.upload(await best.generated.read(), [height, width, 3]);
  return {
    image: previous ?? startingImage(),
    previous,
    done: evaluationsAtScale,
    saved: optimizer,
    best: { total: best.total, at: best.at, generated },
  };
}
