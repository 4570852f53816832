import { bytesOf, FLOAT, VECTOR } from './memory-layout';
import { multiplyAdd } from './multiply-add';

/**
 * Sums over the floats of the chunks [begin, end) of `chunkFloats` each: one float64 for each chunk in `partials`, so
 * that the total does not depend on which thread did what. Inside a chunk four lanes add up in float32.
 */
export function dotPartials(
  a: usize, b: usize, mask: usize, length: i32, chunkFloats: i32, partials: usize, begin: i32, end: i32,
): void {
  for (let chunk = begin; chunk < end; chunk++) {
    const first = chunk * chunkFloats;
    const last = min(first + chunkFloats, length);
    const sum = mask ? maskedDot(a, b, mask, first, last) : plainDot(a, b, first, last);
    f64.store(partials + (chunk as usize) * 8, sum);
  }
}

function plainDot(a: usize, b: usize, begin: i32, end: i32): f64 {
  let sum = f32x4.splat(0);
  const whole = begin + ((end - begin) & ~3);
  for (let i = bytesOf(begin), last = bytesOf(whole); i < last; i += VECTOR) {
    sum = multiplyAdd(v128.load(a + i), v128.load(b + i), sum);
  }
  let rest: f64 = 0;
  for (let i = bytesOf(whole), last = bytesOf(end); i < last; i += FLOAT) rest += f32.load(a + i) * f32.load(b + i);
  return rest + sumOfLanes(sum);
}

function maskedDot(a: usize, b: usize, mask: usize, begin: i32, end: i32): f64 {
  let sum = f32x4.splat(0);
  const whole = begin + ((end - begin) & ~3);
  for (let i = bytesOf(begin), last = bytesOf(whole); i < last; i += VECTOR) {
    sum = multiplyAdd(f32x4.mul(v128.load(a + i), v128.load(mask + i)), v128.load(b + i), sum);
  }
  let rest: f64 = 0;
  for (let i = bytesOf(whole), last = bytesOf(end); i < last; i += FLOAT) {
    rest += f32.load(a + i) * f32.load(b + i) * f32.load(mask + i);
  }
  return rest + sumOfLanes(sum);
}

/** Σ |a|, as above. */
export function absolutePartials(a: usize, length: i32, chunkFloats: i32, partials: usize, begin: i32, end: i32): void {
  for (let chunk = begin; chunk < end; chunk++) {
    const first = chunk * chunkFloats;
    const last = min(first + chunkFloats, length);
    const whole = first + ((last - first) & ~3);
    let sum = f32x4.splat(0);
    for (let i = bytesOf(first), stop = bytesOf(whole); i < stop; i += VECTOR) sum = f32x4.add(sum, f32x4.abs(v128.load(a + i)));
    let rest: f64 = 0;
    for (let i = whole; i < last; i++) rest += abs(f32.load(a + bytesOf(i)));
    f64.store(partials + (chunk as usize) * 8, rest + sumOfLanes(sum));
  }
}

/** Σ p · (a − b)² over pixels of `channels` floats, chunks of `chunkPixels`; p is 1 without weights. */
export function squaredDistancePartials(
  a: usize, b: usize, weights: usize, pixels: i32, channels: i32, chunkPixels: i32, partials: usize, begin: i32, end: i32,
): void {
  for (let chunk = begin; chunk < end; chunk++) {
    const last = min((chunk + 1) * chunkPixels, pixels);
    let sum: f64 = 0;
    for (let pixel = chunk * chunkPixels; pixel < last; pixel++) {
      const weight: f32 = weights ? f32.load(weights + bytesOf(pixel)) : 1;
      const offset = bytesOf(pixel * channels);
      if (weight != 0) sum += (weight as f64) * squaredDistance(a + offset, b + offset, channels);
    }
    f64.store(partials + (chunk as usize) * 8, sum);
  }
}

function squaredDistance(a: usize, b: usize, length: i32): f64 {
  let sum = f32x4.splat(0);
  const whole = length & ~3;
  for (let i: usize = 0, last = bytesOf(whole); i < last; i += VECTOR) {
    const difference = f32x4.sub(v128.load(a + i), v128.load(b + i));
    sum = multiplyAdd(difference, difference, sum);
  }
  let rest: f64 = 0;
  for (let i = whole; i < length; i++) {
    const difference = f32.load(a + bytesOf(i)) - f32.load(b + bytesOf(i));
    rest += difference * difference;
  }
  return rest + sumOfLanes(sum);
}

@inline
function sumOfLanes(lanes: v128): f64 {
  return (
    (f32x4.extract_lane(lanes, 0) as f64) +
    (f32x4.extract_lane(lanes, 1) as f64) +
    (f32x4.extract_lane(lanes, 2) as f64) +
    (f32x4.extract_lane(lanes, 3) as f64)
  );
}
