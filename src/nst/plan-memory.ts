import type { LayerGeometry } from './geometry';
import type { PreparedImages } from './images/prepare-images';
import { planTiles, wholeImage, type Tile } from './tiles';

export interface MemoryPlan {
  contentTiles: readonly Tile[];
  /** In the styles' order. */
  styleTiles: readonly (readonly Tile[])[];
}

/** Cuts content and styles so that one evaluation stays within a budget; null means no budget. */
export function planMemory(images: PreparedImages, deepest: LayerGeometry, budgetMegabytes: number | null): MemoryPlan {
  const tilesOf = ({ width, height }: { width: number; height: number }): readonly Tile[] =>
    budgetMegabytes === null ? [wholeImage(width, height)] : planTiles(width, height, deepest, largestPatch(budgetMegabytes));
  return { contentTiles: tilesOf(images.content), styleTiles: images.styles.map(({ image }) => tilesOf(image)) };
}

/** Activations, gradients and copies of one evaluation through relu5_1 take about this many bytes a pixel. */
const BYTES_PER_PIXEL = 1900;

function largestPatch(budgetMegabytes: number): number {
  return Math.floor(Math.sqrt((budgetMegabytes * 1e6) / BYTES_PER_PIXEL));
}
