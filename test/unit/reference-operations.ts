/**
 * Every operation of the engine type as the plainest loops in float64, to test engines against.
 * Independent of the engines: nothing here is shared with them but the type names.
 */
import type { EdgeMode, Pooling, Rectangle } from '../../src/nst/engines/engine';

/** Values in row-major order of a shape. */
export interface Values {
  shape: number[];
  data: Float64Array;
}

export function values(shape: number[], data: ArrayLike<number>): Values {
  return { shape, data: Float64Array.from(data) };
}

export function generate(shape: number[], valueAt: (...indices: number[]) => number): Values {
  const [height, width, channels] = shape;
  const data = new Float64Array(height * width * channels);
  let index = 0;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) for (let c = 0; c < channels; c++) data[index++] = valueAt(y, x, c);
  return { shape, data };
}

/** The value at (y, x, c) of [h, w, c], zero outside. */
export function at({ shape: [height, width, channels], data }: Values, y: number, x: number, c: number): number {
  return y < 0 || x < 0 || y >= height || x >= width ? 0 : data[(y * width + x) * channels + c];
}

/** kernel [3, 3, in, out] */
export function convolution(input: Values, kernel: ArrayLike<number>, bias: ArrayLike<number>, outputChannels: number): Values {
  const [height, width, inputChannels] = input.shape;
  const weights = Float64Array.from(kernel);
  const data = new Float64Array(height * width * outputChannels);
  forEachPosition(height, width, (y, x) => {
    const sums = data.subarray((y * width + x) * outputChannels).subarray(0, outputChannels);
    for (let o = 0; o < outputChannels; o++) sums[o] = bias[o];
    forEachTapInside(height, width, y, x, 1, (tap, from) => {
      for (let c = 0; c < inputChannels; c++) {
        const value = input.data[from * inputChannels + c];
        const row = (tap * inputChannels + c) * outputChannels;
        for (let o = 0; o < outputChannels; o++) sums[o] += value * weights[row + o];
      }
    });
    for (let o = 0; o < outputChannels; o++) sums[o] = Math.max(0, sums[o]);
  });
  return { shape: [height, width, outputChannels], data };
}

/** The transposed convolution, from its definition: every output hands its gradient to the inputs it was made from. */
export function convolutionGradient(upstream: Values, output: Values, kernel: ArrayLike<number>, inputChannels: number): Values {
  const [height, width, outputChannels] = upstream.shape;
  const weights = Float64Array.from(kernel);
  const handed = upstream.data.map((value, i) => (output.data[i] > 0 ? value : 0));
  const data = new Float64Array(height * width * inputChannels);
  forEachPosition(height, width, (y, x) => {
    const sums = data.subarray((y * width + x) * inputChannels).subarray(0, inputChannels);
    forEachTapInside(height, width, y, x, -1, (tap, from) => {
      for (let c = 0; c < inputChannels; c++) {
        const row = (tap * inputChannels + c) * outputChannels;
        let sum = 0;
        for (let o = 0; o < outputChannels; o++) sum += handed[from * outputChannels + o] * weights[row + o];
        sums[c] += sum;
      }
    });
  });
  return { shape: [height, width, inputChannels], data };
}

function forEachPosition(height: number, width: number, visit: (y: number, x: number) => void): void {
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) visit(y, x);
}

/** Visits the taps of a 3×3 kernel around (y, x), mirrored for direction −1, with the index of the position each looks at. */
function forEachTapInside(
  height: number,
  width: number,
  y: number,
  x: number,
  direction: 1 | -1,
  visit: (tap: number, from: number) => void,
): void {
  for (let tap = 0; tap < 9; tap++) {
    const fromY = y + direction * (Math.floor(tap / 3) - 1);
    const fromX = x + direction * ((tap % 3) - 1);
    if (fromY >= 0 && fromX >= 0 && fromY < height && fromX < width) visit(tap, fromY * width + fromX);
  }
}

const WINDOW = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

