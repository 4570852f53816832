/** Plain loops in float64 for the operations on positions' vectors, written from their definitions. */
import { at, generate, map, type Values } from './reference-operations';

function weightAt(weights: Values | null, y: number, x: number): number {
  return weights ? weights.data[y * weights.shape[1] + x] : 1;
}

function vectorAt(values: Values, y: number, x: number): Float64Array {
  const [, width, channels] = values.shape;
  return values.data.subarray((y * width + x) * channels, (y * width + x + 1) * channels);
}

function dotOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function lengthOf(vector: Float64Array): number {
  return Math.sqrt(dotOf(vector, vector));
}

export function channelSums(activation: Values, weights: Values | null): Values {
  const sums = new Float64Array(activation.shape[2]);
  generate(activation.shape, (y, x, c) => (sums[c] += weightAt(weights, y, x) * at(activation, y, x, c)));
  return { shape: [activation.shape[2]], data: sums };
}

export function scaleChannels(target: Values, factors: Values, offsets: Values): Values {
  return generate(target.shape, (y, x, c) => factors.data[c] * at(target, y, x, c) + offsets.data[c]);
}

export function scaleToUnitLength(target: Values): Values {
  return generate(target.shape, (y, x, c) => {
    const length = lengthOf(vectorAt(target, y, x));
    return length > 0 ? at(target, y, x, c) / length : 0;
  });
}

export function concatenateChannels(parts: readonly Values[]): Values {
  const [height, width] = parts[0].shape;
  const whole: number[] = [];
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) for (const part of parts) whole.push(...vectorAt(part, y, x));
  return { shape: [height, width, whole.length / (height * width)], data: Float64Array.from(whole) };
}

export function sliceChannels(input: Values, first: number, count: number): Values {
  return generate([input.shape[0], input.shape[1], count], (y, x, c) => at(input, y, x, first + c));
}

/** Linear interpolation at the output's pixel centre, in the input's pixels; the edge is repeated. */
function interpolate(position: number, length: number, valueAt: (index: number) => number): number {
  const center = Math.min(length - 1, Math.max(0, (position + 0.5) / 2 - 0.5));
  const low = Math.floor(center);
  return (1 - (center - low)) * valueAt(low) + (center - low) * valueAt(Math.min(length - 1, low + 1));
}

export function upsample(input: Values, height: number, width: number): Values {
  return generate([height, width, input.shape[2]], (y, x, c) =>
    interpolate(y, input.shape[0], (row) => interpolate(x, input.shape[1], (column) => at(input, row, column, c))),
  );
}

export function gatherPositions(input: Values, indices: Values): Values {
  const width = input.shape[1];
  return generate([...indices.shape, input.shape[2]], (y, x, c) => {
    const index = indices.data[y * indices.shape[1] + x];
    return index < 0 ? 0 : at(input, Math.floor(index / width), index % width, c);
  });
}

/** The dot product of every query with the candidate that an index names, or with the best one. */
export function productsAt(queries: Values, candidates: Values, indices: ArrayLike<number> | null): number[] {
  const [height, width] = queries.shape;
  const [rows, columns] = candidates.shape;
  const all = Array.from({ length: rows * columns }, (_, i) => vectorAt(candidates, Math.floor(i / columns), i % columns));
  return Array.from({ length: height * width }, (_, i) => {
    const query = vectorAt(queries, Math.floor(i / width), i % width);
    return indices ? dotOf(query, all[indices[i]]) : Math.max(...all.map((candidate) => dotOf(query, candidate)));
  });
}

export function cosineDistance(a: Values, b: Values, weights: Values | null): number {
  let sum = 0;
  for (let y = 0; y < a.shape[0]; y++) {
    for (let x = 0; x < a.shape[1]; x++) {
      const [u, v] = [vectorAt(a, y, x), vectorAt(b, y, x)];
      const length = lengthOf(u);
      sum += weightAt(weights, y, x) * (length > 0 ? 1 - dotOf(u, v) / length : 1);
    }
  }
  return sum;
}

/** Central differences of `cosineDistance`, position by position. */
export function cosineGradient(a: Values, b: Values, scale: number, weights: Values | null): Values {
  const step = 1e-5;
  return generate(a.shape, (y, x, c) => {
    const one = (values: Values): Values => ({ shape: [1, 1, a.shape[2]], data: Float64Array.from(vectorAt(values, y, x)) });
    const moved = (by: number): number =>
      cosineDistance(
        map(one(a), (value, k) => (k === c ? value + by : value)),
        one(b),
        null,
      );
    return (scale * weightAt(weights, y, x) * (moved(step) - moved(-step))) / (2 * step);
  });
}
