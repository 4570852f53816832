import type { Convolution } from '../engine';
import type { StorageBuffer } from './buffers';

export type Direction = 'forward' | 'backward';

/** Weights on the device; Winograd's transforms of them are made when a direction first needs them. */
export interface WebgpuConvolution extends Convolution {
  /** [3, 3, in, out] */
  kernel: StorageBuffer;
  bias: StorageBuffer;
  transformed: Partial<Record<Direction, StorageBuffer>>;
}
