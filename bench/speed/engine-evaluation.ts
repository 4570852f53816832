import { ContentLoss } from '../../src/nst/content-loss';
import type { Engine, Scalar, Tensor } from '../../src/nst/engines/engine';
import { layerGeometries } from '../../src/nst/geometry';
import type { Model } from '../../src/nst/model/model';
import { Network, type Recording } from '../../src/nst/network';
import { Region } from '../../src/nst/position-weights';
import { StyleLoss } from '../../src/nst/style-loss';
import { wholeImage, type Tile } from '../../src/nst/tiles';
import type { Evaluation } from './engines';
import { benchPictures, CONTENT_LAYER, CONTENT_WEIGHT, LAST_LAYER, STYLE_LAYERS, STYLE_WEIGHT } from './objective';

/** One evaluation of J and its gradient on an engine, from the parts of `Objective`, with a wait after each to time it. */
export class EngineEvaluation {
  private readonly network: Network;
  private readonly tile: Tile;
  private readonly region: Region;
  private readonly contentLoss: ContentLoss;
  private readonly styleLosses: readonly StyleLoss[];
  private readonly generated: Tensor;

  private constructor(
    private readonly engine: Engine,
    model: Model,
    size: number,
    generated: Float32Array,
  ) {
    const geometries = layerGeometries(model);
    this.network = Network.prepare(engine, model, LAST_LAYER, { pooling: 'avg', padding: 'zero' });
    this.tile = wholeImage(size, size);
    this.region = new Region(engine, size, size, null);
    this.contentLoss = new ContentLoss(engine, CONTENT_LAYER, 1, geometries.get(CONTENT_LAYER)!, this.region);
    this.styleLosses = STYLE_LAYERS.map((layer) => new StyleLoss(engine, layer, 1, geometries.get(layer)!, this.region));
    this.generated = engine.upload(generated, [size, size, 3]);
  }

  static async create(engine: Engine, model: Model, size: number): Promise<EngineEvaluation> {
    const { content, style, generated } = benchPictures(size);
    const evaluation = new EngineEvaluation(engine, model, size, generated);
    await evaluation.targetContent(engine.upload(content, [size, size, 3]));
    await evaluation.targetStyle(engine.upload(style, [size, size, 3]));
    return evaluation;
  }

  async evaluate(): Promise<Evaluation> {
    const startedAt = performance.now();
    const recording = this.network.forward(this.generated);
    await this.finish(recording.at(-1)!.activation);
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
    const distances: Scalar[] = [];
    for (const { layer, activation } of recording) {
      if (layer.name === CONTENT_LAYER) distances.push(this.contentLoss.measure(this.tile, 0, activation));
      for (const loss of this.styleLosses) if (loss.layer === layer.name) loss.accumulate(this.tile, activation);
    }
    distances.push(...this.styleLosses.flatMap((loss) => loss.measure()));
    const [content, ...styles] = await this.engine.readScalars(distances);
    this.engine.dispose(...distances);
    const style = this.styleLosses.reduce((sum, loss, i) => sum + loss.lossOf([styles[i]]), 0);
    return CONTENT_WEIGHT * this.contentLoss.lossOf(content) + STYLE_WEIGHT * style;
  }

  private backward(recording: Recording): Tensor {
    const gradient = this.network.backward(recording, (layer, activation, upstream) => {
      if (layer === CONTENT_LAYER) this.contentLoss.addGradient(this.tile, 0, activation, upstream, CONTENT_WEIGHT);
      for (const loss of this.styleLosses) if (loss.layer === layer) loss.addGradient(this.tile, activation, upstream, STYLE_WEIGHT);
    });
    for (const loss of this.styleLosses) loss.finishEvaluation();
    return gradient;
  }

  /** Waits until a tensor is computed; returns its norm. */
  private async finish(tensor: Tensor): Promise<number> {
    const square = this.engine.dot(tensor, tensor);
    const [value] = await this.engine.readScalars([square]);
    this.engine.dispose(square);
    return Math.sqrt(value);
  }

  private async targetContent(content: Tensor): Promise<void> {
    this.network.visit(content, (layer, activation) => {
      if (layer === CONTENT_LAYER) this.contentLoss.addTarget(activation);
    });
    this.engine.dispose(content);
    await this.contentLoss.finishTargets([this.tile], 'balanced');
  }

  private async targetStyle(style: Tensor): Promise<void> {
    const grams = new Map<string, Tensor>();
    this.network.visit(style, (layer, activation) => {
      if (!STYLE_LAYERS.includes(layer)) return;
      const gram = this.engine.gramMatrix(activation, null);
      this.engine.scale(gram, 1 / (activation.shape[0] * activation.shape[1]));
      grams.set(layer, gram);
    });
    this.engine.dispose(style);
    for (const loss of this.styleLosses) await loss.addTarget(grams.get(loss.layer)!, 1, 'balanced');
  }
}
