import { bytesOf, FLOAT, VECTOR } from './memory-layout';
import { multiplyAdd } from './multiply-add';

/** Vectors shorter than this have no direction. */
const SHORTEST: f32 = 1e-18;

/** target / ‖target‖ for the vectors of the pixels [begin, end); zeros stay. */
export function scaleToUnitLength(target: usize, channels: i32, begin: i32, end: i32): void {
  for (let pixel = begin; pixel < end; pixel++) {
    const at = target + bytesOf(pixel * channels);
    const length = sqrt<f32>(dot(at, at, channels));
    const factor: f32 = length > SHORTEST ? 1 / length : 0;
    for (let c: usize = 0, last = bytesOf(channels); c < last; c += FLOAT) f32.store(at + c, factor * f32.load(at + c));
  }
}

/** Σ p · (1 − ⟨a / ‖a‖, b⟩) over chunks of `chunkPixels`: one float64 for each of the chunks [begin, end). */
export function cosineDistancePartials(
  a: usize, b: usize, weights: usize, pixels: i32, channels: i32, chunkPixels: i32, partials: usize, begin: i32, end: i32,
): void {
  for (let chunk = begin; chunk < end; chunk++) {
    const last = min((chunk + 1) * chunkPixels, pixels);
    let sum: f64 = 0;
    for (let pixel = chunk * chunkPixels; pixel < last; pixel++) {
      const weight: f32 = weights ? f32.load(weights + bytesOf(pixel)) : 1;
      if (weight != 0) sum += (weight as f64) * distance(a + bytesOf(pixel * channels), b + bytesOf(pixel * channels), channels);
    }
    f64.store(partials + (chunk as usize) * 8, sum);
  }
}

function distance(a: usize, b: usize, channels: i32): f64 {
  const length = sqrt<f32>(dot(a, a, channels));
  return length > SHORTEST ? 1 - (dot(a, b, channels) as f64) / (length as f64) : 1;
}

/** b ← −scale · p · (b − ⟨â, b⟩ · â) / ‖a‖ for the pixels [begin, end); 0 where a is 0. */
export function replaceByCosineGradient(
  b: usize, a: usize, scale: f32, weights: usize, channels: i32, begin: i32, end: i32,
): void {
  for (let pixel = begin; pixel < end; pixel++) {
    const x = a + bytesOf(pixel * channels);
    const y = b + bytesOf(pixel * channels);
    const square = dot(x, x, channels);
    const length = sqrt<f32>(square);
    const weight: f32 = weights ? f32.load(weights + bytesOf(pixel)) : 1;
    const factor: f32 = length > SHORTEST ? (-scale * weight) / length : 0;
    const along: f32 = length > SHORTEST ? (-factor * dot(x, y, channels)) / square : 0;
    combine(y, factor, x, along, channels);
  }
}

/** target ← factor · target + otherFactor · other */
function combine(target: usize, factor: f32, other: usize, otherFactor: f32, channels: i32): void {
  const four = bytesOf(channels & ~3);
  const all = bytesOf(channels);
  const f = f32x4.splat(factor);
  const g = f32x4.splat(otherFactor);
  for (let c: usize = 0; c < four; c += VECTOR) {
    v128.store(target + c, multiplyAdd(f, v128.load(target + c), f32x4.mul(g, v128.load(other + c))));
  }
  for (let c = four; c < all; c += FLOAT) f32.store(target + c, factor * f32.load(target + c) + otherFactor * f32.load(other + c));
}

function dot(a: usize, b: usize, channels: i32): f32 {
  const four = bytesOf(channels & ~3);
  const all = bytesOf(channels);
  let sum = f32x4.splat(0);
  for (let c: usize = 0; c < four; c += VECTOR) sum = multiplyAdd(v128.load(a + c), v128.load(b + c), sum);
  let total = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
  for (let c = four; c < all; c += FLOAT) total += f32.load(a + c) * f32.load(b + c);
  return total;
}

/** The vectors of `input` [·, channels] at the indices (floats) [begin, end) → target; zeros where an index is below 0. */
export function gatherPositions(input: usize, channels: i32, indices: usize, target: usize, begin: i32, end: i32): void {
  const bytes = bytesOf(channels);
  for (let i = begin; i < end; i++) {
    const index = f32.load(indices + bytesOf(i)) as i32;
    const to = target + bytesOf(i * channels);
    if (index < 0) memory.fill(to, 0, bytes);
    else memory.copy(to, input + bytesOf(index * channels), bytes);
  }
}