export function pool(input: Values, pooling: Pooling): Values {
  const [height, width, channels] = input.shape;
  return generate([Math.floor(height / 2), Math.floor(width / 2), channels], (y, x, c) => {
    const window = WINDOW.map(([i, j]) => at(input, 2 * y + i, 2 * x + j, c));
    return pooling === 'max' ? Math.max(...window) : window.reduce((sum, value) => sum + value, 0) / 4;
  });
}

export function poolGradient(upstream: Values, input: Values, pooling: Pooling): Values {
  const gradient = generate(input.shape, () => 0);
  const [, width, channels] = input.shape;
  const add = (y: number, x: number, c: number, value: number): void => {
    gradient.data[(y * width + x) * channels + c] += value;
  };
  generate(upstream.shape, (y, x, c) => {
    const given = at(upstream, y, x, c);
    const window = WINDOW.map(([i, j]) => at(input, 2 * y + i, 2 * x + j, c));
    const first = window.indexOf(Math.max(...window));
    WINDOW.forEach(([i, j], k) => add(2 * y + i, 2 * x + j, c, pooling === 'avg' ? given / 4 : k === first ? given : 0));
    return 0;
  });
  return gradient;
}

export function addChannelOffsets(image: Values, offsets: readonly number[]): Values {
  return generate(image.shape, (y, x, c) => at(image, y, x, c) + offsets[c]);
}

/** Where a padded position was copied from; null outside for zeros. */
function padSource(position: number, length: number, mode: EdgeMode): number | null {
  const inner = position - 1;
  if (inner >= 0 && inner < length) return inner;
  if (mode === 'zero') return null;
  if (mode === 'replicate') return inner < 0 ? 0 : length - 1;
  if (mode === 'wrap') return (inner + length) % length;
  return inner < 0 ? -inner : 2 * (length - 1) - inner;
}

export function padEdges(input: Values, mode: EdgeMode): Values {
  const [height, width, channels] = input.shape;
  return generate([height + 2, width + 2, channels], (y, x, c) => {
    const [fromY, fromX] = [padSource(y, height, mode), padSource(x, width, mode)];
    return fromY === null || fromX === null ? 0 : at(input, fromY, fromX, c);
  });
}

export function foldEdges(gradient: Values, mode: EdgeMode): Values {
  const [paddedHeight, paddedWidth, channels] = gradient.shape;
  const [height, width] = [paddedHeight - 2, paddedWidth - 2];
  const folded = generate([height, width, channels], () => 0);
  generate(gradient.shape, (y, x, c) => {
    const [toY, toX] = [padSource(y, height, mode), padSource(x, width, mode)];
    if (toY !== null && toX !== null) folded.data[(toY * width + toX) * channels + c] += at(gradient, y, x, c);
    return 0;
  });
  return folded;
}

export function crop(input: Values, rectangle: Rectangle): Values {
  return generate([rectangle.height, rectangle.width, input.shape[2]], (y, x, c) => at(input, rectangle.y + y, rectangle.x + x, c));
}

export function addPatch(target: Values, patch: Values, x: number, y: number): Values {
  return generate(target.shape, (i, j, c) => at(target, i, j, c) + at(patch, i - y, j - x, c));
}

export function gramMatrix(activation: Values, weights: Values | null): Values {
  const [height, width, channels] = activation.shape;
  const gram = new Float64Array(channels * channels);
  for (let pixel = 0; pixel < height * width; pixel++) {
    const p = weights ? weights.data[pixel] : 1;
    for (let k = 0; k < channels; k++) {
      for (let l = 0; l < channels; l++) {
        gram[k * channels + l] += p * activation.data[pixel * channels + k] * activation.data[pixel * channels + l];
      }
    }
  }
  return { shape: [channels, channels], data: gram };
}

