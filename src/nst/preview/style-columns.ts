import type { TensorEntry } from '../model/manifest';

export interface Normalization {
  /** [c] */
  scale: Float32Array;
  /** [c] */
  shift: Float32Array;
}

/** A style's numbers as every layer's scales and shifts: columns = numbers · kernel + bias. */
export class StyleColumns {
  /** How many numbers make a style. */
  readonly length: number;

  constructor(
    kernel: TensorEntry,
    /** [length, columns] */
    private readonly values: Float32Array,
    /** [columns] */
    private readonly bias: Float32Array,
  ) {
    this.length = kernel.shape[0];
  }

  of(style: ArrayLike<number>): Float32Array {
    const columns = this.bias.slice();
    for (let row = 0; row < this.length; row++) {
      const start = row * columns.length;
      for (let column = 0; column < columns.length; column++) columns[column] += style[row] * this.values[start + column];
    }
    return columns;
  }
}

/** A layer's part of the columns: its channels' scales, then their shifts. */
export function normalizationAt(columns: Float32Array, start: number, channels: number): Normalization {
  return { scale: columns.subarray(start, start + channels), shift: columns.subarray(start + channels, start + 2 * channels) };
}
