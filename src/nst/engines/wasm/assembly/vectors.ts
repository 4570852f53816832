import { bytesOf, FLOAT, VECTOR } from './memory-layout';
import { multiplyAdd } from './multiply-add';

/**
 * Elementwise operations on the floats [begin, end), begin a multiple of four. A tensor's memory is rounded up to
 * whole cache lines, so the last vector may reach beyond the tensor, never beyond its memory.
 */
export function scale(target: usize, factor: f32, begin: i32, end: i32): void {
  const f = f32x4.splat(factor);
  for (let i = bytesOf(begin), last = bytesOf(end); i < last; i += VECTOR) {
    v128.store(target + i, f32x4.mul(f, v128.load(target + i)));
  }
}

export function addScaled(target: usize, x: usize, factor: f32, mask: usize, begin: i32, end: i32): void {
  const f = f32x4.splat(factor);
  const last = bytesOf(end);
  if (mask) {
    for (let i = bytesOf(begin); i < last; i += VECTOR) {
      const masked = f32x4.mul(v128.load(x + i), v128.load(mask + i));
      v128.store(target + i, multiplyAdd(f, masked, v128.load(target + i)));
    }
  } else {
    for (let i = bytesOf(begin); i < last; i += VECTOR) {
      v128.store(target + i, multiplyAdd(f, v128.load(x + i), v128.load(target + i)));
    }
  }
}

export function multiplyElements(a: usize, b: usize, target: usize, begin: i32, end: i32): void {
  for (let i = bytesOf(begin), last = bytesOf(end); i < last; i += VECTOR) {
    v128.store(target + i, f32x4.mul(v128.load(a + i), v128.load(b + i)));
  }
}

/** target += factor · (a − b) */
export function addDifference(target: usize, a: usize, b: usize, factor: f32, begin: i32, end: i32): void {
  const f = f32x4.splat(factor);
  for (let i = bytesOf(begin), last = bytesOf(end); i < last; i += VECTOR) {
    const difference = f32x4.sub(v128.load(a + i), v128.load(b + i));
    v128.store(target + i, multiplyAdd(f, difference, v128.load(target + i)));
  }
}

/** target += factor · p · (a − b) for the pixels [begin, end), each with its weight p. */
export function addWeightedDifference(
  target: usize, a: usize, b: usize, factor: f32, weights: usize, channels: i32, begin: i32, end: i32,
): void {
  for (let pixel = begin; pixel < end; pixel++) {
    const f = factor * f32.load(weights + bytesOf(pixel));
    const first = bytesOf(pixel * channels);
    for (let i = first, last = first + bytesOf(channels); i < last; i += FLOAT) {
      f32.store(target + i, f32.load(target + i) + f * (f32.load(a + i) - f32.load(b + i)));
    }
  }
}

/** min(max(x + step · direction, low), high) */
export function clampedStep(x: usize, direction: usize, step: f32, low: f32, high: f32, target: usize, begin: i32, end: i32): void {
  const s = f32x4.splat(step);
  const lowest = f32x4.splat(low);
  const highest = f32x4.splat(high);
  for (let i = bytesOf(begin), last = bytesOf(end); i < last; i += VECTOR) {
    const moved = multiplyAdd(s, v128.load(direction + i), v128.load(x + i));
    v128.store(target + i, f32x4.min(f32x4.max(moved, lowest), highest));
  }
}

/** 0 at x ≤ low with gradient > 0 and at x ≥ high with gradient < 0, else 1. */
export function freeMask(x: usize, gradient: usize, low: f32, high: f32, target: usize, begin: i32, end: i32): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const lowest = f32x4.splat(low);
  const highest = f32x4.splat(high);
  for (let i = bytesOf(begin), last = bytesOf(end); i < last; i += VECTOR) {
    const value = v128.load(x + i);
    const slope = v128.load(gradient + i);
    const stuckLow = v128.and(f32x4.le(value, lowest), f32x4.gt(slope, zero));
    const stuckHigh = v128.and(f32x4.ge(value, highest), f32x4.lt(slope, zero));
    v128.store(target + i, v128.andnot(one, v128.or(stuckLow, stuckHigh)));
  }
}

/** One Adam step (Kingma & Ba 2015, algorithm 1), in place; 1 − β and the corrections of m and v are exact only in the caller's float64. */
export function adamStep(
  x: usize, gradient: usize, m: usize, v: usize, beta1: f32, rest1: f32, beta2: f32, rest2: f32,
  correction1: f32, correction2: f32, epsilon: f32, rate: f32, begin: i32, end: i32,
): void {
  for (let i = bytesOf(begin), last = bytesOf(end); i < last; i += VECTOR) {
    const g = v128.load(gradient + i);
    const mean = f32x4.add(f32x4.mul(f32x4.splat(beta1), v128.load(m + i)), f32x4.mul(f32x4.splat(rest1), g));
    const square = f32x4.add(f32x4.mul(f32x4.splat(beta2), v128.load(v + i)), f32x4.mul(f32x4.splat(rest2), f32x4.mul(g, g)));
    const deviation = f32x4.sqrt(f32x4.mul(square, f32x4.splat(correction2)));
    const step = f32x4.div(f32x4.mul(mean, f32x4.splat(rate * correction1)), f32x4.add(deviation, f32x4.splat(epsilon)));
    v128.store(m + i, mean);
    v128.store(v + i, square);
    v128.store(x + i, f32x4.min(f32x4.max(f32x4.sub(v128.load(x + i), step), f32x4.splat(0)), f32x4.splat(255)));
  }
}

/** [h, w, 3] + offset per channel; begin and end are pixels. */
export function addChannelOffsets(image: usize, red: f32, green: f32, blue: f32, target: usize, begin: i32, end: i32): void {
  for (let i = bytesOf(begin * 3), last = bytesOf(end * 3); i < last; i += 3 * FLOAT) {
    f32.store(target + i, f32.load(image + i) + red);
    f32.store(target + i, f32.load(image + i, 4) + green, 4);
    f32.store(target + i, f32.load(image + i, 8) + blue, 8);
  }
}
