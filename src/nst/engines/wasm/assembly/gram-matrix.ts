import { multiplyPanel } from './gemm';
import { bytesOf, FLOAT, ownPart, PANEL, roundUp, VECTOR, ZEROS } from './memory-layout';

/** Pixels that are packed and multiplied together. */
const BLOCK_PIXELS: i32 = 128;

/** Bytes for each thread that `gramPartials` needs: a transposed block and a packed one. */
export function gramBytes(channels: i32): usize {
  return bytesOf(2 * BLOCK_PIXELS * roundUp(channels, PANEL));
}

/**
 * One partial Gram matrix [channels, channels rounded up to 8] for each chunk of `pixelsPerChunk` pixels, so that the
 * sum does not depend on which thread did what; only the upper triangle is right. Works on the chunks [begin, end).
 */
export function gramPartials(
  activation: usize, weights: usize, pixels: i32, channels: i32, pixelsPerChunk: i32, partials: usize,
  workBase: usize, bytesPerThread: usize, begin: i32, end: i32,
): void {
  const left = ownPart(workBase, bytesPerThread);
  const whole = roundUp(channels, PANEL);
  const right = left + bytesOf(BLOCK_PIXELS * whole);
  for (let chunk = begin; chunk < end; chunk++) {
    const partial = partials + bytesOf(chunk * channels * whole);
    const last = min((chunk + 1) * pixelsPerChunk, pixels);
    memory.fill(partial, 0, bytesOf(channels * whole));
    for (let pixel = chunk * pixelsPerChunk; pixel < last; pixel += BLOCK_PIXELS) {
      const count = min(BLOCK_PIXELS, last - pixel);
      packLeft(activation + bytesOf(pixel * channels), weights ? weights + bytesOf(pixel) : 0, count, channels, left);
      packRight(activation + bytesOf(pixel * channels), count, channels, right);
      addUpperProduct(left, right, count, channels, whole, partial);
    }
  }
}

/** partial[k, k'] += Σ left[k, pixel] · right[pixel, k'] for k ≤ k' (and some below the diagonal). */
function addUpperProduct(left: usize, right: usize, count: i32, channels: i32, whole: i32, partial: usize): void {
  const stride = bytesOf(whole);
  for (let n = 0; n < whole; n += PANEL) {
    const c = partial + bytesOf(n);
    const rows = min(n + PANEL, channels);
    multiplyPanel(rows, left, bytesOf(count), 1, 0, count, right + bytesOf(n * count), c, stride, c, stride, false);
  }
}

/** [count, channels] → [channels, count], each pixel times its weight. */
function packLeft(source: usize, weights: usize, count: i32, channels: i32, target: usize): void {
  const four = channels & ~3;
  for (let pixel = 0; pixel < count; pixel++) {
    const weight: f32 = weights ? f32.load(weights + bytesOf(pixel)) : 1;
    const factor = f32x4.splat(weight);
    const a = source + bytesOf(pixel * channels);
    const t = target + bytesOf(pixel);
    for (let c = 0; c < four; c += 4) {
      const values = f32x4.mul(factor, v128.load(a + bytesOf(c)));
      v128.store_lane<f32>(t + bytesOf(c * count), values, 0);
      v128.store_lane<f32>(t + bytesOf((c + 1) * count), values, 1);
      v128.store_lane<f32>(t + bytesOf((c + 2) * count), values, 2);
      v128.store_lane<f32>(t + bytesOf((c + 3) * count), values, 3);
    }
    for (let c = four; c < channels; c++) f32.store(t + bytesOf(c * count), weight * f32.load(a + bytesOf(c)));
  }
}

/** [count, channels] → panels [channels / 8][count][8]. */
function packRight(source: usize, count: i32, channels: i32, target: usize): void {
  for (let n = 0; n < channels; n += PANEL) {
    for (let pixel = 0; pixel < count; pixel++, target += PANEL * FLOAT) {
      const a = source + bytesOf(pixel * channels + n);
      if (n + PANEL <= channels) {
        v128.store(target, v128.load(a));
        v128.store(target, v128.load(a, VECTOR), VECTOR);
      } else {
        for (let j = 0; j < PANEL; j++) f32.store(target + bytesOf(j), n + j < channels ? f32.load(a + bytesOf(j)) : 0);
      }
    }
  }
}

/** The sum of the partial matrices' rows [begin, end), right above the diagonal, to the target [channels, channels]. */
export function gramSum(partials: usize, chunks: i32, channels: i32, target: usize, begin: i32, end: i32): void {
  const whole = roundUp(channels, PANEL);
  for (let row = begin; row < end; row++) {
    for (let column = row; column < channels; column++) {
      let sum: f32 = 0;
      for (let chunk = 0; chunk < chunks; chunk++) sum += f32.load(partials + bytesOf((chunk * channels + row) * whole + column));
      f32.store(target + bytesOf(row * channels + column), sum);
    }
  }
}

/** Copies what is above the diagonal below it, rows [begin, end). */
export function mirrorUpper(matrix: usize, size: i32, begin: i32, end: i32): void {
  for (let row = begin; row < end; row++) {
    for (let column = 0; column < row; column++) {
      f32.store(matrix + bytesOf(row * size + column), f32.load(matrix + bytesOf(column * size + row)));
    }
  }
}
