import * as tf from '@tensorflow/tfjs';
import type { BlockEntry, StyleReaderConvolution, StyleReaderEntry } from './preview-manifest';
import type { Weights } from './weights';

type Layer = (input: tf.Tensor4D) => tf.Tensor4D;

/** Reads a style picture into numbers: a MobileNetV2 (Ghiasi et al. 2017, section 2.2). */
export class StyleReader {
  private readonly layers: readonly Layer[];

  constructor(weights: Weights, { first, blocks, last, vector }: StyleReaderEntry) {
    this.layers = [
      convolution(weights, first, 'relu6'),
      ...blocks.map((entry) => block(weights, entry)),
      convolution(weights, last, 'relu6'),
      (input) => tf.mean<tf.Tensor4D>(input, [1, 2], true),
      convolution(weights, vector, 'linear'),
    ];
  }

  /** [1, h, w, 3] in 0…1, trained at 256×256 → [1, 1, 1, 100]. */
  read(picture: tf.Tensor4D): tf.Tensor4D {
    return tf.tidy(() => this.layers.reduce((input, layer) => layer(input), picture));
  }
}

function convolution(weights: Weights, entry: StyleReaderConvolution, activation: 'relu6' | 'linear'): Layer {
  const filter = weights.kernel(entry.kernel);
  const bias = weights.bias(entry.bias);
  return (x) => tf.fused.conv2d({ x, filter, bias, strides: entry.stride, pad: 'same', activation });
}

function depthwise(weights: Weights, entry: StyleReaderConvolution): Layer {
  const filter = weights.depthwiseKernel(entry.kernel);
  const bias = weights.bias(entry.bias);
  return (x) => tf.fused.depthwiseConv2d({ x, filter, bias, strides: entry.stride, pad: 'same', activation: 'relu6' });
}

/** Frees what lies between as soon as it is used: at 128×128 the expanded channels are the largest tensors. */
function block(weights: Weights, entry: BlockEntry): Layer {
  const expand = entry.expand ? convolution(weights, entry.expand, 'relu6') : (input: tf.Tensor4D) => input;
  const filter = depthwise(weights, entry.depthwise);
  const project = convolution(weights, entry.project, 'linear');
  return (input) =>
    tf.tidy(() => {
      const output = project(filter(expand(input)));
      return entry.addInput ? tf.add(input, output) : output;
    });
}
