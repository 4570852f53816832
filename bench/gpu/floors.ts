import type { CardPeaks } from './measure-card';
import { flopOfEvaluation } from '../speed/flop-count';

/** Winograd's F(4×4, 3×3) needs 36 multiplications where a direct convolution needs 144. */
const WINOGRAD_SAVING = 4;
/** Channels and depth of the maps that one evaluation makes through relu5_1, and how often each crosses the memory at the least. */
const MAPS = [
  { channels: 64, depth: 0, layers: 2 },
  { channels: 128, depth: 1, layers: 2 },
  { channels: 256, depth: 2, layers: 3 },
  { channels: 512, depth: 3, layers: 3 },
  { channels: 512, depth: 4, layers: 1 },
];
/** Forward: written and read once; backward: the map and its gradient read, the gradient written. */
const CROSSINGS = 5;

export interface Floors {
  /** Multiply-adds count as two; of Winograd's products. */
  gflop: number;
  gigabytes: number;
  /** Seconds that no program of this method can go below on a card with these peaks. */
  arithmeticSeconds: number;
  memorySeconds: number;
}

export function floorsOf(size: number, { gflops, gigabytesPerSecond }: CardPeaks): Floors {
  const gflop = flopOfEvaluation(size, size) / WINOGRAD_SAVING / 1e9;
  const floats = MAPS.reduce((sum, { channels, depth, layers }) => sum + layers * channels * (size >> depth) ** 2, 0);
  const gigabytes = (CROSSINGS * 4 * floats) / 1e9;
  return { gflop, gigabytes, arithmeticSeconds: gflop / gflops, memorySeconds: gigabytes / gigabytesPerSecond };
}
