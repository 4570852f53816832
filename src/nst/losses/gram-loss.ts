import type { Scalar, Tensor } from '../engines/engine';
import type { LayerGeometry } from '../geometry';
import type { Region } from '../position-weights';
import type { LayerWeights } from '../settings';
import type { Loss, LossContext } from './loss';
import type { StyleView } from './style-view';

/** One style's Gram matrix per position, and how its loss is scaled. */
interface StyleTarget {
  /** Of its style among several; all of one region's sum to 1. */
  share: number;
  /** G(S) / (h_S · w_S), [c, c] */
  gram: Tensor;
  normalizer: number;
}

/**
 * J_style[l] = 1/(2·h·w·c)² · ‖G(S) − G(G)‖_F² (Gatys et al. 2015, eq. 4), written with Gram matrices
 * per position so that S and G may differ in size: 1/(4c²) · ‖G(S)/(h_S·w_S) − G(G)/(h_G·w_G)‖_F².
 * `balanced` divides ‖…‖² by ‖G(S)/(h_S·w_S)‖² instead. G(G) sums over the loss's region alone.
 */
export class GramLoss implements Loss {
  readonly layers: readonly string[];
  private readonly targets: StyleTarget[] = [];
  private gramSum: Tensor | null = null;
  /** Σ_k 2·w_k·κ_k·(G(G) − G(S_k)): what multiplies a[l] in the gradient. */
  private gradientMatrix: Tensor | null = null;

  constructor(
    private readonly context: LossContext,
    private readonly layer: string,
    private readonly region: Region,
  ) {
    this.layers = [layer];
  }

  /** Takes over `gram`, the style's Gram matrix per position. */
  async addTarget(gram: Tensor, share: number): Promise<void> {
    this.targets.push({ gram, share, normalizer: await this.normalizerOf(gram) });
  }

  /** Adds one tile's positions to G(G). */
  accumulate(tileIndex: number, _layer: string, activation: Tensor): void {
    const { engine } = this.context;
    const gram = engine.gramMatrix(activation, this.weights(tileIndex));
    if (this.gramSum) {
      engine.addScaled(this.gramSum, gram, 1);
      engine.dispose(gram);
    } else {
      this.gramSum = gram;
    }
  }

  /** ‖G(G) − G(S_k)‖² for every style k. Prepares the gradient. */
  measureSums(): Scalar[] {
    if (!this.gramSum) throw new Error('Gram matrices must be accumulated before they are measured.');
    const { engine } = this.context;
    engine.scale(this.gramSum, 1 / this.positions);
    const matrix = engine.zeros(this.gramSum.shape);
    const distances = this.targets.map(({ gram, share, normalizer }) => {
      const difference = engine.copy(this.gramSum!);
      engine.addScaled(difference, gram, -1);
      engine.addScaled(matrix, difference, 2 * share * normalizer);
      const distance = engine.dot(difference, difference);
      engine.dispose(difference);
      return distance;
    });
    engine.dispose(this.gramSum);
    this.gramSum = null;
    this.gradientMatrix = matrix;
    return distances;
  }

  lossOf(distances: readonly number[]): number {
    return this.targets.reduce((sum, { share, normalizer }, k) => sum + share * normalizer * distances[k], 0);
  }

  /** With D = ΣpAAᵀ/N − G(S), ∂‖D‖²/∂a_ij = 4·p_ij/N · D·a_ij. */
  addGradient(tileIndex: number, _layer: string, activation: Tensor, upstream: Tensor, scale: number): void {
    if (!this.gradientMatrix) throw new Error('Losses must be measured before their gradient.');
    const { engine } = this.context;
    engine.addMatrixProduct(upstream, activation, this.gradientMatrix, (2 * scale) / this.positions, this.weights(tileIndex));
  }

  endEvaluation(): void {
    if (this.gradientMatrix) this.context.engine.dispose(this.gradientMatrix);
    if (this.gramSum) this.context.engine.dispose(this.gramSum);
    this.gradientMatrix = null;
    this.gramSum = null;
  }

  dispose(): void {
    this.endEvaluation();
    this.context.engine.dispose(...this.targets.map(({ gram }) => gram));
    this.targets.length = 0;
  }

  private get geometry(): LayerGeometry {
    return this.context.geometries.get(this.layer)!;
  }

  private get positions(): number {
    return Math.max(this.region.positions(this.geometry), Number.EPSILON);
  }

  private weights(tileIndex: number): Tensor | null {
    return this.region.weights(this.context.tiles[tileIndex], this.geometry);
  }

  private async normalizerOf(gram: Tensor): Promise<number> {
    const { engine, normalization } = this.context;
    if (normalization === 'seed') return 1 / (4 * this.geometry.channels ** 2);
    const energy = engine.dot(gram, gram);
    const [value] = await engine.readScalars([energy]);
    engine.dispose(energy);
    return value > 0 ? 1 / value : 1;
  }
}

/** A loss for each layer, in the order of the weights; every style is looked at once for all of them. */
export async function createGramLosses(
  context: LossContext,
  weights: LayerWeights,
  styles: readonly StyleView[],
  region: Region,
): Promise<Map<string, GramLoss>> {
  const losses = new Map(Object.keys(weights).map((layer) => [layer, new GramLoss(context, layer, region)]));
  for (const style of styles) {
    const grams = gramsOf(context, style, [...losses.keys()]);
    for (const [layer, loss] of losses) await loss.addTarget(grams.get(layer)!, style.share);
  }
  return losses;
}

/** G(S) / (h_S · w_S) at every layer. */
function gramsOf({ engine, geometries }: LossContext, { picture, region }: StyleView, layers: readonly string[]): Map<string, Tensor> {
  const grams = new Map<string, Tensor>();
  picture.visit(layers, (tileIndex, layer, activation) => {
    const gram = engine.gramMatrix(activation, region.weights(picture.tiles[tileIndex], geometries.get(layer)!));
    const sum = grams.get(layer);
    if (sum) {
      engine.addScaled(sum, gram, 1);
      engine.dispose(gram);
    } else {
      grams.set(layer, gram);
    }
  });
  for (const [layer, gram] of grams) engine.scale(gram, 1 / Math.max(region.positions(geometries.get(layer)!), Number.EPSILON));
  return grams;
}
