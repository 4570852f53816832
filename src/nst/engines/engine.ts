import type { PositionOperations } from './position-operations';

/**
 * An engine owns tensors and the few operations from which J(G) and its gradient are built.
 * Everything above this file (losses, optimisers, tiling) is written once, against this type,
 * and does not know which engine runs.
 *
 * Rules every engine keeps:
 * - Values are float32. Shapes are the logical ones given here; the layout behind a tensor is the engine's own.
 * - An operation returns a new tensor unless its name says that it changes one ("add…", "scale…", "replace…").
 * - The caller disposes every tensor that it received, exactly once. Nothing is collected automatically.
 * - Operations may run asynchronously on the device; only `read…` waits for them.
 * - Two tensors of one shape, from whatever operations, can be mixed in any elementwise operation.
 */
export interface Tensor {
  readonly shape: readonly number[];
}

/** A tensor of shape [1] that stays on the device, so that optimisers need no readback for it. */
export type Scalar = Tensor;

/** A 3×3, stride-1, zero-padded convolution with bias, prepared for both directions. */
export interface Convolution {
  readonly inputChannels: number;
  readonly outputChannels: number;
}

export type Pooling = 'avg' | 'max';
/** What a picture continues with beyond its edge: zeros, the edge, its mirror image, or its opposite edge. */
export type EdgeMode = 'zero' | 'replicate' | 'reflect' | 'wrap';

