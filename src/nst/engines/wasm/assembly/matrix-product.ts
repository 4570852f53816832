import { multiply, multiplyPanel, packPanels } from './gemm';
import { bytesOf, ownPart, PANEL, roundUp } from './memory-layout';

/** Pixels that are multiplied together: their activations stay in the cache for all panels. */
const BLOCK_PIXELS: i32 = 48;

export function matrixProductBlockPixels(): i32 {
  return BLOCK_PIXELS;
}

/** Bytes for each thread that `addMatrixProduct` needs. */
export function matrixProductBytes(channels: i32): usize {
  return bytesOf(BLOCK_PIXELS * roundUp(channels, PANEL));
}

/** scale · matrixᵀ [channels, channels], packed for `addMatrixProduct`. */
export function packProductMatrix(matrix: usize, channels: i32, scale: f32, packed: usize): void {
  packPanels(matrix, 1, channels, channels, channels, PANEL, scale, packed);
}

/** target[pixel] += p · matrix · activation[pixel] for the blocks of pixels [begin, end); p is 1 without weights. */
export function addMatrixProduct(
  target: usize, activation: usize, packed: usize, weights: usize, pixels: i32, channels: i32,
  workBase: usize, bytesPerThread: usize, begin: i32, end: i32,
): void {
  for (let block = begin; block < end; block++) {
    const first = block * BLOCK_PIXELS;
    const count = min(BLOCK_PIXELS, pixels - first);
    const a = activation + bytesOf(first * channels);
    const c = target + bytesOf(first * channels);
    if (!weights && channels % PANEL == 0) accumulate(count, channels, a, packed, c);
    else addWeighted(count, channels, a, packed, c, weights ? weights + bytesOf(first) : 0, ownPart(workBase, bytesPerThread));
  }
}

function accumulate(count: i32, channels: i32, a: usize, packed: usize, target: usize): void {
  const stride = bytesOf(channels);
  for (let n = 0; n < channels; n += PANEL) {
    const c = target + bytesOf(n);
    multiplyPanel(count, a, stride, 1, 0, channels, packed + bytesOf(n * channels), c, stride, c, stride, false);
  }
}

function addWeighted(count: i32, channels: i32, a: usize, packed: usize, target: usize, weights: usize, product: usize): void {
  const whole = roundUp(channels, PANEL);
  multiply(count, whole, channels, a, packed, product, bytesOf(whole));
  for (let pixel = 0; pixel < count; pixel++) {
    const weight: f32 = weights ? f32.load(weights + bytesOf(pixel)) : 1;
    for (let c = 0; c < channels; c++) {
      const at = target + bytesOf(pixel * channels + c);
      f32.store(at, f32.load(at) + weight * f32.load(product + bytesOf(pixel * whole + c)));
    }
  }
}
