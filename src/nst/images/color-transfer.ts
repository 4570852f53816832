import { seededRandom } from './random';
import { randomAxes, type Vector3 } from './random-rotation';
import type { FloatImage } from './resample';

/** Pixels of which each counts by its weight; null counts all alike. */
export interface WeightedPixels {
  image: FloatImage;
  /** [h · w], 0…1, not all 0. */
  weights: Float32Array | null;
}

/** Rotations of the colour space; with more of them the result hardly changes. */
const ROTATIONS = 8;
/** Colours that stand for a picture's distribution. */
const SAMPLES = 8192;

/**
 * The source with the colour distribution of the targets, each in its share: iterated one-dimensional transport along
 * random axes of the colour space (Pitié, Kokaram & Dahyot 2005). Unlike a linear map it leaves little outside 0…255.
 * Colours are dithered by one grey level first, so that flat areas spread over the distribution as well.
 */
export function transferColors(source: WeightedPixels, targets: readonly (WeightedPixels & { share: number })[], seed: number): FloatImage {
  const random = seededRandom(seed);
  const data = source.image.data.map((value) => value + random() - 0.5);
  const places = samplePixels(source, SAMPLES, random);
  const wanted = sampleColors(targets, random);
  for (let i = 0; i < ROTATIONS; i++) {
    for (const axis of randomAxes(random)) moveAlong(axis, data, places, wanted);
  }
  return { ...source.image, data: data.map((value) => Math.min(255, Math.max(0, value))) };
}

/** Pixel numbers, as often as their weight says: one from each of `count` equal parts of the total weight. */
function samplePixels({ image, weights }: WeightedPixels, count: number, random: () => number): Uint32Array {
  const pixels = image.width * image.height;
  const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : pixels;
  const places = new Uint32Array(count);
  let pixel = 0;
  let reached = weights ? weights[0] : 1;
  for (let i = 0; i < count; i++) {
    const wanted = ((i + random()) / count) * total;
    while (reached < wanted && pixel < pixels - 1) reached += weights ? weights[++pixel] : ((pixel += 1), 1);
    places[i] = pixel;
  }
  return places;
}

/** [n, 3], n ≈ SAMPLES */
function sampleColors(targets: readonly (WeightedPixels & { share: number })[], random: () => number): Float32Array {
  const shares = targets.reduce((sum, { share }) => sum + share, 0);
  const colors = targets.flatMap((target) => {
    const places = samplePixels(target, Math.max(1, Math.round((SAMPLES * target.share) / shares)), random);
    return Array.from(places, (place) => Array.from(target.image.data.subarray(3 * place, 3 * place + 3)));
  });
  return Float32Array.from(colors.flat());
}

/** Gives the colours' distribution along one axis the wanted one: the monotone map between equal quantiles. */
function moveAlong(axis: Vector3, data: Float32Array, places: Uint32Array, wanted: Float32Array): void {
  const from = Float32Array.from(places, (place) => along(axis, data, 3 * place)).sort();
  const to = Float32Array.from({ length: wanted.length / 3 }, (_, i) => along(axis, wanted, 3 * i)).sort();
  for (let i = 0; i < data.length; i += 3) {
    const position = along(axis, data, i);
    const change = quantileAt(to, rankOf(from, position)) - position;
    for (let c = 0; c < 3; c++) data[i + c] += change * axis[c];
  }
}

function along(axis: Vector3, data: Float32Array, i: number): number {
  return axis[0] * data[i] + axis[1] * data[i + 1] + axis[2] * data[i + 2];
}

/** Where a value stands among ascending ones, 0…1, between neighbours in proportion. */
function rankOf(ascending: Float32Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  if (value <= ascending[low]) return 0;
  if (value >= ascending[high]) return 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= value) low = middle;
    else high = middle;
  }
  return (low + (value - ascending[low]) / (ascending[high] - ascending[low])) / (ascending.length - 1);
}

function quantileAt(ascending: Float32Array, rank: number): number {
  const position = rank * (ascending.length - 1);
  const below = Math.min(ascending.length - 2, Math.floor(position));
  if (below < 0) return ascending[0];
  return ascending[below] + (position - below) * (ascending[below + 1] - ascending[below]);
}
