import type { Engine, Scalar, Tensor } from './engines/engine';
import type { LayerGeometry } from './geometry';
import type { Normalization } from './settings';
import type { Region } from './position-weights';
import type { Tile } from './tiles';

/**
 * J_content[l] = ½ · Σ p · (a[l](C) − a[l](G))² (Gatys et al. 2015, eq. 1);
 * `balanced` divides by ½ · Σ p · a[l](C)², so that the loss is a relative error.
 */
export class ContentLoss {
  /** a[l](C) of every tile, in the tiles' order. */
  private readonly targets: Tensor[] = [];
  private normalizer = 1;

  constructor(
    private readonly engine: Engine,
    readonly layer: string,
    readonly weight: number,
    private readonly geometry: LayerGeometry,
    private readonly region: Region,
  ) {}

  addTarget(activation: Tensor): void {
    this.targets.push(this.engine.copy(activation));
  }

  /** Call once all targets are known; waits for the device. */
  async finishTargets(tiles: readonly Tile[], normalization: Normalization): Promise<void> {
    if (normalization === 'seed') return;
    const zeros = this.targets.map((target) => this.engine.zeros(target.shape));
    const energies = tiles.map((tile, index) => this.squaredDistance(tile, this.targets[index], zeros[index]));
    const energy = (await this.engine.readScalars(energies)).reduce((sum, value) => sum + value, 0);
    this.engine.dispose(...zeros, ...energies);
    this.normalizer = energy > 0 ? 1 / (0.5 * energy) : 1;
  }

  /** Σ p · (a(C) − a(G))² of one tile; `lossOf` turns the sum over tiles into J_content[l]. */
  measure(tile: Tile, tileIndex: number, activation: Tensor): Scalar {
    return this.squaredDistance(tile, activation, this.targets[tileIndex]);
  }

  lossOf(squaredDistance: number): number {
    return 0.5 * squaredDistance * this.normalizer;
  }

  /** upstream += scale · ∂J_content[l]/∂a[l](G), where ∂/∂a of ½Σp(a − c)² is p·(a − c). */
  addGradient(tile: Tile, tileIndex: number, activation: Tensor, upstream: Tensor, scale: number): void {
    const weights = this.region.weights(tile, this.geometry);
    this.engine.addDifference(upstream, activation, this.targets[tileIndex], scale * this.normalizer, weights);
  }

  dispose(): void {
    this.engine.dispose(...this.targets);
    this.targets.length = 0;
  }

  private squaredDistance(tile: Tile, a: Tensor, b: Tensor): Scalar {
    return this.engine.squaredDistance(a, b, this.region.weights(tile, this.geometry));
  }
}
