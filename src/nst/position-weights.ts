import type { Engine, Tensor } from './engines/engine';
import type { LayerGeometry } from './geometry';
import { ownPositions, type Tile } from './tiles';

/** How much each pixel of an image counts: 0…1, or more where it is kept more (see `keptMore`). */
export interface Coverage {
  width: number;
  height: number;
  /** [h · w] */
  weights: Float32Array;
}

/** What counts in both; null means everything. */
export function intersect(a: Coverage | null, b: Coverage | null): Coverage | null {
  if (!a || !b) return a ?? b;
  return { width: a.width, height: a.height, weights: a.weights.map((weight, i) => weight * b.weights[i]) };
}

/** White of a map of what is kept has this many times the content weight of black. */
export const KEEP_STRENGTH = 10;

/**
 * What counts, times 1 + (KEEP_STRENGTH − 1)·m where the map of what is kept is m: black leaves the content weight α as
 * it is, white makes it KEEP_STRENGTH·α. Null means 1 everywhere.
 */
export function keptMore(coverage: Coverage | null, kept: Coverage | null): Coverage | null {
  if (!kept) return coverage;
  const weights = kept.weights.map((m, i) => (coverage?.weights[i] ?? 1) * (1 + (KEEP_STRENGTH - 1) * m));
  return { width: kept.width, height: kept.height, weights };
}

/** Styles that apply to the same region of G stand together: their targets are mixed by weight. */
export function groupByRegion<Style extends { region: Coverage | null }>(styles: readonly Style[]): Style[][] {
  const groups = new Map<Coverage | null, Style[]>();
  for (const style of styles) groups.set(style.region, [...(groups.get(style.region) ?? []), style]);
  return [...groups.values()];
}

/** Mean of a coverage over every position's stride × stride block: [⌊h / stride⌋ · ⌊w / stride⌋]. */
function coverageAt(coverage: Coverage, stride: number): Coverage {
  const width = Math.floor(coverage.width / stride);
  const height = Math.floor(coverage.height / stride);
  const weights = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) weights[y * width + x] = blockMean(coverage, x * stride, y * stride, stride);
  }
  return { width, height, weights };
}

function blockMean({ width, weights }: Coverage, left: number, top: number, side: number): number {
  let sum = 0;
  for (let y = top; y < top + side; y++) {
    for (let x = left; x < left + side; x++) sum += weights[y * width + x];
  }
  return sum / (side * side);
}

/**
 * The part of an image over which a loss sums, as position weights p_ij for every layer and tile
 * (guided Gram matrices: Gatys et al. 2017, section 4). Null coverage means every pixel.
 */
export class Region {
  private readonly perStride = new Map<number, Coverage>();
  private readonly tensors = new Map<string, Tensor>();

  constructor(
    private readonly engine: Engine,
    private readonly width: number,
    private readonly height: number,
    private readonly coverage: Coverage | null,
  ) {}

  /** Σ p over all positions of a layer: the h·w of the paper where everything counts. */
  positions({ stride }: LayerGeometry): number {
    if (!this.coverage) return Math.floor(this.width / stride) * Math.floor(this.height / stride);
    return this.at(stride).weights.reduce((sum, weight) => sum + weight, 0);
  }

  /** p of all positions of a layer, in reading order; null where all of them are 1. */
  coverageOf({ stride }: LayerGeometry): Float32Array | null {
    return this.coverage && this.at(stride).weights;
  }

  /** p of one tile at one layer, [h, w]; null where all of them are 1. Owned by the region. */
  weights(tile: Tile, { stride }: LayerGeometry): Tensor | null {
    if (!this.coverage && isWhole(tile, this.width, this.height)) return null;
    const key = `${stride}:${tile.own.x},${tile.own.y}`;
    let tensor = this.tensors.get(key);
    if (!tensor) {
      tensor = this.upload(tile, stride);
      this.tensors.set(key, tensor);
    }
    return tensor;
  }

  dispose(): void {
    this.engine.dispose(...this.tensors.values());
    this.tensors.clear();
  }

  private upload(tile: Tile, stride: number): Tensor {
    const width = Math.floor(tile.patch.width / stride);
    const height = Math.floor(tile.patch.height / stride);
    const own = ownPositions(tile, stride, this.width, this.height);
    const values = new Float32Array(width * height);
    for (let y = own.y; y < own.y + own.height; y++) {
      for (let x = own.x; x < own.x + own.width; x++) {
        values[y * width + x] = this.weightAt(tile.patch.x / stride + x, tile.patch.y / stride + y, stride);
      }
    }
    return this.engine.upload(values, [height, width]);
  }

  private weightAt(x: number, y: number, stride: number): number {
    if (!this.coverage) return 1;
    const { width, weights } = this.at(stride);
    return weights[y * width + x];
  }

  private at(stride: number): Coverage {
    if (!this.coverage) throw new Error('A region without coverage has weight 1 everywhere.');
    let coverage = this.perStride.get(stride);
    if (!coverage) {
      coverage = coverageAt(this.coverage, stride);
      this.perStride.set(stride, coverage);
    }
    return coverage;
  }
}

function isWhole(tile: Tile, width: number, height: number): boolean {
  return tile.own.width === width && tile.own.height === height;
}
