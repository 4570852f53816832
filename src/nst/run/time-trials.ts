import { layerGeometries } from '../geometry';
import { opaqueRgba } from '../images/rgb';
import { hypercolumnChannels } from '../losses/hypercolumns';
import { hasStyleLoss } from '../losses/loss-layers';
import { timeMatch } from '../losses/time-match';
import { nextTask } from '../next-task';
import { evaluationSpeed, type RunSpeed, type TimedEvaluation } from '../plan/forecast';
import type { Problem } from './problem';
import { score } from './score';

/** Longest sides of the two evaluations that are timed for the forecast. */
const SMALL_TRIAL = 64;
const LARGE_TRIAL = 128;

/** How fast this engine is at this run's own objective. */
export async function timeTrials(problem: Problem, signal?: AbortSignal): Promise<RunSpeed> {
  const small = await timeEvaluation(problem, SMALL_TRIAL, signal);
  const large = await timeEvaluation(problem, LARGE_TRIAL, signal);
  const matches = hasStyleLoss(problem.settings, 'neighbors');
  const secondsPerPair = matches ? await timeMatch(problem.engine, hypercolumnChannels(layerGeometries(problem.model))) : null;
  return { evaluation: evaluationSpeed(small, large), secondsPerPair };
}

/** The run's own objective on its own pictures, made small. The first of two evaluations warms up, and prepares kernels. */
async function timeEvaluation(problem: Problem, longestSide: number, signal?: AbortSignal): Promise<TimedEvaluation> {
  const { width, height } = problem.images.content;
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const images = problem.imagesAt(scale);
  const objective = await problem.objective(images, scale, null);
  const picture = opaqueRgba(images.content);
  let seconds = Infinity;
  for (let i = 0; i < 2; i++) {
    await nextTask();
    signal?.throwIfAborted();
    const startedAt = performance.now();
    await score(problem.engine, objective, picture);
    seconds = Math.min(seconds, (performance.now() - startedAt) / 1000);
  }
  objective.dispose();
  return { pixels: picture.width * picture.height, seconds };
}
