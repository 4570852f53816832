import type { LayerGeometry } from '../geometry';
import { workspaceBytes, type MemoryCost } from './memory-cost';
import { planTiles, wholeImage, type Tile } from '../tiles';

export interface Size {
  width: number;
  height: number;
}

export interface Sizes {
  content: Size;
  styles: readonly Size[];
}

export interface MemoryPlan {
  contentTiles: readonly Tile[];
  /** In the styles' order. */
  styleTiles: readonly (readonly Tile[])[];
}

/** Cuts content and styles so that the activations of one evaluation stay within so many bytes. Only the content may wrap. */
export function planMemory(sizes: Sizes, deepest: LayerGeometry, cost: MemoryCost, budgetBytes: number, wraps: boolean): MemoryPlan {
  return {
    contentTiles: tilesOf(sizes.content, deepest, mostPixels(budgetBytes, cost, cost.evaluation), wraps),
    styleTiles: sizes.styles.map((size) => tilesOf(size, deepest, mostPixels(budgetBytes, cost, cost.features), false)),
  };
}

/** The most pixels of which activations and the convolutions' work space fit. */
function mostPixels(budgetBytes: number, cost: MemoryCost, bytesPerPixel: number): number {
  const besideFullWorkspace = (budgetBytes - workspaceBytes(cost, Infinity)) / bytesPerPixel;
  const withSmallWorkspace = budgetBytes / (bytesPerPixel + workspaceBytes(cost, 1));
  return Math.max(besideFullWorkspace, withSmallWorkspace);
}

function tilesOf({ width, height }: Size, deepest: LayerGeometry, pixels: number, wraps: boolean): readonly Tile[] {
  if (width * height <= pixels) return [wholeImage(width, height)];
  const side = Math.sqrt(pixels);
  const shorter = Math.min(width, height);
  return planTiles(width, height, deepest, Math.floor(shorter < side ? pixels / shorter : side), wraps);
}
