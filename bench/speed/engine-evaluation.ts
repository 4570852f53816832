import type { Engine, Scalar, Tensor } from '../../src/nst/engines/engine';
import { layerGeometries } from '../../src/nst/geometry';
import { createFeatureLosses, type FeatureLoss } from '../../src/nst/losses/feature-loss';
import { createGramLosses, type GramLoss } from '../../src/nst/losses/gram-loss';
import type { LossContext } from '../../src/nst/losses/loss';
import { TiledPicture } from '../../src/nst/losses/tiled-picture';
import type { Model } from '../../src/nst/model/model';
import { Network, type Recording } from '../../src/nst/network';
import { Region } from '../../src/nst/position-weights';
import { wholeImage } from '../../src/nst/tiles';
import type { Evaluation } from './engines';
import { benchPictures, CONTENT_LAYER, CONTENT_WEIGHT, LAST_LAYER, STYLE_LAYERS, STYLE_WEIGHT } from './objective';

/** One evaluation of J and its gradient on an engine, from the parts of `Objective`, with a wait after each to time it. */
export class EngineEvaluation {
  private constructor(
    private readonly engine: Engine,
    private readonly network: Network,
    private readonly contentLoss: FeatureLoss,
    private readonly styleLosses: readonly GramLoss[],
    private readonly region: Region,
    private readonly generated: Tensor,
  ) {}

  static async create(engine: Engine, model: Model, size: number): Promise<EngineEvaluation> {
    const network = Network.prepare(engine, model, LAST_LAYER, { pooling: 'avg', padding: 'zero' });
    const tiles = [wholeImage(size, size)];
    const context: LossContext = { engine, network, geometries: layerGeometries(model), normalization: 'balanced', tiles };
    const pictures = benchPictures(size);
    const upload = (pixels: Float32Array): Tensor => engine.upload(pixels, [size, size, 3]);
    const [content, style, generated] = [upload(pictures.content), upload(pictures.style), upload(pictures.generated)];
    const region = new Region(engine, size, size, null);
    const pictureOf = (image: Tensor): TiledPicture => new TiledPicture(engine, network, image, tiles);
    const contentLosses = await createFeatureLosses(context, { [CONTENT_LAYER]: 1 }, pictureOf(content), {
      counted: region,
      weighted: region,
    });
    const layers = Object.fromEntries(STYLE_LAYERS.map((layer) => [layer, 1]));
    const styleLosses = await createGramLosses(context, layers, [{ picture: pictureOf(style), region, share: 1 }], region);
    engine.dispose(content, style);
    return new EngineEvaluation(engine, network, contentLosses.get(CONTENT_LAYER)!, [...styleLosses.values()], region, generated);
  }

  async evaluate(): Promise<Evaluation> {
    const startedAt = performance.now();
    const recording = this.network.forward(this.generated);
    await this.finish(recording.at(-1).activation);
    const forwardAt = performance.now();
    const total = await this.measure(recording);
    const lossAt = performance.now();
    const gradient = this.backward(recording);
    const gradientNorm = await this.finish(gradient);
    const backwardAt = performance.now();
    this.engine.dispose(gradient);
    return {
      forward: (forwardAt - startedAt) / 1e3,
      loss: (lossAt - forwardAt) / 1e3,
      backward: (backwardAt - lossAt) / 1e3,
      total,
      gradientNorm,
    };
  }

  dispose(): void {
    this.engine.dispose(this.generated);
    for (const loss of [this.contentLoss, ...this.styleLosses]) loss.dispose();
    this.region.dispose();
    this.network.dispose();
  }

  /** J(G); prepares the style's gradients. */
  private async measure(recording: Recording): Promise<number> {
    const activations = new Map(recording.map(({ layer, activation }) => [layer.name, activation]));
    for (const [layer, activation] of activations) {
      for (const loss of this.styleLosses) if (loss.layers.includes(layer)) loss.accumulate(0, layer, activation);
    }
    const distances: Scalar[] = this.contentLoss.measureTile(0, activations);
    distances.push(...this.styleLosses.flatMap((loss) => loss.measureSums()));
    const [content, ...styles] = await this.engine.readScalars(distances);
    this.engine.dispose(...distances);
    const style = this.styleLosses.reduce((sum, loss, i) => sum + loss.lossOf([styles[i]]), 0);
    return CONTENT_WEIGHT * this.contentLoss.lossOf([content]) + STYLE_WEIGHT * style;
  }

  private backward(recording: Recording): Tensor {
    const gradient = this.network.backward(recording, (layer, activation, upstream) => {
      if (layer === CONTENT_LAYER) this.contentLoss.addGradient(0, layer, activation, upstream, CONTENT_WEIGHT);
      for (const loss of this.styleLosses) if (loss.layers.includes(layer)) loss.addGradient(0, layer, activation, upstream, STYLE_WEIGHT);
    });
    for (const loss of this.styleLosses) loss.endEvaluation();
    return gradient;
  }

  /** Waits until a tensor is computed; returns its norm. */
  private async finish(tensor: Tensor): Promise<number> {
    const square = this.engine.dot(tensor, tensor);
    const [value] = await this.engine.readScalars([square]);
    this.engine.dispose(square);
    return Math.sqrt(value);
  }
}
