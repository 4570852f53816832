import * as tf from '@tensorflow/tfjs';
import type { Model, ModelLayer } from '../../src/nst/model/model';
import type { Evaluation } from './engines';
import { benchPictures, CONTENT_LAYER, CONTENT_WEIGHT, STYLE_LAYERS, STYLE_WEIGHT } from './objective';

interface PlainLayer {
  name: string;
  poolBefore: boolean;
  kernel: tf.Tensor4D;
  bias: tf.Tensor1D;
}

/** The same evaluation as everybody writes it: a graph of tf's operations, and tf's own gradient of it. */
export class NaiveEvaluation {
  private readonly layers: readonly PlainLayer[];
  private readonly channelOffsets: tf.Tensor1D;
  private readonly generated: tf.Tensor3D;
  private readonly contentTarget: tf.Tensor;
  private readonly contentEnergy: tf.Tensor;
  private readonly styleTargets = new Map<string, { gram: tf.Tensor; energy: tf.Tensor }>();
  private mostBytes = 0;

  constructor(model: Model, size: number) {
    const { content, style, generated } = benchPictures(size);
    this.layers = model.layers.map(plainLayer);
    this.channelOffsets = tf.tensor1d([...model.channelOffsets]);
    this.generated = tf.tensor3d(generated, [size, size, 3]);
    [this.contentTarget, this.contentEnergy] = tf.tidy(() => {
      const target = this.activations(tf.tensor3d(content, [size, size, 3])).get(CONTENT_LAYER)!;
      return [target, tf.mul(0.5, tf.sum(tf.square(target)))];
    });
    const grams = tf.tidy(() => {
      const activations = this.activations(tf.tensor3d(style, [size, size, 3]));
      return STYLE_LAYERS.map((layer) => gramPerPosition(activations.get(layer)!));
    });
    STYLE_LAYERS.forEach((layer, i) =>
      this.styleTargets.set(layer, { gram: grams[i], energy: tf.tidy(() => tf.sum(tf.square(grams[i]))) }),
    );
  }

  get peakBytes(): number {
    return this.mostBytes;
  }

  evaluate(): Evaluation {
    let forwardAt = 0;
    let lossAt = 0;
    let total = 0;
    const startedAt = performance.now();
    const gradient = tf.tidy(() =>
      tf.grad((image) => {
        const activations = this.activations(image as tf.Tensor3D);
        waitFor(activations.get(STYLE_LAYERS.at(-1)!)!);
        forwardAt = performance.now();
        const loss = this.lossOf(activations);
        [total] = loss.dataSync();
        lossAt = performance.now();
        this.mostBytes = Math.max(this.mostBytes, tf.memory().numBytes);
        return loss;
      })(this.generated),
    );
    const gradientNorm = tf.tidy(() => tf.norm(gradient).dataSync()[0]);
    const backwardAt = performance.now();
    gradient.dispose();
    return {
      forward: (forwardAt - startedAt) / 1e3,
      loss: (lossAt - forwardAt) / 1e3,
      backward: (backwardAt - lossAt) / 1e3,
      total,
      gradientNorm,
    };
  }

  dispose(): void {
    const targets = [...this.styleTargets.values()].flatMap(({ gram, energy }) => [gram, energy]);
    const weights = this.layers.flatMap(({ kernel, bias }) => [kernel, bias]);
    tf.dispose([this.channelOffsets, this.generated, this.contentTarget, this.contentEnergy, ...targets, ...weights]);
  }

  private activations(image: tf.Tensor3D): Map<string, tf.Tensor3D> {
    const activations = new Map<string, tf.Tensor3D>();
    let input: tf.Tensor3D = tf.add(image, this.channelOffsets);
    for (const { name, poolBefore, kernel, bias } of this.layers) {
      if (poolBefore) input = tf.avgPool(input, 2, 2, 'valid');
      input = tf.relu(tf.add(tf.conv2d(input, kernel, 1, 'same'), bias));
      activations.set(name, input);
    }
    return activations;
  }

  private lossOf(activations: Map<string, tf.Tensor3D>): tf.Scalar {
    const distance = tf.sum(tf.squaredDifference(activations.get(CONTENT_LAYER)!, this.contentTarget));
    let style: tf.Tensor = tf.scalar(0);
    for (const [layer, { gram, energy }] of this.styleTargets) {
      const difference = tf.sum(tf.squaredDifference(gramPerPosition(activations.get(layer)!), gram));
      style = tf.add(style, tf.div(difference, energy));
    }
    const content = tf.div(tf.mul(0.5, distance), this.contentEnergy);
    return tf.add(tf.mul(CONTENT_WEIGHT, content), tf.mul(STYLE_WEIGHT, style));
  }
}

function plainLayer({ name, poolBefore, kernel, bias, inputChannels, outputChannels }: ModelLayer): PlainLayer {
  return { name, poolBefore, kernel: tf.tensor4d(kernel, [3, 3, inputChannels, outputChannels]), bias: tf.tensor1d(bias) };
}

function gramPerPosition(activation: tf.Tensor3D): tf.Tensor2D {
  const [height, width, channels] = activation.shape;
  const positions = activation.reshape<tf.Tensor2D>([height * width, channels]);
  return tf.div(tf.matMul(positions, positions, true, false), height * width);
}

/** Reading one value waits for all that was asked of the device. */
function waitFor(activation: tf.Tensor3D): void {
  activation.slice([0, 0, 0], [1, 1, 1]).dataSync();
}
