import * as tf from '@tensorflow/tfjs';
import type { Normalization } from './style-columns';

/** Of both trained networks. */
const EPSILON = 1e-5;

/**
 * Conditional instance normalisation (Dumoulin et al. 2017, eq. 5) of x [1, h, w, phases · c]:
 * scale · (x − μ) / √(σ² + ε) + shift, with μ and σ per channel over all positions and phases.
 * It's applied as one 1×1 depthwise convolution, which all backends fuse with the activation.
 */
export function normalize(x: tf.Tensor4D, { scale, shift }: Normalization, phases: number, activation: 'relu' | 'linear'): tf.Tensor4D {
  return tf.tidy(() => {
    const channels = scale.length;
    const mean = channelMeans(x, phases, channels);
    const meanSquare = tf.tidy(() => channelMeans(tf.square(x), phases, channels));
    const variance = tf.relu(tf.sub(meanSquare, tf.square(mean)));
    const factor = tf.mul(tf.tensor1d(scale), tf.rsqrt(tf.add(variance, EPSILON)));
    const offset = tf.sub(tf.tensor1d(shift), tf.mul(mean, factor));
    const filter = tf.reshape(tf.tile(factor, [phases]), [1, 1, phases * channels, 1]) as tf.Tensor4D;
    const bias = tf.tile(offset, [phases]) as tf.Tensor1D;
    return tf.fused.depthwiseConv2d({ x, filter, strides: 1, pad: 'valid', bias, activation });
  });
}

/**
 * [1, h, w, phases · c] → [c]. Pooling down the columns and then along the row needs no transposition,
 * and leaves enough to do in parallel on a graphics processor.
 */
function channelMeans(x: tf.Tensor4D, phases: number, channels: number): tf.Tensor {
  const [, height, width] = x.shape;
  const row = tf.avgPool(x, [height, 1], 1, 'valid');
  const means = tf.avgPool(row, [1, width], 1, 'valid');
  return tf.mean(tf.reshape(means, [phases, channels]), 0);
}
