import type { Engine, Tensor } from '../engines/engine';
import { cropPatch } from '../patches';
import type { Network, VisitLayer } from '../network';
import type { Tile } from '../tiles';

/** A picture whose activations are looked at tile by tile, and freed at once. */
export class TiledPicture {
  constructor(
    private readonly engine: Engine,
    private readonly network: Network,
    /** [h, w, 3] in 0…255; stays the caller's. */
    readonly image: Tensor,
    readonly tiles: readonly Tile[],
  ) {}

  /** a[l] of the given layers for every tile. */
  visit(layers: readonly string[], see: (tileIndex: number, layer: string, activation: Tensor) => void): void {
    this.tiles.forEach((_, tileIndex) => this.visitTile(tileIndex, layers, (layer, activation) => see(tileIndex, layer, activation)));
  }

  visitTile(tileIndex: number, layers: readonly string[], see: VisitLayer): void {
    const patch = cropPatch(this.engine, this.image, this.tiles[tileIndex].patch);
    this.network.visit(patch, layers, see);
    this.engine.dispose(patch);
  }
}