/** Pixels [x, x + width) × [y, y + height). */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const ENGINE_NAMES = ['wasm', 'webgl', 'webgpu', 'tfjs-webgl', 'tfjs-wasm', 'tfjs-webgpu', 'tfjs-cpu'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** What trying an engine has shown. */
export interface EngineFigure {
  name: EngineName;
  /** For the test of typical convolutions; null where it was not timed. */
  milliseconds: number | null;
  /** Why it can't be used here, for people; null where it can. */
  problem: string | null;
}

export interface EngineMemory {
  /** Bytes that tensors and prepared weights hold now. */
  bytes: number;
  /** The most that `bytes` has been since the engine was made or `resetPeak` was called. */
  peakBytes: number;
  /** Bytes that the engine has taken from the browser and never gives back while it lives; left out where it can't know. */
  reservedBytes?: number;
  /** The most that the engine may ever take; left out where it can't know. */
  limitBytes?: number;
  /** Tensors that are alive now; a finished run leaves as many as it found. */
  tensors: number;
}

export interface Engine extends TensorOperations, NetworkOperations, LossOperations, PositionOperations, VectorOperations {
  readonly name: EngineName;
  /** For the report and the panel, such as "WebAssembly, relaxed SIMD, 2 threads". */
  readonly description: string;
}

/** The life of tensors: made, read, freed. */
export interface TensorOperations {
  /** Values in row-major order of `shape`. The array is copied. */
  upload(values: Float32Array, shape: readonly number[]): Tensor;
  /** Waits for the device and returns a copy in row-major order of the tensor's shape. */
  read(tensor: Tensor): Promise<Float32Array>;
  /** Reads many scalars with a single wait; keeps their order. */
  readScalars(scalars: readonly Scalar[]): Promise<number[]>;
  dispose(...tensors: readonly Tensor[]): void;

  memory(): EngineMemory;
  resetPeak(): void;
  /** Frees everything, stops threads and contexts; the engine can't be used afterwards. Callable more than once. */
  destroy(): void;

  zeros(shape: readonly number[]): Tensor;
  copy(tensor: Tensor): Tensor;
}

export interface NetworkOperations {
  /** kernel [3, 3, in, out] (height, width, in, out), bias [out]; both are copied. `in` is 3 or a multiple of 4; `out` a multiple of 8. */
  prepareConvolution(kernel: Float32Array, bias: Float32Array, inputChannels: number, outputChannels: number): Convolution;
  disposeConvolution(convolution: Convolution): void;
  /** input [h, w, in] → relu(kernel ∗ input + bias) [h, w, out], zero padding of one pixel. */
  convolution(input: Tensor, convolution: Convolution): Tensor;
  /**
   * ∂J/∂output [h, w, out] and the output of `convolution` → ∂J/∂input [h, w, in].
   * The gradient where output > 0 (ReLU), convolved with the 180°-rotated, in/out-transposed kernel.
   * `upstream` may be overwritten: the caller only disposes it afterwards.
   */
  convolutionGradient(upstream: Tensor, output: Tensor, convolution: Convolution): Tensor;
  /** 2×2, stride 2: [h, w, c] → [⌊h/2⌋, ⌊w/2⌋, c]; an odd last row or column is left out. */
  pool(input: Tensor, pooling: Pooling): Tensor;
  /** ∂J/∂output [⌊h/2⌋, ⌊w/2⌋, c] → ∂J/∂input [h, w, c]. Of equal maxima in a window the first in reading order gets it all. */
  poolGradient(upstream: Tensor, input: Tensor, output: Tensor, pooling: Pooling): Tensor;
  /** image [h, w, 3] + offset per channel: the network's mean subtraction. Its gradient is the identity. */
  addChannelOffsets(image: Tensor, offsets: readonly [number, number, number]): Tensor;

  /** [h, w, c] → [h + 2, w + 2, c], the border filled by `mode` (reflect does not repeat the edge). h, w ≥ 2 for reflect. */
  padEdges(input: Tensor, mode: EdgeMode): Tensor;
  /** The adjoint of `padEdges`: [h + 2, w + 2, c] → [h, w, c], every border value added to the pixel that it was copied from. */
  foldEdges(gradient: Tensor, mode: EdgeMode): Tensor;
  /** [h, w, c] → the rectangle of it. */
  crop(input: Tensor, rectangle: Rectangle): Tensor;
  /** target[y + i, x + j] += patch[i, j], in place. */
  addPatch(target: Tensor, patch: Tensor, x: number, y: number): void;
}

export interface LossOperations {
  /**
   * Gram matrix of an activation a [h, w, c]: G_kk' = Σ_ij p_ij · a_ijk · a_ijk' → [c, c] (Gatys et al. 2015, eq. 3).
   * p is 1 everywhere, or `positionWeights` [h, w] (a guidance channel squared, a tile's own pixels).
   */
  gramMatrix(activation: Tensor, positionWeights: Tensor | null): Tensor;
  /** target[i, j, :] += scale · p_ij · matrix · a[i, j, :], in place; the gradient of a symmetric Gram term. matrix [c, c]. */
  addMatrixProduct(target: Tensor, activation: Tensor, matrix: Tensor, scale: number, positionWeights: Tensor | null): void;
  /** Σ p · (a − b)² for [h, w, c] with p [h, w], or p = 1. */
  squaredDistance(a: Tensor, b: Tensor, positionWeights: Tensor | null): Scalar;
  /** target += scale · p · (a − b), in place; all [h, w, c]. */
  addDifference(target: Tensor, a: Tensor, b: Tensor, scale: number, positionWeights: Tensor | null): void;
  /**
   * Mean of squared vertical plus mean of squared horizontal neighbour differences of [h, w, 3]; a side of 1 counts 0.
   * Where the image `wraps` (it doesn't unless told), the last row's and column's neighbours are the first ones.
   */
  totalVariation(image: Tensor, wraps?: boolean): Scalar;
  /** target += scale · ∂TV/∂image, in place. */
  addTotalVariationGradient(target: Tensor, image: Tensor, scale: number, wraps?: boolean): void;
}

/** Elementwise and reducing operations on tensors of one shape: what optimisers are made of. */
export interface VectorOperations {
  /** target *= factor, in place. */
  scale(target: Tensor, factor: number | Scalar): void;
  /** target += factor · x · mask, in place; no mask means 1. */
  addScaled(target: Tensor, x: Tensor, factor: number | Scalar, mask?: Tensor): void;
  /** a · b elementwise. */
  multiply(a: Tensor, b: Tensor): Tensor;
  /** min(max(x + step · direction, low), high). */
  clampedStep(x: Tensor, direction: Tensor, step: number, low: number, high: number): Tensor;
  /** 1 where x may still move along −gradient inside [low, high], else 0: 0 at x ≤ low with gradient > 0 and at x ≥ high with gradient < 0. */
  freeMask(x: Tensor, gradient: Tensor, low: number, high: number): Tensor;
  /**
   * One Adam step (Kingma & Ba 2015, algorithm 1), in place:
   * m ← β₁m + (1−β₁)g; v ← β₂v + (1−β₂)g²; x ← clamp(x − rate · (m / (1−β₁ᵗ)) / (√(v / (1−β₂ᵗ)) + ε), 0, 255).
   */
  adamStep(x: Tensor, gradient: Tensor, m: Tensor, v: Tensor, t: number, rate: number): void;

  /** Σ a · b · mask; no mask means 1. */
  dot(a: Tensor, b: Tensor, mask?: Tensor): Scalar;
  /** Σ |a|. */
  absoluteSum(a: Tensor): Scalar;
  /** a − b of two scalars, on the device. */
  subtractScalars(a: Scalar, b: Scalar): Scalar;
  /** numerator / denominator where denominator > threshold (0 if none is given), else 0: skips a pair without curvature. */
  divideScalars(numerator: Scalar, denominator: Scalar, threshold?: Scalar): Scalar;
}

/** Adam's constants of the paper, shared by every engine. */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
