import * as tf from '@tensorflow/tfjs';

/**
 * The kernel whose forward convolution is the gradient of a 3×3, stride-1, zero-padded convolution:
 * rotated by 180° with input and output exchanged, [3, 3, in, out] → [3, 3, out, in].
 */
export function rotateKernel(kernel: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => tf.transpose(tf.reverse(kernel, [0, 1]), [0, 1, 3, 2]));
}

/** TensorFlow.js' own backprop-to-input kernel is 6 to 10 times slower on WebAssembly than this forward convolution. */
export function convolutionBackwardToInput(upstream: tf.Tensor3D, rotatedKernel: tf.Tensor4D): tf.Tensor3D {
  return tf.conv2d(upstream, rotatedKernel, 1, 'same');
}
