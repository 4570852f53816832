import * as tf from '@tensorflow/tfjs';
import { normalize } from './instance-normalization';
import { blockKernel, doublingKernel, fromBlocks, PIXELS_PER_BLOCK, toBlocks } from './pixel-blocks';
import { normalizationAt } from './style-columns';
import type { PaintingConvolution } from './preview-manifest';
import type { Weights } from './weights';

type Activation = 'relu' | 'linear';

/** `columns`: the style's scales and shifts. The caller tidies. */
export type Layer = (input: tf.Tensor4D, columns: Float32Array) => tf.Tensor4D;

/** Builds the layers of a `Painter`. */
export class PaintingLayers {
  constructor(private readonly weights: Weights) {}

  plain(entry: PaintingConvolution, strides: number, activation: Activation): Layer {
    const filter = this.weights.kernel(entry.kernel);
    const convolve = this.convolution(entry, filter, 1, strides, activation);
    const border = borderOf(entry);
    return (input, columns) => convolve(mirrored(input, border, 'reflect'), columns);
  }

  residual([first, second]: readonly [PaintingConvolution, PaintingConvolution]): Layer {
    const before = this.plain(first, 1, 'relu');
    const after = this.plain(second, 1, 'linear');
    return (input, columns) => tf.add(input, after(before(input, columns), columns));
  }

  /** 9×9 between the picture and a few channels, over blocks of pixels. */
  wide(entry: PaintingConvolution, activation: Activation): Layer {
    const [size, , inputs, outputs] = entry.kernel.shape;
    const kernel = blockKernel(this.weights.values(entry.kernel), { size, inputs, outputs });
    const blocks = (size + 1) / 2;
    const shape: [number, number, number, number] = [blocks, blocks, PIXELS_PER_BLOCK * inputs, PIXELS_PER_BLOCK * outputs];
    const filter = this.weights.keep(tf.tensor4d(kernel, shape));
    const convolve = this.convolution(entry, filter, PIXELS_PER_BLOCK, 1, activation);
    const border = borderOf(entry);
    return (input, columns) => fromBlocks(convolve(toBlocks(mirrored(input, border, 'reflect')), columns));
  }

  /** Doubles the picture and convolves it. */
  doubling(entry: PaintingConvolution): Layer {
    const [, , inputs, outputs] = entry.kernel.shape;
    const kernel = doublingKernel(this.weights.values(entry.kernel), inputs, outputs);
    const filter = this.weights.keep(tf.tensor4d(kernel, [3, 3, inputs, PIXELS_PER_BLOCK * outputs]));
    const convolve = this.convolution(entry, filter, PIXELS_PER_BLOCK, 1, 'relu');
    // To reflect the doubled picture is to repeat the small one's edge.
    return (input, columns) => fromBlocks(convolve(mirrored(input, 1, 'symmetric'), columns));
  }

  /** Of a padded input, normalised in the layers that depend on the style. */
  private convolution(entry: PaintingConvolution, filter: tf.Tensor4D, phases: number, strides: number, activation: Activation): Layer {
    const bias = entry.bias
      ? this.weights.keep(tf.tidy(() => tf.tile(tf.tensor1d(this.weights.values(entry.bias!)), [phases])))
      : undefined;
    const channels = entry.kernel.shape[3];
    const start = entry.styleColumns;
    if (start === null) return (x) => tf.fused.conv2d({ x, filter, bias, strides, pad: 'valid', activation });
    return (x, columns) =>
      tf.tidy(() => {
        const convolved = tf.fused.conv2d({ x, filter, bias, strides, pad: 'valid' });
        return normalize(convolved, normalizationAt(columns, start, channels), phases, activation);
      });
  }
}

function borderOf({ kernel }: PaintingConvolution): number {
  return (kernel.shape[0] - 1) / 2;
}

function mirrored(input: tf.Tensor4D, border: number, mode: 'reflect' | 'symmetric'): tf.Tensor4D {
  return tf.mirrorPad(
    input,
    [
      [0, 0],
      [border, border],
      [border, border],
      [0, 0],
    ],
    mode,
  );
}
