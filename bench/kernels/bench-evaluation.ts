import type { Convolution, Engine, Tensor } from '../../src/nst/engines/engine';

/** VGG-16 through relu5_1: channels of each block's layers, and where the losses look. */
const BLOCKS = [[64, 64], [128, 128], [256, 256, 256], [512, 512, 512], [512]];
const STYLE_LAYERS = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1'];
const CONTENT_LAYER = 'relu4_2';

interface BenchLayer {
  name: string;
  poolBefore: boolean;
  convolution: Convolution;
}

/** What one evaluation of J and its gradient does, with random weights: speed does not depend on them. */
export class BenchEvaluation {
  private readonly layers: BenchLayer[] = [];
  private readonly grams = new Map<string, Tensor>();
  private readonly contentTarget: Tensor;
  private readonly image: Tensor;

  constructor(
    private readonly engine: Engine,
    size: number,
  ) {
    let inputs = 3;
    BLOCKS.forEach((block, b) =>
      block.forEach((outputs, i) => {
        this.layers.push({
          name: `relu${b + 1}_${i + 1}`,
          poolBefore: b > 0 && i === 0,
          convolution: randomConvolution(engine, inputs, outputs),
        });
        inputs = outputs;
      }),
    );
    for (const { name, convolution } of this.layers) {
      const channels = convolution.outputChannels;
      if (STYLE_LAYERS.includes(name)) this.grams.set(name, engine.zeros([channels, channels]));
    }
    this.image = engine.upload(randomArray(size * size * 3, 100), [size, size, 3]);
    this.contentTarget = engine.zeros([size >> 3, size >> 3, 512]);
  }

  /** Seconds of each part. */
  async run(): Promise<{ forward: number; loss: number; backward: number }> {
    const { engine } = this;
    const started = performance.now();
    const activations = this.forward();
    const forwarded = performance.now();
    const losses: Tensor[] = [engine.squaredDistance(activations.get(CONTENT_LAYER)!, this.contentTarget, null)];
    const differences = new Map<string, Tensor>();
    for (const [name, target] of this.grams) {
      const gram = engine.gramMatrix(activations.get(name)!, null);
      engine.addScaled(gram, target, -1);
      losses.push(engine.dot(gram, gram));
      differences.set(name, gram);
    }
    const measured = performance.now();
    const gradient = this.backward(activations, differences);
    await engine.readScalars(losses);
    const done = performance.now();
    engine.dispose(gradient, ...losses, ...differences.values());
    return { forward: (forwarded - started) / 1e3, loss: (measured - forwarded) / 1e3, backward: (done - measured) / 1e3 };
  }

  private forward(): Map<string, Tensor> {
    const { engine } = this;
    const activations = new Map<string, Tensor>();
    let input = engine.addChannelOffsets(this.image, [1, 2, 3]);
    let owned = true;
    for (const { name, poolBefore, convolution } of this.layers) {
      if (poolBefore) {
        input = engine.pool(input, 'avg');
        owned = true;
      }
      const output = engine.convolution(input, convolution);
      if (owned) engine.dispose(input);
      owned = false;
      activations.set(name, output);
      input = output;
    }
    return activations;
  }

  private backward(activations: Map<string, Tensor>, differences: Map<string, Tensor>): Tensor {
    const { engine } = this;
    let upstream = engine.zeros(activations.get(this.layers.at(-1).name)!.shape);
    const replace = (next: Tensor): void => {
      engine.dispose(upstream);
      upstream = next;
    };
    for (let i = this.layers.length - 1; i >= 0; i--) {
      const { name, poolBefore, convolution } = this.layers[i];
      const activation = activations.get(name)!;
      const difference = differences.get(name);
      if (difference) engine.addMatrixProduct(upstream, activation, difference, 1e-9, null);
      if (name === CONTENT_LAYER) engine.addDifference(upstream, activation, this.contentTarget, 1e-3, null);
      replace(engine.convolutionGradient(upstream, activation, convolution));
      if (poolBefore) replace(engine.poolGradient(upstream, activations.get(this.layers[i - 1].name)!, upstream, 'avg'));
      engine.dispose(activation);
    }
    return upstream;
  }
}

function randomConvolution(engine: Engine, inputs: number, outputs: number): Convolution {
  const spread = Math.sqrt(6 / (9 * inputs));
  return engine.prepareConvolution(randomArray(9 * inputs * outputs, spread), randomArray(outputs, 0.1), inputs, outputs);
}

function randomArray(length: number, spread: number): Float32Array {
  return Float32Array.from({ length }, () => (2 * Math.random() - 1) * spread);
}
