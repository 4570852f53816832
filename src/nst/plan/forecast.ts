import { MOST_CANDIDATES } from '../losses/create-neighbor-loss';
import { candidateBytes, VECTOR, workspaceBytes, type MemoryCost } from './memory-cost';
import type { MemoryPlan, Sizes } from './plan-memory';
import type { Tile } from '../tiles';

/** One evaluation that was timed on the engine. */
export interface TimedEvaluation {
  pixels: number;
  seconds: number;
}

/** An evaluation takes `fixed + perPixel · pixels` seconds, on each tile. */
interface EvaluationSpeed {
  fixed: number;
  perPixel: number;
}

/** How fast an engine is at a run. */
export interface RunSpeed {
  evaluation: EvaluationSpeed;
  /** What the comparison of a position of G with one of a style takes where positions are matched; null where they are not. */
  secondsPerPair: number | null;
}

/** What one scale of the schedule takes. */
export interface ScaleSeconds {
  /** Targets, and positions matched. */
  preparation: number;
  evaluation: number;
}

/** Features alone take this share of an evaluation: the forward half of its convolutions, and half of the losses. */
const FEATURES_SHARE = 0.45;
/** A position of relu3 stands for 4 × 4 pixels. */
const PIXELS_PER_POSITION = 16;

/** Two evaluations of different sizes tell what each costs beside its pixels: kernels are read, threads are woken. */
export function evaluationSpeed(small: TimedEvaluation, large: TimedEvaluation): EvaluationSpeed {
  const slope = large.pixels > small.pixels ? (large.seconds - small.seconds) / (large.pixels - small.pixels) : 0;
  const through = large.seconds / large.pixels;
  const perPixel = slope > 0 ? Math.min(slope, through) : through;
  return { perPixel, fixed: large.seconds - perPixel * large.pixels };
}

/** Matching looks at content and styles once more than the other losses. */
export function scaleSeconds(plan: MemoryPlan, { evaluation, secondsPerPair }: RunSpeed): ScaleSeconds {
  const targets = targetSeconds(plan, evaluation);
  const matching = secondsPerPair === null ? 0 : targets + secondsPerPair * matchedPairs(plan);
  return { preparation: targets + matching, evaluation: evaluationSeconds(plan, evaluation) };
}

/** Positions of G times candidates of the styles. */
function matchedPairs({ contentTiles, styleTiles }: MemoryPlan): number {
  const most = MOST_CANDIDATES / styleTiles.length;
  const candidates = styleTiles.reduce((sum, tiles) => sum + Math.min(most, patchPixels(tiles) / PIXELS_PER_POSITION), 0);
  return (patchPixels(contentTiles) / PIXELS_PER_POSITION) * candidates;
}

function evaluationSeconds({ contentTiles }: MemoryPlan, speed: EvaluationSpeed): number {
  const passes = contentTiles.length === 1 ? 1 : 1 + FEATURES_SHARE;
  return passes * secondsFor(contentTiles, speed);
}

function targetSeconds({ contentTiles, styleTiles }: MemoryPlan, speed: EvaluationSpeed): number {
  return FEATURES_SHARE * secondsFor([...contentTiles, ...styleTiles.flat()], speed);
}

function secondsFor(tiles: readonly Tile[], { fixed, perPixel }: EvaluationSpeed): number {
  return tiles.length * fixed + perPixel * patchPixels(tiles);
}

/** The most that the final size will hold beside `weightBytes`: while G is evaluated, or while targets are made. */
export function forecastPeakBytes({ content, styles }: Sizes, plan: MemoryPlan, cost: MemoryCost, weightBytes: number): number {
  const pixels = content.width * content.height;
  const tiled = plan.contentTiles.length > 1;
  const largest = largestPatch(plan.contentTiles);
  const targets = weightBytes + cost.grams + candidateBytes(cost, styles) + cost.targets * patchPixels(plan.contentTiles);
  const sums = tiled ? VECTOR * (pixels + largest) : 0;
  const evaluating = cost.vectors * pixels + sums + cost.evaluation * largest + workspaceBytes(cost, largest);
  const seen = largestPatch([...plan.contentTiles, ...plan.styleTiles.flat()]);
  const pictures = VECTOR * styles.reduce((sum, { width, height }) => sum + width * height, 2 * pixels);
  const targeting = pictures + (cost.features + VECTOR) * seen + workspaceBytes(cost, seen);
  return targets + Math.max(evaluating, targeting);
}

function patchPixels(tiles: readonly Tile[]): number {
  return tiles.reduce((sum, { patch }) => sum + patch.width * patch.height, 0);
}

function largestPatch(tiles: readonly Tile[]): number {
  return Math.max(...tiles.map(({ patch }) => patch.width * patch.height));
}
