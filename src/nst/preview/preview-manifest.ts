import type { Manifest, TensorEntry } from '../model/manifest';

/** A convolution of the network that reads a style picture. */
export interface StyleReaderConvolution {
  stride: 1 | 2;
  /** [h, w, in, out]; depthwise [h, w, channels]. */
  kernel: TensorEntry;
  bias: TensorEntry;
}

/** An inverted residual block (Sandler et al. 2018, figure 3). */
export interface BlockEntry {
  expand: StyleReaderConvolution | null;
  depthwise: StyleReaderConvolution;
  project: StyleReaderConvolution;
  addInput: boolean;
}

/** MobileNetV2, then a linear map of its 1280 averages to the style vector. */
export interface StyleReaderEntry {
  first: StyleReaderConvolution;
  blocks: readonly BlockEntry[];
  last: StyleReaderConvolution;
  vector: StyleReaderConvolution;
}

/** A convolution of the network that paints. */
export interface PaintingConvolution {
  /** [h, w, in, out] */
  kernel: TensorEntry;
  bias: TensorEntry | null;
  /** Where its scales, then its shifts begin among the style's columns; null for a layer that no style changes. */
  styleColumns: number | null;
}

/** Dumoulin et al. 2017, appendix, table 1: 9×9 and two strided 3×3; five residual pairs; two upsampled 3×3 and 9×9. */
export interface PainterEntry {
  /** What the style's numbers become: [style, columns] and [columns]. */
  style: { kernel: TensorEntry; bias: TensorEntry };
  contract: readonly PaintingConvolution[];
  residual: readonly (readonly [PaintingConvolution, PaintingConvolution])[];
  expand: readonly PaintingConvolution[];
}

export interface ArbitraryManifest extends Manifest {
  predict: StyleReaderEntry;
  stylize: PainterEntry;
}

export interface Styles26Manifest extends Manifest {
  stylize: PainterEntry;
}
