import type { Convolution } from '../engine';

export type Direction = 'forward' | 'backward';
export type Algorithm = 'direct' | 'winograd';

/** A kernel in the layout that an algorithm wants. */
interface PackedKernel {
  algorithm: Algorithm;
  address: number;
}

export interface WasmConvolution extends Convolution {
  /** [3, 3, in, out]; packed kernels are made from it when first needed. */
  kernelAddress: number;
  /** [out] */
  biasAddress: number;
  packed: Partial<Record<Direction, PackedKernel>>;
}

/** Channels into and out of the convolution that a direction computes. */
export function channelsOf({ inputChannels, outputChannels }: Convolution, direction: Direction): { inputs: number; outputs: number } {
  return direction === 'forward' ? { inputs: inputChannels, outputs: outputChannels } : { inputs: outputChannels, outputs: inputChannels };
}

/** The transforms of Winograd's method cost more than they save where few channels share them. */
const LEAST_WINOGRAD_CHANNELS = 16;
const PANEL = 8;

export function chooseAlgorithm(inputs: number, outputs: number): Algorithm {
  const suits = inputs >= LEAST_WINOGRAD_CHANNELS && outputs >= LEAST_WINOGRAD_CHANNELS && inputs % 4 === 0 && outputs % PANEL === 0;
  return suits ? 'winograd' : 'direct';
}
