import type { Engine, Scalar, Tensor } from './engines/engine';
import type { LayerGeometry } from './geometry';
import type { Normalization } from './settings';
import type { Region } from './position-weights';
import type { Tile } from './tiles';

/** One style's Gram matrix per position, and how its loss is scaled. */
interface StyleTarget {
  /** Of its style among several; all of one region's sum to 1. */
  weight: number;
  /** G(S) / (h_S · w_S), [c, c] */
  gram: Tensor;
  normalizer: number;
}

/**
 * J_style[l] = 1/(2·h·w·c)² · ‖G(S) − G(G)‖_F² (Gatys et al. 2015, eq. 4), written with Gram matrices
 * per position so that S and G may differ in size: 1/(4c²) · ‖G(S)/(h_S·w_S) − G(G)/(h_G·w_G)‖_F².
 * `balanced` divides ‖…‖² by ‖G(S)/(h_S·w_S)‖² instead. G(G) sums over the loss's region alone.
 */
export class StyleLoss {
  private readonly targets: StyleTarget[] = [];
  private gramSum: Tensor | null = null;
  /** Σ_k 2·w_k·κ_k·(G(G) − G(S_k)): what multiplies a[l] in the gradient. */
  private gradientMatrix: Tensor | null = null;

  constructor(
    private readonly engine: Engine,
    readonly layer: string,
    readonly weight: number,
    private readonly geometry: LayerGeometry,
    private readonly region: Region,
  ) {}

  /** Takes over `gram`, the style's Gram matrix per position. */
  async addTarget(gram: Tensor, weight: number, normalization: Normalization): Promise<void> {
    this.targets.push({ gram, weight, normalizer: await this.normalizerOf(gram, normalization) });
  }

  /** Adds one tile's positions to G(G). */
  accumulate(tile: Tile, activation: Tensor): void {
    const gram = this.engine.gramMatrix(activation, this.region.weights(tile, this.geometry));
    if (this.gramSum) {
      this.engine.addScaled(this.gramSum, gram, 1);
      this.engine.dispose(gram);
    } else {
      this.gramSum = gram;
    }
  }

  /** After all tiles: ‖G(G) − G(S_k)‖² for every style k; `lossOf` turns them into J_style[l]. Prepares the gradient. */
  measure(): Scalar[] {
    if (!this.gramSum) throw new Error('Gram matrices must be accumulated before they are measured.');
    this.engine.scale(this.gramSum, 1 / this.positions);
    const matrix = this.engine.zeros(this.gramSum.shape);
    const distances = this.targets.map(({ gram, weight, normalizer }) => {
      const difference = this.engine.copy(this.gramSum!);
      this.engine.addScaled(difference, gram, -1);
      this.engine.addScaled(matrix, difference, 2 * weight * normalizer);
      const distance = this.engine.dot(difference, difference);
      this.engine.dispose(difference);
      return distance;
    });
    this.engine.dispose(this.gramSum);
    this.gramSum = null;
    this.gradientMatrix = matrix;
    return distances;
  }

  lossOf(distances: readonly number[]): number {
    return this.targets.reduce((sum, { weight, normalizer }, k) => sum + weight * normalizer * distances[k], 0);
  }

  /** upstream += scale · ∂J_style[l]/∂a[l]; with D = ΣpAAᵀ/N − G(S), ∂‖D‖²/∂a_ij = 4·p_ij/N · D·a_ij. */
  addGradient(tile: Tile, activation: Tensor, upstream: Tensor, scale: number): void {
    if (!this.gradientMatrix) throw new Error('Losses must be measured before their gradient.');
    const weights = this.region.weights(tile, this.geometry);
    this.engine.addMatrixProduct(upstream, activation, this.gradientMatrix, (2 * scale) / this.positions, weights);
  }

  finishEvaluation(): void {
    if (this.gradientMatrix) this.engine.dispose(this.gradientMatrix);
    if (this.gramSum) this.engine.dispose(this.gramSum);
    this.gradientMatrix = null;
    this.gramSum = null;
  }

  dispose(): void {
    this.finishEvaluation();
    this.engine.dispose(...this.targets.map(({ gram }) => gram));
    this.targets.length = 0;
  }

  private get positions(): number {
    return Math.max(this.region.positions(this.geometry), Number.EPSILON);
  }

  private async normalizerOf(gram: Tensor, normalization: Normalization): Promise<number> {
    if (normalization === 'seed') return 1 / (4 * this.geometry.channels ** 2);
    const energy = this.engine.dot(gram, gram);
    const [value] = await this.engine.readScalars([energy]);
    this.engine.dispose(energy);
    return value > 0 ? 1 / value : 1;
  }
}
