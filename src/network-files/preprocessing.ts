/** How the pictures were prepared that a network was trained with: the same numbers see nothing in others. */
import type { Layout } from './find-trunk';

/** `caffe`: BGR in 0…255 minus the mean colour, as in the paper and in Keras. `torchvision`: RGB in 0…1 minus mean, divided by deviation. */
export const PREPROCESSINGS = ['caffe', 'torchvision'] as const;
export type Preprocessing = (typeof PREPROCESSINGS)[number];
export type PreprocessingChoice = Preprocessing | 'auto';

interface Input {
  channelOrder: 'RGB' | 'BGR';
  /** Of 0…255, in that order. */
  mean: readonly [number, number, number];
  /** What the values are divided by after it, in that order. */
  divisor: readonly [number, number, number];
}

export const INPUTS: Readonly<Record<Preprocessing, Input>> = {
  caffe: { channelOrder: 'BGR', mean: [103.939, 116.779, 123.68], divisor: [1, 1, 1] },
  torchvision: {
    channelOrder: 'RGB',
    mean: [0.485 * 255, 0.456 * 255, 0.406 * 255],
    divisor: [0.229 * 255, 0.224 * 255, 0.225 * 255],
  },
};

/** conv1_1 of the ImageNet VGG-16, as published: the first kernel's blue corner for three outputs, and the first biases. */
const PUBLISHED_BLUE = [0.42947057, 0.11727387, 0.03401296];
const PUBLISHED_BIASES = [0.7342983, 0.0934047, 0.0677567, 0.8862966, 0.2599454];
/** bfloat16 rounds by up to 0.4 %. */
const TOLERANCE = 0.01;

/** conv1_1: [3, 3, 3, 64] and [64]. */
export interface FirstLayer {
  kernel: Float32Array;
  bias: Float32Array;
}

/**
 * Whoever stores kernels as PyTorch does prepares pictures as torchvision, and TensorFlow's as Caffe; but the published weights
 * are told by their own numbers, since they are stored in every form.
 */
export function detectPreprocessing(layout: Layout, first: FirstLayer): Preprocessing {
  return published(first) ?? (layout === 'out-in' ? 'torchvision' : 'caffe');
}

/** Whether the first layer is the ImageNet VGG-16's, in whatever form. */
export function hasPublishedBiases({ bias }: FirstLayer): boolean {
  return PUBLISHED_BIASES.every((value, i) => near(bias[i]!, value));
}

function published(first: FirstLayer): Preprocessing | null {
  if (!hasPublishedBiases(first)) return null;
  return (
    PREPROCESSINGS.find((name) => {
      const { channelOrder, divisor } = INPUTS[name];
      const blue = channelOrder === 'BGR' ? 0 : 2;
      return PUBLISHED_BLUE.every((value, output) => near(first.kernel[64 * blue + output]!, value * divisor[blue]!));
    }) ?? null
  );
}

function near(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= TOLERANCE * Math.abs(expected);
}
