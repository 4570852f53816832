import * as tf from '@tensorflow/tfjs';
import { normalize } from './instance-normalization';
import { normalizationAt, StyleColumns } from './style-columns';
import { upsampledKernel } from './upsampled-kernel';
import type { PainterEntry, PaintingConvolution } from './preview-manifest';
import type { Weights } from './weights';

type Activation = 'relu' | 'linear';
/** `columns`: the style's scales and shifts. */
type Layer = (input: tf.Tensor4D, columns: Float32Array) => tf.Tensor4D;

/** Both strided layers halve the picture. */
export const PAINTER_STRIDE = 4;

/**
 * The feed-forward network that repaints a picture in a style (Dumoulin et al. 2017, table 1): every layer
 * reflects its border, convolves, normalises per instance with the style's scales and shifts, and rectifies.
 */
export class Painter {
  readonly style: StyleColumns;
  private readonly layers: readonly Layer[];

  constructor(weights: Weights, { style, contract, residual, expand }: PainterEntry) {
    this.style = new StyleColumns(style.kernel, weights.values(style.kernel), weights.values(style.bias));
    const [wide, ...strided] = contract;
    const finish = expand[expand.length - 1];
    this.layers = [
      convolution(weights, wide, 1, 'relu'),
      ...strided.map((entry) => convolution(weights, entry, 2, 'relu')),
      ...residual.map(([first, second]) => residualPair(convolution(weights, first, 1, 'relu'), convolution(weights, second, 1, 'linear'))),
      ...expand.slice(0, -1).map((entry) => upsampledConvolution(weights, entry)),
      convolution(weights, finish, 1, 'linear'),
      (input) => tf.sigmoid(input),
    ];
  }

  /** [1, h, w, 3] in 0…1, sides multiples of `PAINTER_STRIDE` and at least 16 → the same shape in 0…1. */
  paint(picture: tf.Tensor4D, style: ArrayLike<number>): tf.Tensor4D {
    const columns = this.style.of(style);
    return tf.tidy(() => {
      let current = picture;
      for (const layer of this.layers) {
        const next = tf.tidy(() => layer(current, columns));
        if (current !== picture) current.dispose();
        current = next;
      }
      return current;
    });
  }
}

function convolution(weights: Weights, entry: PaintingConvolution, strides: number, activation: Activation): Layer {
  const filter = weights.kernel(entry.kernel);
  const bias = entry.bias ? weights.bias(entry.bias) : undefined;
  const [size, , , outputs] = entry.kernel.shape;
  const border = (size - 1) / 2;
  const start = entry.styleColumns;
  return (input, columns) => {
    const x = mirrored(input, border, 'reflect');
    if (start === null) return tf.fused.conv2d({ x, filter, bias, strides, pad: 'valid', activation });
    const convolved = tf.fused.conv2d({ x, filter, bias, strides, pad: 'valid' });
    x.dispose();
    return normalize(convolved, normalizationAt(columns, start, outputs), 1, activation);
  };
}

function residualPair(first: Layer, second: Layer): Layer {
  return (input, columns) => tf.add(input, second(first(input, columns), columns));
}

/** Doubles the picture and convolves it, at the small size until the end. */
function upsampledConvolution(weights: Weights, entry: PaintingConvolution): Layer {
  const [, , inputs, outputs] = entry.kernel.shape;
  const kernel = upsampledKernel(weights.values(entry.kernel), inputs, outputs);
  const filter = weights.keep(tf.tensor4d(kernel, [3, 3, inputs, 4 * outputs]));
  const bias = entry.bias ? weights.keep(tf.tile(weights.bias(entry.bias), [4])) : undefined;
  const start = entry.styleColumns;
  if (start === null) throw new Error('Every upsampled layer depends on the style.');
  return (input, columns) => {
    // Reflecting the doubled picture repeats the small one's edge.
    const x = mirrored(input, 1, 'symmetric');
    const convolved = tf.fused.conv2d({ x, filter, bias, strides: 1, pad: 'valid' });
    const normalized = normalize(convolved, normalizationAt(columns, start, outputs), 4, 'relu');
    return tf.depthToSpace(normalized, 2, 'NHWC');
  };
}

function mirrored(input: tf.Tensor4D, border: number, mode: 'reflect' | 'symmetric'): tf.Tensor4D {
  return tf.mirrorPad(input, [[0, 0], [border, border], [border, border], [0, 0]], mode);
}