export function addMatrixProduct(target: Values, activation: Values, matrix: Values, scale: number, weights: Values | null): Values {
  const [, width, channels] = activation.shape;
  return generate(target.shape, (y, x, k) => {
    let sum = 0;
    for (let l = 0; l < channels; l++) sum += matrix.data[k * channels + l] * at(activation, y, x, l);
    return at(target, y, x, k) + scale * (weights ? weights.data[y * width + x] : 1) * sum;
  });
}

export function squaredDistance(a: Values, b: Values, weights: Values | null): number {
  const channels = a.shape[a.shape.length - 1];
  return a.data.reduce((sum, value, i) => sum + (weights ? weights.data[Math.floor(i / channels)] : 1) * (value - b.data[i]) ** 2, 0);
}

export function addDifference(target: Values, a: Values, b: Values, scale: number, weights: Values | null): Values {
  const channels = a.shape[a.shape.length - 1];
  return map(target, (value, i) => value + scale * (weights ? weights.data[Math.floor(i / channels)] : 1) * (a.data[i] - b.data[i]));
}

export function totalVariation(image: Values, wraps = false): number {
  const [height, width, channels] = image.shape;
  const ends = wraps ? 0 : 1;
  let [vertical, horizontal] = [0, 0];
  generate(image.shape, (y, x, c) => {
    if (y + ends < height) vertical += (at(image, (y + 1) % height, x, c) - at(image, y, x, c)) ** 2;
    if (x + ends < width) horizontal += (at(image, y, (x + 1) % width, c) - at(image, y, x, c)) ** 2;
    return 0;
  });
  return vertical / Math.max(1, (height - ends) * width * channels) + horizontal / Math.max(1, height * (width - ends) * channels);
}

/** Central differences of `totalVariation`, exact for a quadratic function but for rounding. */
export function totalVariationGradient(image: Values, wraps = false): Values {
  const step = 0.5;
  return map(image, (_, i) => {
    const moved = (by: number): number =>
      totalVariation(
        map(image, (value, j) => (j === i ? value + by : value)),
        wraps,
      );
    return (moved(step) - moved(-step)) / (2 * step);
  });
}

export function map(input: Values, valueOf: (value: number, index: number) => number): Values {
  return { shape: input.shape, data: input.data.map((value, index) => valueOf(value, index)) };
}

export function freeMask(x: Values, gradient: Values, low: number, high: number): Values {
  return map(x, (value, i) => ((value <= low && gradient.data[i] > 0) || (value >= high && gradient.data[i] < 0) ? 0 : 1));
}

/** Adam after the paper's text; returns x, m and v. */
export function adamStep(x: Values, gradient: Values, m: Values, v: Values, t: number, rate: number): { x: Values; m: Values; v: Values } {
  const nextM = map(m, (value, i) => 0.9 * value + 0.1 * gradient.data[i]);
  const nextV = map(v, (value, i) => 0.999 * value + 0.001 * gradient.data[i] ** 2);
  const nextX = map(x, (value, i) => {
    const mean = nextM.data[i] / (1 - 0.9 ** t);
    const deviation = Math.sqrt(nextV.data[i] / (1 - 0.999 ** t));
    return Math.min(255, Math.max(0, value - (rate * mean) / (deviation + 1e-8)));
  });
  return { x: nextX, m: nextM, v: nextV };
}

export function dot(a: Values, b: Values, mask?: Values): number {
  return a.data.reduce((sum, value, i) => sum + value * b.data[i] * (mask ? mask.data[i] : 1), 0);
}

/** ‖a − b‖ / ‖b‖, the measure of agreement in all tests of engines; ‖a‖ where b is zero. */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity;
  let [difference, norm] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    difference += (a[i] - b[i]) ** 2;
    norm += b[i] ** 2;
  }
  return Math.sqrt(norm === 0 ? difference : difference / norm);
}

/** Repeatable numbers in [−1, 1): mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2147483648 - 1;
  };
}

export function randomValues(shape: number[], seed: number): Values {
  const next = randomNumbers(seed);
  return { shape, data: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => Math.fround(next())) };
}
