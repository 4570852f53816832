import type { Scalar, Tensor } from '../engines/engine';
import type { LayerGeometry } from '../geometry';
import type { Region } from '../position-weights';
import type { LayerWeights } from '../settings';
import type { Tile } from '../tiles';
import type { Activations, Loss, LossContext } from './loss';
import type { TiledPicture } from './tiled-picture';

export interface ContentRegions {
  /** c: which positions of C count. */
  counted: Region;
  /** p: c, and more where shapes are kept. */
  weighted: Region;
}

/**
 * J_content[l] = ½ · Σ p · (a[l](C) − a[l](G))² (Gatys et al. 2015, eq. 1);
 * `balanced` divides by ½ · Σ c · a[l](C)², so that the loss is a relative error where p = c. Where p is larger, the
 * content weight is as many times larger, and elsewhere as it was.
 */
export class FeatureLoss implements Loss {
  readonly layers: readonly string[];
  /** a[l](C) of every tile, in the tiles' order. */
  private readonly targets: Tensor[] = [];
  private normalizer = 1;

  constructor(
    private readonly context: LossContext,
    private readonly layer: string,
    private readonly regions: ContentRegions,
  ) {
    this.layers = [layer];
  }

  addTarget(activation: Tensor): void {
    this.targets.push(this.context.engine.copy(activation));
  }

  /** Call once all targets are known; waits for the device. */
  async finishTargets(): Promise<void> {
    const { engine, normalization, tiles } = this.context;
    if (normalization === 'seed') return;
    const zeros = this.targets.map((target) => engine.zeros(target.shape));
    const { counted } = this.regions;
    const energies = tiles.map((tile, index) => this.squaredDistance(counted, tile, this.targets[index], zeros[index]));
    const energy = (await engine.readScalars(energies)).reduce((sum, value) => sum + value, 0);
    engine.dispose(...zeros, ...energies);
    this.normalizer = energy > 0 ? 1 / (0.5 * energy) : 1;
  }

  /** Σ p · (a(C) − a(G))² of one tile. */
  measureTile(tileIndex: number, activations: Activations): Scalar[] {
    const { weighted } = this.regions;
    return [this.squaredDistance(weighted, this.context.tiles[tileIndex], activations.get(this.layer)!, this.targets[tileIndex])];
  }

  lossOf(squaredDistances: readonly number[]): number {
    return 0.5 * squaredDistances.reduce((sum, value) => sum + value, 0) * this.normalizer;
  }

  /** ∂/∂a of ½Σp(a − c)² is p·(a − c). */
  addGradient(tileIndex: number, _layer: string, activation: Tensor, upstream: Tensor, scale: number): void {
    const weights = this.regions.weighted.weights(this.context.tiles[tileIndex], this.geometry);
    this.context.engine.addDifference(upstream, activation, this.targets[tileIndex], scale * this.normalizer, weights);
  }

  dispose(): void {
    this.context.engine.dispose(...this.targets);
    this.targets.length = 0;
  }

  private squaredDistance(region: Region, tile: Tile, a: Tensor, b: Tensor): Scalar {
    return this.context.engine.squaredDistance(a, b, region.weights(tile, this.geometry));
  }

  private get geometry(): LayerGeometry {
    return this.context.geometries.get(this.layer)!;
  }
}

/** A loss for each layer, in the order of the weights; C is looked at once for all of them. */
export async function createFeatureLosses(
  context: LossContext,
  weights: LayerWeights,
  content: TiledPicture,
  regions: ContentRegions,
): Promise<Map<string, FeatureLoss>> {
  const losses = new Map(Object.keys(weights).map((layer) => [layer, new FeatureLoss(context, layer, regions)]));
  if (losses.size === 0) return losses;
  content.visit([...losses.keys()], (_tileIndex, layer, activation) => losses.get(layer)!.addTarget(activation));
  for (const loss of losses.values()) await loss.finishTargets();
  return losses;
}
