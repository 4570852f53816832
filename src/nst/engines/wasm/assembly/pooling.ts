import { bytesOf, FLOAT, VECTOR } from './memory-layout';

/** Average or maximum of 2×2 windows: [h, w, c] → [⌊h/2⌋, ⌊w/2⌋, c], the rows [begin, end) of the output. */
export function averagePool(input: usize, width: i32, channels: i32, output: usize, begin: i32, end: i32): void {
  const half = width / 2;
  const pixel = bytesOf(channels);
  const line = bytesOf(width * channels);
  const quarter = f32x4.splat(0.25);
  const four = bytesOf(channels & ~3);
  for (let y = begin; y < end; y++) {
    let a = input + 2 * y * line;
    let out = output + bytesOf(y * half * channels);
    for (let x = 0; x < half; x++, a += 2 * pixel, out += pixel) {
      const b = a + line;
      for (let c: usize = 0; c < four; c += VECTOR) {
        const upper = f32x4.add(v128.load(a + c), v128.load(a + pixel + c));
        const lower = f32x4.add(v128.load(b + c), v128.load(b + pixel + c));
        v128.store(out + c, f32x4.mul(quarter, f32x4.add(upper, lower)));
      }
      for (let c = four; c < pixel; c += FLOAT) {
        const upper = f32.load(a + c) + f32.load(a + pixel + c);
        f32.store(out + c, 0.25 * (upper + (f32.load(b + c) + f32.load(b + pixel + c))));
      }
    }
  }
}

export function maximumPool(input: usize, width: i32, channels: i32, output: usize, begin: i32, end: i32): void {
  const half = width / 2;
  const pixel = bytesOf(channels);
  const line = bytesOf(width * channels);
  const four = bytesOf(channels & ~3);
  for (let y = begin; y < end; y++) {
    let a = input + 2 * y * line;
    let out = output + bytesOf(y * half * channels);
    for (let x = 0; x < half; x++, a += 2 * pixel, out += pixel) {
      const b = a + line;
      for (let c: usize = 0; c < four; c += VECTOR) {
        const upper = f32x4.max(v128.load(a + c), v128.load(a + pixel + c));
        const lower = f32x4.max(v128.load(b + c), v128.load(b + pixel + c));
        v128.store(out + c, f32x4.max(upper, lower));
      }
      for (let c = four; c < pixel; c += FLOAT) {
        const upper = max(f32.load(a + c), f32.load(a + pixel + c));
        f32.store(out + c, max(upper, max(f32.load(b + c), f32.load(b + pixel + c))));
      }
    }
  }
}

/** A quarter of the upstream gradient to each of the four; rows [begin, end) of upstream. An odd last row or column stays as it is. */
export function averagePoolGradient(upstream: usize, width: i32, channels: i32, gradient: usize, begin: i32, end: i32): void {
  const half = width / 2;
  const pixel = bytesOf(channels);
  const line = bytesOf(width * channels);
  const four = bytesOf(channels & ~3);
  const quarter = f32x4.splat(0.25);
  for (let y = begin; y < end; y++) {
    let from = upstream + bytesOf(y * half * channels);
    let a = gradient + 2 * y * line;
    for (let x = 0; x < half; x++, a += 2 * pixel, from += pixel) {
      const b = a + line;
      for (let c: usize = 0; c < four; c += VECTOR) {
        const share = f32x4.mul(quarter, v128.load(from + c));
        v128.store(a + c, share);
        v128.store(a + pixel + c, share);
        v128.store(b + c, share);
        v128.store(b + pixel + c, share);
      }
      for (let c = four; c < pixel; c += FLOAT) {
        const share: f32 = 0.25 * f32.load(from + c);
        f32.store(a + c, share);
        f32.store(a + pixel + c, share);
        f32.store(b + c, share);
        f32.store(b + pixel + c, share);
      }
    }
  }
}

/** All of the upstream gradient to the first maximum in reading order. */
export function maximumPoolGradient(
  upstream: usize, input: usize, output: usize, width: i32, channels: i32, gradient: usize, begin: i32, end: i32,
): void {
  const half = width / 2;
  const pixel = bytesOf(channels);
  const line = bytesOf(width * channels);
  for (let y = begin; y < end; y++) {
    for (let x = 0; x < half; x++) {
      const small = bytesOf((y * half + x) * channels);
      const large = 2 * y * line + 2 * x * pixel;
      routeToMaximum(upstream + small, output + small, input + large, gradient + large, pixel, line);
    }
  }
}

function routeToMaximum(upstream: usize, output: usize, input: usize, gradient: usize, pixel: usize, line: usize): void {
  const four = pixel & ~(VECTOR - 1);
  for (let c: usize = 0; c < four; c += VECTOR) {
    const maximum = v128.load(output + c);
    let left = v128.load(upstream + c);
    left = giveWhereEqual(input + c, gradient + c, maximum, left);
    left = giveWhereEqual(input + c + pixel, gradient + c + pixel, maximum, left);
    left = giveWhereEqual(input + c + line, gradient + c + line, maximum, left);
    giveWhereEqual(input + c + line + pixel, gradient + c + line + pixel, maximum, left);
  }
  for (let c = four; c < pixel; c += FLOAT) {
    const maximum = f32.load(output + c);
    let left = f32.load(upstream + c);
    left = giveIfEqual(input + c, gradient + c, maximum, left);
    left = giveIfEqual(input + c + pixel, gradient + c + pixel, maximum, left);
    left = giveIfEqual(input + c + line, gradient + c + line, maximum, left);
    giveIfEqual(input + c + line + pixel, gradient + c + line + pixel, maximum, left);
  }
}

/** Stores `left` where the input is the maximum; returns what is still to be given. */
@inline
function giveWhereEqual(input: usize, gradient: usize, maximum: v128, left: v128): v128 {
  const here = f32x4.eq(v128.load(input), maximum);
  v128.store(gradient, v128.and(here, left));
  return v128.andnot(left, here);
}

@inline
function giveIfEqual(input: usize, gradient: usize, maximum: f32, left: f32): f32 {
  const here = f32.load(input) == maximum;
  f32.store(gradient, here ? left : 0);
  return here ? 0 : left;
}

/** Zeros in what no window covers: the odd last row and column of [h, w, c]. */
export function clearOddRemainder(gradient: usize, height: i32, width: i32, channels: i32): void {
  const line = bytesOf(width * channels);
  if ((height & 1) != 0) memory.fill(gradient + (height - 1) * line, 0, line);
  if ((width & 1) != 0) {
    for (let y = 1; y <= height; y++) memory.fill(gradient + y * line - bytesOf(channels), 0, bytesOf(channels));
  }
}
