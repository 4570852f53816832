import type { Scalar, Tensor } from '../engines/engine';
import type { Region } from '../position-weights';
import { firstChannels, fromGrid, HYPERCOLUMN_GRID, HYPERCOLUMN_LAYERS, HypercolumnBuilder } from './hypercolumns';
import type { Activations, Loss, LossContext } from './loss';
import type { ColumnFrame } from './column-frame';

/** What the positions of G are to become, of one style. */
export interface NeighborTarget {
  /** Of its style among several; all of one region's sum to 1. */
  share: number;
  /** u_q = h_q(S) / ‖h_q(S)‖ of the style's candidates, [rows, columns, Σc] */
  candidates: Tensor;
  /** For each tile the candidate q* that every position was matched with, [h₃, w₃]. */
  matches: readonly Tensor[];
}

/**
 * Nearest-neighbour hypercolumns: H = 1 − 1/N · Σ_p ⟨ĥ_p, t_p⟩, the mean cosine distance between the hypercolumn
 * h_p(G) at every position p of relu3 and that of the style's position which resembles the content there, t_p = u_q*.
 *
 * - h_p = concat_l R_l[(a_l − μ_l) / r_l], ĥ = h / ‖h‖: μ_l and r_l are the styles' mean and spread (`ColumnFrame`),
 *   R_l brings layer l to the grid of relu3 (`HypercolumnBuilder`).
 * - ∂H/∂h_p = −(t_p − ⟨ĥ_p, t_p⟩ · ĥ_p) / (N · ‖h_p‖), and ∂H/∂a_l = R_lᵀ(·) / r_l.
 * - Matches are made once for each scale (`createNeighborLoss`) and then stay, so that J stays smooth.
 * - With several styles t_p = Σ_k w_k · u_q*(k): H is the sum of their distances by weight.
 *
 * After Kolkin et al. 2022 (Neural Neighbor Style Transfer), eq. 1–4; matches that stay for a scale, and a Gram loss
 * beside it, are our departures. H is a relative number at every size, and the same in tiles.
 */
export class NeighborLoss implements Loss {
  readonly layers: readonly string[] = HYPERCOLUMN_LAYERS;
  /** ∂H/∂h of the tile at work, [h₃, w₃, Σc] */
  private gradient: Tensor | null = null;

  constructor(
    private readonly context: LossContext,
    private readonly region: Region,
    private readonly frame: ColumnFrame,
    private readonly targets: readonly NeighborTarget[],
  ) {}

  /** Σ p · (1 − ⟨ĥ, t⟩) of one tile. Prepares its gradient. */
  measureTile(tileIndex: number, activations: Activations): Scalar[] {
    const { engine, geometries, tiles } = this.context;
    const builder = new HypercolumnBuilder(engine, geometries);
    for (const layer of HYPERCOLUMN_LAYERS) builder.add(layer, activations.get(layer)!);
    const columns = builder.finish();
    this.frame.center(columns);
    const weights = this.region.weights(tiles[tileIndex], geometries.get(HYPERCOLUMN_GRID)!);
    const target = this.targetOf(tileIndex);
    const distance = engine.cosineDistance(columns, target, weights);
    engine.replaceByCosineGradient(target, columns, 1 / this.positions, weights);
    engine.dispose(columns);
    this.gradient = target;
    return [distance];
  }

  lossOf(distances: readonly number[]): number {
    return distances.reduce((sum, value) => sum + value, 0) / this.positions;
  }

  addGradient(_tileIndex: number, layer: string, activation: Tensor, upstream: Tensor, scale: number): void {
    if (!this.gradient) throw new Error('A tile must be measured before its gradient.');
    const { engine, geometries } = this.context;
    const { channels, stride } = geometries.get(layer)!;
    const part = engine.sliceChannels(this.gradient, firstChannels(geometries).get(layer)!, channels);
    const spread = fromGrid(engine, part, activation.shape, geometries.get(HYPERCOLUMN_GRID)!.stride / stride);
    engine.addScaled(upstream, spread, scale / this.frame.spread(layer));
    engine.dispose(part, spread);
  }

  endTile(): void {
    if (this.gradient) this.context.engine.dispose(this.gradient);
    this.gradient = null;
  }

  dispose(): void {
    this.endTile();
    this.frame.dispose();
    this.context.engine.dispose(...this.targets.flatMap(({ candidates, matches }) => [candidates, ...matches]));
  }

  /** Σ_k w_k · u_q*(k) */
  private targetOf(tileIndex: number): Tensor {
    const { engine } = this.context;
    const [first, ...others] = this.targets;
    const target = engine.gatherPositions(first.candidates, first.matches[tileIndex]);
    if (others.length > 0) engine.scale(target, first.share);
    for (const { candidates, matches, share } of others) {
      const part = engine.gatherPositions(candidates, matches[tileIndex]);
      engine.addScaled(target, part, share);
      engine.dispose(part);
    }
    return target;
  }

  private get positions(): number {
    return Math.max(this.region.positions(this.context.geometries.get(HYPERCOLUMN_GRID)!), Number.EPSILON);
  }
}
