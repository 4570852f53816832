import type { Convolution, EdgeMode, Engine, Pooling, Tensor } from './engines/engine';
import type { Model, ModelLayer } from './model/model';

export interface NetworkOptions {
  pooling: Pooling;
  padding: EdgeMode;
}

interface PreparedLayer {
  name: string;
  poolBefore: boolean;
  convolution: Convolution;
}

/** What the backward pass needs of one layer's forward pass. */
interface LayerRecord {
  layer: PreparedLayer;
  /** [h, w, c] after ReLU. */
  activation: Tensor;
  /** The layer's input where it came from max pooling, whose gradient needs it. */
  pooled: Tensor | null;
}

/** The activations of one image, from the first layer to the last; consumed by `Network.backward`. */
export type Recording = LayerRecord[];

export type VisitLayer = (layer: string, activation: Tensor) => void;

/** A pre-trained network up to the deepest layer that a loss looks at, prepared on an engine. */
export class Network {
  private constructor(
    private readonly engine: Engine,
    private readonly layers: readonly PreparedLayer[],
    private readonly channelOffsets: readonly [number, number, number],
    private readonly options: NetworkOptions,
  ) {}

  static prepare(engine: Engine, model: Model, lastLayer: string, options: NetworkOptions): Network {
    const last = model.layers.findIndex((layer) => layer.name === lastLayer);
    const layers = model.layers.slice(0, last + 1).map((layer) => prepareLayer(engine, layer));
    return new Network(engine, layers, model.channelOffsets, options);
  }

  /** The same prepared layers seen through another face of the engine, such as a tensor scope. */
  on(engine: Engine): Network {
    return new Network(engine, this.layers, this.channelOffsets, this.options);
  }

  /** Whether pictures go on with their opposite edges, as a tile of a pattern does. */
  get wraps(): boolean {
    return this.options.padding === 'wrap';
  }

  /** The same prepared layers for pictures that are no tiles, as styles: their own edges go on. */
  withoutWrap(): Network {
    return this.wraps ? new Network(this.engine, this.layers, this.channelOffsets, { ...this.options, padding: 'replicate' }) : this;
  }

  dispose(): void {
    for (const { convolution } of this.layers) this.engine.disposeConvolution(convolution);
  }

  /** a[l] of an image [h, w, 3] in 0…255, for every layer l. */
  forward(image: Tensor): Recording {
    const recording: Recording = [];
    const normalized = this.engine.addChannelOffsets(image, this.channelOffsets);
    let input = normalized;
    for (const layer of this.layers) {
      const pooled = layer.poolBefore ? this.engine.pool(input, this.options.pooling) : null;
      const activation = this.convolve(pooled ?? input, layer);
      const keepPooled = this.options.pooling === 'max' ? pooled : null;
      if (pooled && !keepPooled) this.engine.dispose(pooled);
      recording.push({ layer, activation, pooled: keepPooled });
      input = activation;
    }
    this.engine.dispose(normalized);
    return recording;
  }

  /** Shows some layers' activations of an image to `visit`, up to the deepest of them, and frees each at once: for statistics without a gradient. */
  visit(image: Tensor, wanted: readonly string[], visit: VisitLayer): void {
    let input = this.engine.addChannelOffsets(image, this.channelOffsets);
    for (const layer of this.upTo(wanted)) {
      if (layer.poolBefore) input = this.replacing(input, this.engine.pool(input, this.options.pooling));
      input = this.replacing(input, this.convolve(input, layer));
      if (wanted.includes(layer.name)) visit(layer.name, input);
    }
    this.engine.dispose(input);
  }

  /**
   * ∂J/∂image [h, w, 3]. `addLossGradient(layer, activation, upstream)` adds ∂J_l/∂a[l] to `upstream`
   * in place. Frees the recording.
   */
  backward(recording: Recording, addLossGradient: (layer: string, activation: Tensor, upstream: Tensor) => void): Tensor {
    let upstream: Tensor | null = null;
    for (let index = recording.length - 1; index >= 0; index--) {
      const { layer, activation, pooled } = recording[index];
      upstream ??= this.engine.zeros(activation.shape);
      addLossGradient(layer.name, activation, upstream);
      upstream = this.replacing(upstream, this.convolveGradient(upstream, activation, layer));
      if (layer.poolBefore) {
        const unpooled = recording[index - 1].activation;
        // Average pooling never looks at its output, so its gradient may stand in for it.
        upstream = this.replacing(upstream, this.engine.poolGradient(upstream, unpooled, pooled ?? upstream, this.options.pooling));
      }
      this.engine.dispose(activation);
      if (pooled) this.engine.dispose(pooled);
    }
    if (!upstream) throw new Error('A recording has at least one layer.');
    return upstream;
  }

  private upTo(wanted: readonly string[]): readonly PreparedLayer[] {
    const names = this.layers.map(({ name }) => name);
    return this.layers.slice(0, 1 + Math.max(...wanted.map((layer) => names.indexOf(layer))));
  }

  private convolve(input: Tensor, { convolution }: PreparedLayer): Tensor {
    if (this.options.padding === 'zero') return this.engine.convolution(input, convolution);
    const padded = this.engine.padEdges(input, this.options.padding);
    const whole = this.replacing(padded, this.engine.convolution(padded, convolution));
    return this.replacing(whole, this.engine.foldEdges(whole, 'zero'));
  }

  private convolveGradient(upstream: Tensor, activation: Tensor, { convolution }: PreparedLayer): Tensor {
    if (this.options.padding === 'zero') return this.engine.convolutionGradient(upstream, activation, convolution);
    const wideUpstream = this.engine.padEdges(upstream, 'zero');
    const wideActivation = this.engine.padEdges(activation, 'zero');
    const wide = this.engine.convolutionGradient(wideUpstream, wideActivation, convolution);
    this.engine.dispose(wideUpstream, wideActivation);
    return this.replacing(wide, this.engine.foldEdges(wide, this.options.padding));
  }

  private replacing(previous: Tensor, next: Tensor): Tensor {
    this.engine.dispose(previous);
    return next;
  }
}

function prepareLayer(engine: Engine, { name, poolBefore, kernel, bias, inputChannels, outputChannels }: ModelLayer): PreparedLayer {
  return { name, poolBefore, convolution: engine.prepareConvolution(kernel, bias, inputChannels, outputChannels) };
}
