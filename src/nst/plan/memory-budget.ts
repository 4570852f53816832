import type { LayerGeometry } from '../geometry';
import { ImageError } from '../images/image-error';
import { candidateBytes, VECTOR, workspaceBytes, type MemoryCost } from './memory-cost';
import { haloOf } from '../tiles';
import type { Size, Sizes } from './plan-memory';
import type { StyleTransferSettings } from '../settings';

/** Of activations, where the user names no budget. */
const DEFAULT_BUDGET = 1500e6;
/** What 32-bit WebAssembly can address; engines that don't know their limit are held to it too. */
const DEFAULT_LIMIT = 65535 * 65536;
/** Memory that freed tensors leave in pieces can't all be used again. */
const USABLE = 0.85;
/** Pictures also live outside the engine several times over: larger ones fail in the browser. */
const MOST_PIXELS = 36e6;
/** The smallest tile that is worth its surroundings has an own part of this many of them. */
const OWN_HALOS = 4;

/** What an engine has for a run. */
export interface EngineRoom {
  limitBytes?: number;
}

/** Bytes that the activations of one evaluation may take. */
export function activationBudget(
  tileMemory: StyleTransferSettings['tileMemory'],
  { limitBytes = DEFAULT_LIMIT }: EngineRoom,
  sizes: Sizes,
  cost: MemoryCost,
): number {
  const wanted = tileMemory === null ? DEFAULT_BUDGET : tileMemory * 1e6;
  return Math.min(wanted, USABLE * limitBytes - heldBytes(sizes, cost));
}

/**
 * Throws ImageError('too-large') where not even small tiles fit beside the weights and the optimiser's state,
 * with the largest longest side that would.
 */
export function assertFits(sizes: Sizes, deepest: LayerGeometry, cost: MemoryCost, room: EngineRoom): void {
  if (fits(sizes, deepest, cost, room)) return;
  const { width, height } = sizes.content;
  const side = largestSide(sizes, deepest, cost, room);
  throw new ImageError(
    'too-large',
    side > 0
      ? `${width} × ${height} pixels need more memory than this engine has; choose a size of at most ${side} pixels on the longest side.`
      : `${width} × ${height} pixels need more memory than this engine has; close other tabs, or choose another engine.`,
  );
}

function fits(sizes: Sizes, deepest: LayerGeometry, cost: MemoryCost, { limitBytes = DEFAULT_LIMIT }: EngineRoom): boolean {
  const patch = ((OWN_HALOS + 2) * haloOf(deepest)) ** 2;
  const tile = Math.min(patch, pixelsOf(sizes.content));
  const needed = heldBytes(sizes, cost) + tile * cost.evaluation + workspaceBytes(cost, tile);
  return pixelsOf(sizes.content) <= MOST_PIXELS && needed <= USABLE * limitBytes;
}

function largestSide(sizes: Sizes, deepest: LayerGeometry, cost: MemoryCost, room: EngineRoom): number {
  let [least, most] = [0, Math.max(sizes.content.width, sizes.content.height)];
  while (most - least > 1) {
    const side = Math.floor((least + most) / 2);
    if (fits(withLongestSide(sizes, side), deepest, cost, room)) least = side;
    else most = side;
  }
  return least;
}

function withLongestSide({ content, styles }: Sizes, side: number): Sizes {
  const factor = side / Math.max(content.width, content.height);
  const scaled = ({ width, height }: Size): Size => ({ width: Math.ceil(width * factor), height: Math.ceil(height * factor) });
  return { content: scaled(content), styles: styles.map(scaled) };
}

/** Weights, targets, pictures and the optimiser's state; targets as small tiles with their surroundings keep them. */
function heldBytes({ content, styles }: Sizes, cost: MemoryCost): number {
  const overlap = (1 + 2 / OWN_HALOS) ** 2;
  const pixels = pixelsOf(content);
  const pictures = VECTOR * [content, ...styles].reduce((sum, size) => sum + pixelsOf(size), 0);
  return cost.weights + cost.grams + candidateBytes(cost, styles) + pictures + pixels * (cost.vectors + overlap * cost.targets);
}

function pixelsOf({ width, height }: Size): number {
  return width * height;
}
