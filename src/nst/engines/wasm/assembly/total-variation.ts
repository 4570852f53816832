import { bytesOf } from './memory-layout';

/**
 * Sums of squared differences to the row below and to the pixel on the right, of the rows [begin, end) of [h, w, c]:
 * two float64 for each row in `partials`. With `wraps` the first row is below the last, the first pixel right of the last.
 */
export function totalVariationPartials(
  image: usize, height: i32, width: i32, channels: i32, wraps: i32, partials: usize, begin: i32, end: i32,
): void {
  const line = width * channels;
  for (let y = begin; y < end; y++) {
    const row = image + bytesOf(y * line);
    const below = y + 1 < height ? row + bytesOf(line) : image;
    const vertical = y + 1 < height || wraps ? sumOfSquares(row, below, line) : 0;
    const seam = wraps ? sumOfSquares(row + bytesOf(line - channels), row, channels) : 0;
    const horizontal = sumOfSquares(row, row + bytesOf(channels), line - channels) + seam;
    f64.store(partials + (y as usize) * 16, vertical);
    f64.store(partials + (y as usize) * 16, horizontal, 8);
  }
}

function sumOfSquares(a: usize, b: usize, count: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < count; i++) {
    const difference = (f32.load(b + bytesOf(i)) - f32.load(a + bytesOf(i))) as f64;
    sum += difference * difference;
  }
  return sum;
}

/**
 * target += vertical · Σ (differences to the rows above and below) + horizontal · the same along the row, for the rows
 * [begin, end): with the factors scale · 2 / (number of differences) this is the gradient of the total variation.
 */
export function addTotalVariationGradient(
  target: usize, image: usize, height: i32, width: i32, channels: i32, wraps: i32, vertical: f32, horizontal: f32, begin: i32, end: i32,
): void {
  const line = width * channels;
  for (let y = begin; y < end; y++) {
    const row = image + bytesOf(y * line);
    const out = target + bytesOf(y * line);
    if (y > 0 || wraps) addDifferences(out, row, image + bytesOf((y > 0 ? y - 1 : height - 1) * line), vertical, line);
    if (y + 1 < height || wraps) addDifferences(out, row, image + bytesOf((y + 1 < height ? y + 1 : 0) * line), vertical, line);
    addDifferences(out + bytesOf(channels), row + bytesOf(channels), row, horizontal, line - channels);
    addDifferences(out, row, row + bytesOf(channels), horizontal, line - channels);
    if (wraps) addSeam(out, row, horizontal, line - channels, channels);
  }
}

/** The differences between a row's first pixel and its last, which is `last` floats on. */
function addSeam(target: usize, row: usize, factor: f32, last: i32, channels: i32): void {
  addDifferences(target, row, row + bytesOf(last), factor, channels);
  addDifferences(target + bytesOf(last), row + bytesOf(last), row, factor, channels);
}

/** target += factor · (a − b) */
function addDifferences(target: usize, a: usize, b: usize, factor: f32, count: i32): void {
  for (let i = 0; i < count; i++) {
    const at = target + bytesOf(i);
    f32.store(at, f32.load(at) + factor * (f32.load(a + bytesOf(i)) - f32.load(b + bytesOf(i))));
  }
}
