/** One 3×3 convolution with ReLU of a pre-trained network, in float32. */
export interface ModelLayer {
  /** Of its output after ReLU, such as "relu4_2". */
  name: string;
  /** [3, 3, in, out] (height, width, in, out) */
  kernel: Float32Array;
  /** [out] */
  bias: Float32Array;
  inputChannels: number;
  outputChannels: number;
  /** A 2×2 pooling comes before this layer. */
  poolBefore: boolean;
}

/** A pre-trained network that takes RGB in 0…255 plus `channelOffsets`. */
export interface Model {
  /** Such as "vgg16-imagenet"; a recipe names it. */
  id: string;
  name: string;
  /** SHA-256 of its weights, where it did not ship with the program; a recipe names it, too. */
  hash?: string;
  layers: readonly ModelLayer[];
  /** Minus the training set's mean, in RGB order. */
  channelOffsets: readonly [number, number, number];
}
