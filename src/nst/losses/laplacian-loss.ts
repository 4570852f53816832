import type { Engine, Scalar, Tensor } from '../engines/engine';
import { wholeImage } from '../tiles';
import type { ContentRegions } from './feature-loss';
import type { Loss, LossContext } from './loss';

/** Sides of the squares whose means are compared: strokes of small lettering, and of larger. */
export const LAPLACIAN_SIDES = [2, 4] as const;
/** Rec. 601 luma, as a unit vector: strokes may take any colour, edges stay where brightness changes. */
const LUMA = [0.299, 0.587, 0.114].map((share, _, all) => share / Math.hypot(...all));

/**
 * Edges of the picture itself: ‖Δ P m_k(C) − Δ P m_k(G)‖², with the mean m_k over squares of k × k pixels, the projection
 * P on luma and the discrete Laplacian Δ (Li et al. 2017, Laplacian-Steered Neural Style Transfer, eq. 3). `balanced`
 * divides by ‖Δ P m_k(C)‖², so that it is a relative error at every size. Position weights p as everywhere.
 *
 * Δ is the gradient of the total variation times half the number of pixels: four neighbours, the edge repeated. It and P are
 * symmetric, so ∂/∂G = 2 · m_kᵀ P Δ p (Δ P m_k(G) − Δ P m_k(C)). It looks at the whole picture, whatever the tiles.
 */
export class LaplacianLoss implements Loss {
  readonly layers: readonly string[] = [];
  /** P, [3, 3] */
  private readonly projection: Tensor;
  /** Δ P m_k(C), [⌊h / k⌋, ⌊w / k⌋, 3] */
  private readonly target: Tensor;
  private normalizer = 1;
  /** 2 · m_kᵀ P Δ p (…) of the evaluation at work, not normalised. */
  private gradient: Tensor | null = null;

  private constructor(
    private readonly engine: Engine,
    content: Tensor,
    /** p at the squares; null means 1 everywhere. */
    private readonly weights: Tensor | null,
    private readonly side: number,
    private readonly wraps: boolean,
  ) {
    this.projection = engine.upload(
      Float32Array.from({ length: 9 }, (_, i) => LUMA[Math.floor(i / 3)] * LUMA[i % 3]),
      [3, 3],
    );
    this.target = this.laplacianOfMeans(content);
  }

  /** Null where a picture has fewer than two squares along a side. */
  static async create(
    { engine, network, normalization }: LossContext,
    content: Tensor,
    { counted, weighted }: ContentRegions,
    side: number,
  ): Promise<LaplacianLoss | null> {
    const [height, width] = content.shape;
    if (Math.min(height, width) < 2 * side) return null;
    const [whole, squares] = [wholeImage(width, height), { stride: side, reach: 0, channels: 3 }];
    const loss = new LaplacianLoss(engine, content, weighted.weights(whole, squares), side, network.wraps);
    if (normalization === 'balanced') await loss.balance(counted.weights(whole, squares));
    return loss;
  }

  measurePicture(generated: Tensor): Scalar[] {
    const { engine } = this;
    const edges = this.laplacianOfMeans(generated);
    const distance = engine.squaredDistance(edges, this.target, this.weights);
    const difference = engine.zeros(edges.shape);
    engine.addDifference(difference, edges, this.target, 2, this.weights);
    const projected = this.project(this.laplacian(difference));
    this.gradient = this.spread(projected, generated.shape);
    engine.dispose(edges, difference);
    return [distance];
  }

  addPictureGradient(gradient: Tensor, scale: number): void {
    if (!this.gradient) throw new Error('A picture must be measured before its gradient.');
    this.engine.addScaled(gradient, this.gradient, scale * this.normalizer);
  }

  endEvaluation(): void {
    if (this.gradient) this.engine.dispose(this.gradient);
    this.gradient = null;
  }

  lossOf([distance]: readonly number[]): number {
    return distance * this.normalizer;
  }

  dispose(): void {
    this.endEvaluation();
    this.engine.dispose(this.target, this.projection);
  }

  /** By the energy of what counts, whether it is kept more or not. */
  private async balance(counted: Tensor | null): Promise<void> {
    const zeros = this.engine.zeros(this.target.shape);
    const energy = this.engine.squaredDistance(this.target, zeros, counted);
    const [value] = await this.engine.readScalars([energy]);
    this.engine.dispose(zeros, energy);
    this.normalizer = value > 0 ? 1 / value : 1;
  }

  /** Δ P m_k */
  private laplacianOfMeans(image: Tensor): Tensor {
    let means = this.engine.pool(image, 'avg');
    for (let side = 2; side < this.side; side *= 2) means = this.replacing(means, this.engine.pool(means, 'avg'));
    const projected = this.project(means);
    return this.replacing(projected, this.laplacian(projected));
  }

  private laplacian(image: Tensor): Tensor {
    const [height, width, channels] = image.shape;
    const edges = this.engine.zeros(image.shape);
    this.engine.addTotalVariationGradient(edges, image, (height * width * channels) / 2, this.wraps);
    return edges;
  }

  /** Takes over the picture. */
  private project(image: Tensor): Tensor {
    const projected = this.engine.zeros(image.shape);
    this.engine.addMatrixProduct(projected, image, this.projection, 1, null);
    return this.replacing(image, projected);
  }

  /** m_kᵀ of means, which it takes over, to a picture of the given shape. */
  private spread(means: Tensor, shape: readonly number[]): Tensor {
    const [height, width, channels] = shape;
    let spread = means;
    for (let side = this.side / 2; side >= 1; side /= 2) {
      const like = this.engine.zeros([Math.floor(height / side), Math.floor(width / side), channels]);
      const wider = this.engine.poolGradient(spread, like, spread, 'avg');
      this.engine.dispose(like);
      spread = this.replacing(spread, wider);
    }
    return spread;
  }

  private replacing(previous: Tensor, next: Tensor): Tensor {
    this.engine.dispose(previous);
    return next;
  }
}
