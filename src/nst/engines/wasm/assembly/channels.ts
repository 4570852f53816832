import { bytesOf, FLOAT, VECTOR } from './memory-layout';
import { multiplyAdd } from './multiply-add';

/** Copies `count` channels of the pixels [begin, end), from the channel `sourceFirst` on, to those from `targetFirst` on. */
export function copyChannels(
  source: usize, sourceChannels: i32, sourceFirst: i32, target: usize, targetChannels: i32, targetFirst: i32, count: i32, begin: i32, end: i32,
): void {
  let from = source + bytesOf(begin * sourceChannels + sourceFirst);
  let to = target + bytesOf(begin * targetChannels + targetFirst);
  for (let pixel = begin; pixel < end; pixel++, from += bytesOf(sourceChannels), to += bytesOf(targetChannels)) {
    memory.copy(to, from, bytesOf(count));
  }
}

/** target ← factor · target + offset, each channel with its own, for the pixels [begin, end). */
export function scaleChannels(target: usize, factors: usize, offsets: usize, channels: i32, begin: i32, end: i32): void {
  const four = bytesOf(channels & ~3);
  const all = bytesOf(channels);
  for (let pixel = begin; pixel < end; pixel++) {
    const at = target + bytesOf(pixel * channels);
    for (let c: usize = 0; c < four; c += VECTOR) {
      v128.store(at + c, multiplyAdd(v128.load(factors + c), v128.load(at + c), v128.load(offsets + c)));
    }
    for (let c = four; c < all; c += FLOAT) {
      f32.store(at + c, f32.load(factors + c) * f32.load(at + c) + f32.load(offsets + c));
    }
  }
}

/**
 * Σ p · a over the pixels of each chunk: one row [channels] of `partials` for each of the chunks [begin, end), so that
 * the total does not depend on which thread did what. p is 1 without weights.
 */
export function channelSumPartials(
  activation: usize, weights: usize, pixels: i32, channels: i32, chunkPixels: i32, partials: usize, begin: i32, end: i32,
): void {
  const four = bytesOf(channels & ~3);
  const all = bytesOf(channels);
  for (let chunk = begin; chunk < end; chunk++) {
    const sums = partials + bytesOf(chunk * channels);
    const last = min((chunk + 1) * chunkPixels, pixels);
    memory.fill(sums, 0, all);
    for (let pixel = chunk * chunkPixels; pixel < last; pixel++) {
      const weight: f32 = weights ? f32.load(weights + bytesOf(pixel)) : 1;
      const factor = f32x4.splat(weight);
      const a = activation + bytesOf(pixel * channels);
      for (let c: usize = 0; c < four; c += VECTOR) {
        v128.store(sums + c, multiplyAdd(factor, v128.load(a + c), v128.load(sums + c)));
      }
      for (let c = four; c < all; c += FLOAT) f32.store(sums + c, f32.load(sums + c) + weight * f32.load(a + c));
    }
  }
}

/** target[channel] = Σ over all chunks, for the channels [begin, end). */
export function channelSumTotal(partials: usize, chunks: i32, channels: i32, target: usize, begin: i32, end: i32): void {
  for (let channel = begin; channel < end; channel++) {
    let sum: f64 = 0;
    for (let chunk = 0; chunk < chunks; chunk++) sum += f32.load(partials + bytesOf(chunk * channels + channel));
    f32.store(target + bytesOf(channel), sum as f32);
  }
}
