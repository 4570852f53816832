import * as tf from '@tensorflow/tfjs';
import type { Convolution, EdgeMode, Engine, Pooling, Rectangle, Scalar, Tensor } from '../engine';
import { ADAM } from '../engine';
import { convolutionBackwardToInput, rotateKernel } from './convolution-gradient';
import { foldEdges, padEdges } from './edges';
import { differenceAdjoint, meanSquare, neighbourDifferences } from './total-variation';
import { cosineDistances, cosineGradient, gatherRows, inverseLengths, nearestRows, upsampleAxis, upsampleAxisGradient } from './positions';
import { firstMaximum, oddRemainder, repeatTwice } from './pooling';
import { atPositions, factorOf, image, positions, shapeOf, sumOf, valueOf } from './tfjs-tensor';
import { TfjsTensors } from './tfjs-tensors';

interface TfjsConvolution extends Convolution {
  /** [3, 3, in, out] */
  kernel: tf.Tensor4D;
  /** [3, 3, out, in], made when a gradient is first asked for. */
  rotatedKernel: tf.Tensor4D | null;
  bias: tf.Tensor1D;
}

/** The operations of TensorFlow.js behind the engine type: the reference for the other engines, and their fallback. */
export class TfjsEngine extends TfjsTensors implements Engine {
  prepareConvolution(kernel: Float32Array, bias: Float32Array, inputChannels: number, outputChannels: number): Convolution {
    const prepared: TfjsConvolution = {
      inputChannels,
      outputChannels,
      kernel: this.track(tf.tensor4d(kernel.slice(), [3, 3, inputChannels, outputChannels])),
      rotatedKernel: null,
      bias: this.track(tf.tensor1d(bias.slice())),
    };
    return prepared;
  }

  disposeConvolution(convolution: Convolution): void {
    const { kernel, rotatedKernel, bias } = convolution as TfjsConvolution;
    for (const value of [kernel, rotatedKernel, bias]) if (value) this.forget(value);
  }

  convolution(input: Tensor, convolution: Convolution): Tensor {
    const { kernel, bias } = convolution as TfjsConvolution;
    return this.compute(() => tf.fused.conv2d({ x: image(input), filter: kernel, strides: 1, pad: 'same', bias, activation: 'relu' }));
  }

  convolutionGradient(upstream: Tensor, output: Tensor, convolution: Convolution): Tensor {
    const prepared = convolution as TfjsConvolution;
    prepared.rotatedKernel ??= this.track(rotateKernel(prepared.kernel));
    const rotated = prepared.rotatedKernel;
    return this.compute(() => {
      const throughRelu = tf.mul(image(upstream), tf.step(image(output))) as tf.Tensor3D;
      return convolutionBackwardToInput(throughRelu, rotated);
    });
  }

  pool(input: Tensor, pooling: Pooling): Tensor {
    return this.compute(() => (pooling === 'avg' ? tf.avgPool(image(input), 2, 2, 'valid') : tf.maxPool(image(input), 2, 2, 'valid')));
  }

  poolGradient(upstream: Tensor, input: Tensor, output: Tensor, pooling: Pooling): Tensor {
    return this.compute(() => {
      const [height, width] = output.shape;
      const spread = repeatTwice(image(upstream));
      const padding = oddRemainder(input, output);
      if (pooling === 'avg') return tf.pad(tf.mul(spread, 0.25), padding);
      const covered = tf.slice(image(input), [0, 0, 0], [2 * height, 2 * width, input.shape[2]]);
      return tf.pad(tf.mul(spread, firstMaximum(covered, image(output))), padding);
    });
  }

  addChannelOffsets(target: Tensor, offsets: readonly [number, number, number]): Tensor {
    return this.compute(() => tf.add(image(target), tf.tensor1d([...offsets])));
  }

  padEdges(input: Tensor, mode: EdgeMode): Tensor {
    return this.compute(() => padEdges(image(input), mode));
  }

  foldEdges(gradient: Tensor, mode: EdgeMode): Tensor {
    return this.compute(() => foldEdges(image(gradient), mode));
  }

