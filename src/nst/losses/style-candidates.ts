import type { Engine, Tensor } from '../engines/engine';
import type { LayerGeometry } from '../geometry';
import type { Region } from '../position-weights';
import { ownPositions, type Tile } from '../tiles';

/** Positions of a style that G's are compared with: all that are visible, or as many of them, evenly chosen. */
export class CandidatePositions {
  /** Shape of the chosen ones: about square, so that every engine can hold them. */
  readonly rows: number;
  readonly columns: number;
  /** Position in the whole style of each of them, in reading order of its grid; a few may stand twice. */
  private readonly chosen: readonly number[];
  private readonly gridWidth: number;

  constructor(
    private readonly engine: Engine,
    private readonly width: number,
    private readonly height: number,
    private readonly geometry: LayerGeometry,
    region: Region,
    most: number,
  ) {
    this.gridWidth = Math.floor(width / geometry.stride);
    const visible = visiblePositions(region, this.gridWidth * Math.floor(height / geometry.stride), geometry);
    const count = Math.min(visible.length, most);
    this.columns = Math.ceil(Math.sqrt(count));
    this.rows = count === 0 ? 0 : Math.ceil(count / this.columns);
    const places = this.rows * this.columns;
    this.chosen = Array.from({ length: places }, (_, i) => visible[Math.floor(((i + 0.5) * visible.length) / places)]);
  }

  /** Where the chosen ones lie in one tile's positions, −1 for those of other tiles: [rows, columns]. */
  indicesIn(tile: Tile): Tensor {
    const { stride } = this.geometry;
    const own = ownPositions(tile, stride, this.width, this.height);
    const patchWidth = Math.floor(tile.patch.width / stride);
    const indices = this.chosen.map((position) => {
      const x = (position % this.gridWidth) - tile.patch.x / stride;
      const y = Math.floor(position / this.gridWidth) - tile.patch.y / stride;
      const inside = x >= own.x && y >= own.y && x < own.x + own.width && y < own.y + own.height;
      return inside ? y * patchWidth + x : -1;
    });
    return this.engine.upload(Float32Array.from(indices), [this.rows, this.columns]);
  }
}

/** Positions that count at least half; where none does, all that count at all. */
function visiblePositions(region: Region, count: number, geometry: LayerGeometry): number[] {
  const all = Array.from({ length: count }, (_, i) => i);
  const weights = region.coverageOf(geometry);
  if (!weights) return all;
  const half = all.filter((i) => weights[i] >= 0.5);
  return half.length > 0 ? half : all.filter((i) => weights[i] > 0);
}
