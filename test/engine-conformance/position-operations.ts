import * as reference from '../unit/reference-positions';
import { dot, map, randomValues, values, type Values } from '../unit/reference-operations';
import type { Bench, ConformanceCase } from './case';

/** Sums of at most a few thousand float32 products. */
const TOLERANCE = 2e-6;
/** The reference's own central differences are exact to about 1e-9; lengths are taken in float32. */
const GRADIENT_TOLERANCE = 5e-6;

const SHAPES: [height: number, width: number, channels: number][] = [
  [1, 1, 4],
  [2, 3, 8],
  [5, 3, 12],
  [7, 9, 20],
  [6, 13, 152],
  [33, 34, 20],
];

type Check = (bench: Bench, a: Values, b: Values, weights: Values) => Promise<void>;

const sumsOfChannels: Check = async (bench, a, _b, weights) => {
  const [input, p] = [bench.upload(a), bench.upload(weights)];
  await bench.expectValues(bench.engine.channelSums(input, null), reference.channelSums(a, null), TOLERANCE);
  await bench.expectValues(bench.engine.channelSums(input, p), reference.channelSums(a, weights), TOLERANCE);
  bench.engine.dispose(input, p);
};

const scaledChannels: Check = async (bench, a) => {
  const [factors, offsets] = [randomValues([a.shape[2]], 5), randomValues([a.shape[2]], 6)];
  const [target, f, o] = [a, factors, offsets].map((given) => bench.upload(given));
  bench.engine.scaleChannels(target, f, o);
  await bench.expectValues(target, reference.scaleChannels(a, factors, offsets), TOLERANCE);
  bench.engine.dispose(f, o);
};

const unitLengths: Check = async (bench, a) => {
  const given = withZeroVector(a);
  const target = bench.upload(given);
  bench.engine.scaleToUnitLength(target);
  await bench.expectValues(target, reference.scaleToUnitLength(given), TOLERANCE);
};

const concatenatedAndSliced: Check = async (bench, a, b) => {
  const third = randomValues([a.shape[0], a.shape[1], 3], 7);
  const parts = [a, b, third].map((part) => bench.upload(part));
  const whole = bench.engine.concatenateChannels(parts);
  const expected = reference.concatenateChannels([a, b, third]);
  const channels = a.shape[2];
  for (const [first, count] of [
    [0, channels],
    [channels, channels + 3],
    [channels, 2],
  ]) {
    await bench.expectValues(bench.engine.sliceChannels(whole, first, count), reference.sliceChannels(expected, first, count), 1e-12);
  }
  await bench.expectValues(whole, expected, 1e-12);
  bench.engine.dispose(...parts);
};

/** An even and an odd size above each input; ⟨Up a, g⟩ = ⟨a, Upᵀ g⟩ says that the adjoint is one. */
const upsampled: Check = async (bench, a) => {
  for (const odd of [0, 1]) {
    const [height, width] = [2 * a.shape[0] + odd, 2 * a.shape[1] + 1 - odd];
    const gradient = randomValues([height, width, a.shape[2]], 8);
    const [input, upstream] = [bench.upload(a), bench.upload(gradient)];
    const expected = reference.upsample(a, height, width);
    await bench.expectValues(bench.engine.upsample(input, height, width), expected, TOLERANCE);
    const adjoint = bench.engine.upsampleGradient(upstream);
    const product = bench.engine.dot(input, adjoint);
    const tolerance = TOLERANCE * Math.max(1, dot(map(expected, Math.abs), map(gradient, Math.abs)));
    await bench.expectScalar(product, dot(expected, gradient), tolerance);
    bench.engine.dispose(input, upstream, adjoint);
  }
};

const gathered: Check = async (bench, a) => {
  const count = a.shape[0] * a.shape[1];
  const indices = map(randomValues([3, 5], 9), (value) => Math.floor(((value + 1) / 2) * (count + 1)) - 1);
  const [input, at] = [bench.upload(a), bench.upload(indices)];
  await bench.expectValues(bench.engine.gatherPositions(input, at), reference.gatherPositions(a, indices), 1e-12);
  bench.engine.dispose(input, at);
};