  crop(input: Tensor, { x, y, width, height }: Rectangle): Tensor {
    return this.compute(() => tf.slice(image(input), [y, x, 0], [height, width, input.shape[2]]));
  }

  addPatch(target: Tensor, patch: Tensor, x: number, y: number): void {
    const [height, width] = target.shape;
    const [patchHeight, patchWidth] = patch.shape;
    this.replace(target, () =>
      tf.add(
        image(target),
        tf.pad(image(patch), [
          [y, height - y - patchHeight],
          [x, width - x - patchWidth],
          [0, 0],
        ]),
      ),
    );
  }

  gramMatrix(activation: Tensor, positionWeights: Tensor | null): Tensor {
    return this.compute(() => {
      const a = positions(activation);
      const weighted = positionWeights ? tf.mul(a, valueOf(positionWeights).reshape([-1, 1])) : a;
      return tf.matMul(weighted, a, true, false);
    });
  }

  addMatrixProduct(target: Tensor, activation: Tensor, matrix: Tensor, scale: number, positionWeights: Tensor | null): void {
    this.replace(target, () => {
      const product = tf.matMul(positions(activation), valueOf(matrix) as tf.Tensor2D, false, true).reshape(shapeOf(target));
      return tf.add(valueOf(target), tf.mul(atPositions(product, positionWeights), scale));
    });
  }

  squaredDistance(a: Tensor, b: Tensor, positionWeights: Tensor | null): Scalar {
    return this.compute(() => sumOf(atPositions(tf.squaredDifference(valueOf(a), valueOf(b)), positionWeights)));
  }

  addDifference(target: Tensor, a: Tensor, b: Tensor, scale: number, positionWeights: Tensor | null): void {
    this.replace(target, () => tf.add(valueOf(target), tf.mul(atPositions(tf.sub(valueOf(a), valueOf(b)), positionWeights), scale)));
  }

  totalVariation(generated: Tensor, wraps = false): Scalar {
    return this.compute(() => {
      const { vertical, horizontal } = neighbourDifferences(image(generated), wraps);
      return tf.add(meanSquare(vertical), meanSquare(horizontal)).reshape([1]);
    });
  }

  addTotalVariationGradient(target: Tensor, generated: Tensor, scale: number, wraps = false): void {
    this.replace(target, () => {
      const { vertical, horizontal } = neighbourDifferences(image(generated), wraps);
      const gradient = tf.add(differenceAdjoint(vertical, 0, wraps), differenceAdjoint(horizontal, 1, wraps));
      return tf.add(valueOf(target), tf.mul(gradient, scale));
    });
  }

  channelSums(activation: Tensor, positionWeights: Tensor | null): Tensor {
    return this.compute(() => tf.sum(atPositions(valueOf(activation), positionWeights), [0, 1]));
  }

  scaleChannels(target: Tensor, factors: Tensor, offsets: Tensor): void {
    this.replace(target, () => tf.add(tf.mul(valueOf(target), valueOf(factors)), valueOf(offsets)));
  }

  scaleToUnitLength(target: Tensor): void {
    this.replace(target, () => tf.mul(valueOf(target), inverseLengths(valueOf(target))));
  }

  concatenateChannels(parts: readonly Tensor[]): Tensor {
    return this.compute(() => tf.concat(parts.map(valueOf), 2));
  }

  sliceChannels(input: Tensor, first: number, count: number): Tensor {
    return this.compute(() => tf.slice(image(input), [0, 0, first], [input.shape[0], input.shape[1], count]));
  }

  upsample(input: Tensor, height: number, width: number): Tensor {
    return this.compute(() => upsampleAxis(upsampleAxis(image(input), 0, height), 1, width));
  }

  upsampleGradient(gradient: Tensor): Tensor {
    return this.compute(() => upsampleAxisGradient(upsampleAxisGradient(image(gradient), 1), 0));
  }

  gatherPositions(input: Tensor, indices: Tensor): Tensor {
    return this.compute(() => gatherRows(positions(input), valueOf(indices).flatten()).reshape([...indices.shape, input.shape[2]]));
  }

  nearestPositions(queries: Tensor, candidates: Tensor): Tensor {
    return this.compute(() => nearestRows(positions(queries), positions(candidates)).reshape(queries.shape.slice(0, 2)));
  }

