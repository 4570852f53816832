import { bytesOf, FLOAT, VECTOR } from './memory-layout';
import { multiplyAdd } from './multiply-add';

/** An output row or column takes ¾ from the input that holds it and ¼ from the next one on its own side. */
const NEAR: f32 = 0.75;
const FAR: f32 = 0.25;

/** The input that holds an output position; an odd last one belongs to the last input. */
@inline
function nearOf(position: i32, length: i32): i32 {
  return min(position >> 1, length - 1);
}

/** The input on the other side, repeated at the edge. */
@inline
function farOf(position: i32, length: i32): i32 {
  return min(max((position >> 1) + ((position & 1) != 0 ? 1 : -1), 0), length - 1);
}

/** [h, w, c] → the rows [begin, end) of [outputHeight, outputWidth, c]. */
export function upsample(
  input: usize, height: i32, width: i32, channels: i32, output: usize, outputWidth: i32, begin: i32, end: i32,
): void {
  const line = bytesOf(width * channels);
  for (let y = begin; y < end; y++) {
    const near = input + nearOf(y, height) * line;
    const far = input + farOf(y, height) * line;
    for (let x = 0; x < outputWidth; x++) {
      const left = bytesOf(nearOf(x, width) * channels);
      const right = bytesOf(farOf(x, width) * channels);
      blend(near + left, near + right, far + left, far + right, output + bytesOf((y * outputWidth + x) * channels), channels);
    }
  }
}

function blend(nearNear: usize, nearFar: usize, farNear: usize, farFar: usize, target: usize, channels: i32): void {
  const four = bytesOf(channels & ~3);
  const all = bytesOf(channels);
  const a = f32x4.splat(NEAR * NEAR);
  const b = f32x4.splat(NEAR * FAR);
  const c = f32x4.splat(FAR * FAR);
  for (let i: usize = 0; i < four; i += VECTOR) {
    const sides = f32x4.mul(b, f32x4.add(v128.load(nearFar + i), v128.load(farNear + i)));
    v128.store(target + i, multiplyAdd(a, v128.load(nearNear + i), multiplyAdd(c, v128.load(farFar + i), sides)));
  }
  for (let i = four; i < all; i += FLOAT) {
    const sides: f32 = NEAR * FAR * (f32.load(nearFar + i) + f32.load(farNear + i));
    f32.store(target + i, NEAR * NEAR * f32.load(nearNear + i) + FAR * FAR * f32.load(farFar + i) + sides);
  }
}

/** How much of the input `index` an output position took. */
@inline
function shareOf(index: i32, position: i32, length: i32): f32 {
  return (nearOf(position, length) == index ? NEAR : 0) + (farOf(position, length) == index ? FAR : 0);
}

/** The adjoint: [gradientHeight, gradientWidth, c] → the rows [begin, end) of [h, w, c]. */
export function upsampleGradient(
  gradient: usize, gradientHeight: i32, gradientWidth: i32, channels: i32, target: usize, height: i32, width: i32, begin: i32, end: i32,
): void {
  const pixel = bytesOf(channels);
  for (let y = begin; y < end; y++) {
    for (let x = 0; x < width; x++) {
      const out = target + bytesOf((y * width + x) * channels);
      memory.fill(out, 0, pixel);
      for (let v = max(2 * y - 1, 0), bottom = min(2 * y + 3, gradientHeight); v < bottom; v++) {
        for (let u = max(2 * x - 1, 0), right = min(2 * x + 3, gradientWidth); u < right; u++) {
          const share = shareOf(y, v, height) * shareOf(x, u, width);
          addShare(out, gradient + bytesOf((v * gradientWidth + u) * channels), share, channels);
        }
      }
    }
  }
}

function addShare(target: usize, source: usize, share: f32, channels: i32): void {
  const four = bytesOf(channels & ~3);
  const all = bytesOf(channels);
  const factor = f32x4.splat(share);
  for (let i: usize = 0; i < four; i += VECTOR) v128.store(target + i, multiplyAdd(factor, v128.load(source + i), v128.load(target + i)));
  for (let i = four; i < all; i += FLOAT) f32.store(target + i, f32.load(target + i) + share * f32.load(source + i));
}