const cosines =
  (weighted: boolean): Check =>
  async (bench, a, b, weights) => {
    const p = weighted ? weights : null;
    const given = withZeroVector(a);
    const [x, y, target, positions] = [bench.upload(given), bench.upload(b), bench.upload(b), p && bench.upload(p)];
    await bench.expectScalar(bench.engine.cosineDistance(x, y, positions), reference.cosineDistance(given, b, p), TOLERANCE);
    bench.engine.replaceByCosineGradient(target, x, -1.7, positions);
    // At a vector of zeros there is no gradient, only the operation's agreed 0.
    const expected = map(reference.cosineGradient(given, b, -1.7, p), (value, i) => (i < a.shape[2] ? 0 : value));
    await bench.expectValues(target, expected, GRADIENT_TOLERANCE);
    bench.engine.dispose(x, y, ...(positions ? [positions] : []));
  };

const CHECKS: Record<string, Check> = {
  'sums of channels': sumsOfChannels,
  'channels scaled and shifted': scaledChannels,
  'vectors of unit length': unitLengths,
  'channels concatenated and sliced': concatenatedAndSliced,
  'bilinear enlargement and its adjoint': upsampled,
  'positions gathered': gathered,
  'cosine distance and gradient': cosines(false),
  'cosine distance and gradient with position weights': cosines(true),
};

function withZeroVector(a: Values): Values {
  return map(a, (value, i) => (i < a.shape[2] ? 0 : value));
}

function shapeCases(shape: [height: number, width: number, channels: number]): ConformanceCase[] {
  const [a, b] = [randomValues(shape, 1), randomValues(shape, 2)];
  const weights = map(randomValues([shape[0], shape[1]], 4), Math.abs);
  return Object.entries(CHECKS).map(([name, check]) => ({
    name: `[${shape.join(', ')}]: ${name}`,
    run: (bench) => check(bench, a, b, weights),
  }));
}

/** Sizes of queries and candidates: single ones, odd ones, and more than an engine compares at once. */
const MATCHES: [queries: [number, number], candidates: [number, number], channels: number][] = [
  [[1, 1], [1, 1], 4],
  [[3, 5], [1, 7], 8],
  [[11, 13], [5, 9], 36],
  [[9, 11], [37, 61], 12],
  [[61, 37], [6, 7], 16],
];

function nearestCase([[height, width], [rows, columns], channels]: (typeof MATCHES)[number]): ConformanceCase {
  return {
    name: `nearest of ${rows}×${columns} candidates for ${height}×${width} queries of ${channels} channels`,
    run: async (bench) => {
      const [queries, candidates] = [randomValues([height, width, channels], 1), randomValues([rows, columns, channels], 2)];
      const [q, c] = [bench.upload(queries), bench.upload(candidates)];
      const indices = bench.engine.nearestPositions(q, c);
      const found = reference.productsAt(queries, candidates, await bench.engine.read(indices));
      // Two candidates may be equally near but for rounding: the product counts, not the index.
      const best = reference.productsAt(queries, candidates, null);
      if (String(indices.shape) !== String([height, width])) throw new Error(`shape [${indices.shape}] instead of [${height}, ${width}]`);
      const worst = Math.max(...best.map((product, i) => product - found[i]));
      if (!(worst < TOLERANCE * channels)) throw new Error(`a nearer candidate was missed by ${worst}`);
      bench.engine.dispose(q, c, indices);
    },
  };
}

const firstOfEqual: ConformanceCase = {
  name: 'of equally near candidates the first counts, also where all products are negative',
  run: async (bench) => {
    const queries = values([1, 2, 4], [1, 0, 0, 0, 0, 1, 0, 0]);
    const candidates = values([2, 2, 4], [-2, -1, 0, 0, -1, -3, 0, 0, -1, -1, 0, 0, -1, -1, 0, 0]);
    const [q, c] = [bench.upload(queries), bench.upload(candidates)];
    await bench.expectValues(bench.engine.nearestPositions(q, c), values([1, 2], [1, 0]), 1e-12);
    bench.engine.dispose(q, c);
  },
};

export const POSITION_CASES: readonly ConformanceCase[] = [...SHAPES.flatMap(shapeCases), ...MATCHES.map(nearestCase), firstOfEqual];