  cosineDistance(a: Tensor, b: Tensor, positionWeights: Tensor | null): Scalar {
    return this.compute(() => sumOf(atPositions(cosineDistances(valueOf(a), valueOf(b)), positionWeights)));
  }

  replaceByCosineGradient(b: Tensor, a: Tensor, scale: number, positionWeights: Tensor | null): void {
    this.replace(b, () => tf.mul(atPositions(cosineGradient(valueOf(a), valueOf(b)), positionWeights), scale));
  }

  zeros(shape: readonly number[]): Tensor {
    return this.own(tf.zeros([...shape]));
  }

  copy(tensor: Tensor): Tensor {
    // An engine's tensors are replaced, never written, so sharing the values is a copy.
    return this.own(valueOf(tensor).clone());
  }

  scale(target: Tensor, factor: number | Scalar): void {
    this.replace(target, () => tf.mul(valueOf(target), factorOf(factor)));
  }

  addScaled(target: Tensor, x: Tensor, factor: number | Scalar, mask?: Tensor): void {
    this.replace(target, () => {
      const scaled = tf.mul(valueOf(x), factorOf(factor));
      return tf.add(valueOf(target), mask ? tf.mul(scaled, valueOf(mask)) : scaled);
    });
  }

  multiply(a: Tensor, b: Tensor): Tensor {
    return this.compute(() => tf.mul(valueOf(a), valueOf(b)));
  }

  clampedStep(x: Tensor, direction: Tensor, step: number, low: number, high: number): Tensor {
    return this.compute(() => tf.clipByValue(tf.add(valueOf(x), tf.mul(valueOf(direction), step)), low, high));
  }

  freeMask(x: Tensor, gradient: Tensor, low: number, high: number): Tensor {
    return this.compute(() => {
      const stuckLow = tf.logicalAnd(tf.lessEqual(valueOf(x), low), tf.greater(valueOf(gradient), 0));
      const stuckHigh = tf.logicalAnd(tf.greaterEqual(valueOf(x), high), tf.less(valueOf(gradient), 0));
      return tf.cast(tf.logicalNot(tf.logicalOr(stuckLow, stuckHigh)), 'float32');
    });
  }

  adamStep(x: Tensor, gradient: Tensor, m: Tensor, v: Tensor, t: number, rate: number): void {
    const { beta1, beta2, epsilon } = ADAM;
    const g = valueOf(gradient);
    this.replace(m, () => tf.add(tf.mul(valueOf(m), beta1), tf.mul(g, 1 - beta1)));
    this.replace(v, () => tf.add(tf.mul(valueOf(v), beta2), tf.mul(tf.square(g), 1 - beta2)));
    this.replace(x, () => {
      const correctedM = tf.div(valueOf(m), 1 - beta1 ** t);
      const correctedV = tf.div(valueOf(v), 1 - beta2 ** t);
      const step = tf.div(correctedM, tf.add(tf.sqrt(correctedV), epsilon));
      return tf.clipByValue(tf.sub(valueOf(x), tf.mul(step, rate)), 0, 255);
    });
  }

  dot(a: Tensor, b: Tensor, mask?: Tensor): Scalar {
    return this.compute(() => {
      const product = tf.mul(valueOf(a), valueOf(b));
      return sumOf(mask ? tf.mul(product, valueOf(mask)) : product);
    });
  }

  absoluteSum(a: Tensor): Scalar {
    return this.compute(() => sumOf(tf.abs(valueOf(a))));
  }

  subtractScalars(a: Scalar, b: Scalar): Scalar {
    return this.compute(() => tf.sub(valueOf(a), valueOf(b)));
  }

  divideScalars(numerator: Scalar, denominator: Scalar, threshold?: Scalar): Scalar {
    return this.compute(() => {
      const usable = tf.greater(valueOf(denominator), threshold ? valueOf(threshold) : 0);
      const safe = tf.where(usable, valueOf(denominator), tf.onesLike(valueOf(denominator)));
      return tf.where(usable, tf.div(valueOf(numerator), safe), tf.zerosLike(valueOf(numerator)));
    });
  }
}
