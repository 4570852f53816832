import type { Engine, Scalar, Tensor } from '../engines/engine';
import type { LayerGeometry } from '../geometry';
import type { Network } from '../network';
import type { Normalization } from '../settings';
import type { Tile } from '../tiles';

/** a[l] of one tile by layer name, each [h, w, c]. */
export type Activations = ReadonlyMap<string, Tensor>;

/**
 * One term of J(G): a loss that compares activations of G with targets it holds, and its gradient. One evaluation is
 *
 * 1. `accumulate` for every tile and layer, then `measureSums` once: losses of sums over the whole picture, such as
 *    Gram matrices. Losses that compare position by position have neither, and need no pass over the tiles of their own;
 * 2. for every tile `measureTile`, `addGradient` for its layers from the deepest to the first, then `endTile`;
 * 3. `measurePicture` and `addPictureGradient` once: losses of the picture itself, which need no network;
 * 4. `endEvaluation`.
 *
 * The scalars of one evaluation, in the order in which they were returned, are what `lossOf` turns into the loss.
 */
export interface Loss {
  /** The layers whose activations it looks at. */
  readonly layers: readonly string[];

  accumulate?(tileIndex: number, layer: string, activation: Tensor): void;
  measureSums?(): Scalar[];

  measureTile?(tileIndex: number, activations: Activations): Scalar[];
  /** upstream += scale · ∂loss/∂a[l] for one tile. */
  addGradient?(tileIndex: number, layer: string, activation: Tensor, upstream: Tensor, scale: number): void;
  endTile?(): void;

  measurePicture?(generated: Tensor): Scalar[];
  /** gradient += scale · ∂loss/∂G, both [h, w, 3]. */
  addPictureGradient?(gradient: Tensor, scale: number): void;

  endEvaluation?(): void;
  lossOf(scalars: readonly number[]): number;
  dispose(): void;
}

/** What every loss is made with. */
export interface LossContext {
  engine: Engine;
  network: Network;
  geometries: ReadonlyMap<string, LayerGeometry>;
  normalization: Normalization;
  /** How C and G are cut. */
  tiles: readonly Tile[];
}
