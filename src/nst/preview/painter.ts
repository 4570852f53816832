import * as tf from '@tensorflow/tfjs';
import { PaintingLayers, type Layer } from './painting-layers';
import { StyleColumns } from './style-columns';
import type { PainterEntry } from './preview-manifest';
import type { Weights } from './weights';

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
    const layers = new PaintingLayers(weights);
    this.layers = [
      layers.wide(wide, 'relu'),
      ...strided.map((entry) => layers.plain(entry, 2, 'relu')),
      ...residual.map((pair) => layers.residual(pair)),
      ...expand.slice(0, -1).map((entry) => layers.doubling(entry)),
      layers.wide(finish, 'linear'),
      (input) => tf.sigmoid(input),
    ];
  }

  /** [1, h, w, 3] in 0…1, sides multiples of `PAINTER_STRIDE` and at least 16 → the same shape in 0…1. */
  paint(picture: tf.Tensor4D, style: ArrayLike<number>): tf.Tensor4D {
    const columns = this.style.of(style);
    let current = picture;
    for (const layer of this.layers) {
      const next = tf.tidy(() => layer(current, columns));
      if (current !== picture) current.dispose();
      current = next;
    }
    return current;
  }
}
