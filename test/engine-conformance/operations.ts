import type { EdgeMode, Pooling } from '../../src/nst/engines/engine';
import * as reference from '../unit/reference-operations';
import { map, randomValues, type Values } from '../unit/reference-operations';
import type { Bench, ConformanceCase } from './case';

/** Sums of up to 10⁵ float32 products, added in several lanes or as a tree: a few times 1e-7 each, at most 1e-6 in all. */
const TOLERANCE = 2e-6;
/** Many equal positive terms round in the same direction at every addition. */
const BIASED_SUM_TOLERANCE = 1e-5;

const SHAPES: [height: number, width: number, channels: number][] = [
  [1, 1, 3],
  [2, 2, 4],
  [5, 3, 3],
  [7, 9, 16],
  [16, 15, 64],
  [70, 69, 3],
  [33, 34, 20],
  [3, 2, 512],
];
const POOLINGS: Pooling[] = ['avg', 'max'];
const EDGE_MODES: EdgeMode[] = ['zero', 'replicate', 'reflect', 'wrap'];

/** The values that the cases of one shape share. */
interface Given {
  shape: [height: number, width: number, channels: number];
  a: Values;
  b: Values;
  mask: Values;
  /** [h, w] */
  weights: Values;
}

type Check = (bench: Bench, given: Given) => Promise<void>;

const zerosCopyUploadAndRead: Check = async (bench, { shape, a }) => {
  const original = bench.upload(a);
  await bench.expectValues(
    bench.engine.zeros(shape),
    map(a, () => 0),
    1e-12,
  );
  await bench.expectValues(bench.engine.copy(original), a, 1e-12);
  bench.engine.dispose(original);
};

const copyIsIndependent: Check = async (bench, { a }) => {
  const original = bench.upload(a);
  const copy = bench.engine.copy(original);
  bench.engine.scale(original, 2);
  await bench.expectValues(copy, a, 1e-12);
  await bench.expectValues(
    original,
    map(a, (value) => 2 * value),
    1e-12,
  );
};

const pooling =
  (kind: Pooling, valueOf: (value: number) => number): Check =>
  async (bench, { a }) => {
    const values = map(a, valueOf);
    const input = bench.upload(values);
    const pooled = bench.engine.pool(input, kind);
    const expected = reference.pool(values, kind);
    const upstream = randomValues(expected.shape, 5);
    const given = bench.upload(upstream);
    const gradient = bench.engine.poolGradient(given, input, pooled, kind);
    await bench.expectValues(gradient, reference.poolGradient(upstream, values, kind), TOLERANCE);
    await bench.expectValues(pooled, expected, TOLERANCE);
    bench.engine.dispose(input, given);
  };

const edges =
  (mode: EdgeMode): Check =>
  async (bench, { shape: [height, width, channels], a }) => {
    const [input, wide] = [bench.upload(a), randomValues([height + 2, width + 2, channels], 6)];
    const gradient = bench.upload(wide);
    await bench.expectValues(bench.engine.padEdges(input, mode), reference.padEdges(a, mode), TOLERANCE);
    await bench.expectValues(bench.engine.foldEdges(gradient, mode), reference.foldEdges(wide, mode), TOLERANCE);
    bench.engine.dispose(input, gradient);
  };

const cropAndAddPatch: Check = async (bench, { shape: [height, width], a }) => {
  const rectangle = { x: Math.floor(width / 3), y: Math.floor(height / 3), width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const input = bench.upload(a);
  const part = bench.engine.crop(input, rectangle);
  const cropped = reference.crop(a, rectangle);
  bench.engine.addPatch(input, part, rectangle.x, rectangle.y);
  await bench.expectValues(part, cropped, TOLERANCE);
  await bench.expectValues(input, reference.addPatch(a, cropped, rectangle.x, rectangle.y), TOLERANCE);
};

const gramAndProduct =
  (weighted: boolean): Check =>
  async (bench, { shape: [, , channels], a, b, weights }) => {
    const p = weighted ? weights : null;
    const [activation, target, positions] = [bench.upload(a), bench.upload(b), p && bench.upload(p)];
    const matrix = randomValues([channels, channels], 7);
    const factor = bench.upload(matrix);
    await bench.expectValues(bench.engine.gramMatrix(activation, positions), reference.gramMatrix(a, p), TOLERANCE);
    bench.engine.addMatrixProduct(target, activation, factor, 0.3, positions);
    await bench.expectValues(target, reference.addMatrixProduct(b, a, matrix, 0.3, p), TOLERANCE);
    bench.engine.dispose(activation, factor, ...(positions ? [positions] : []));
  };

const distanceAndDifference =
  (weighted: boolean): Check =>
  async (bench, { a, b, mask, weights }) => {
    const p = weighted ? weights : null;
    const [left, right, target, positions] = [bench.upload(a), bench.upload(b), bench.upload(mask), p && bench.upload(p)];
    await bench.expectScalar(bench.engine.squaredDistance(left, right, positions), reference.squaredDistance(a, b, p), TOLERANCE);
    bench.engine.addDifference(target, left, right, -1.7, positions);
    await bench.expectValues(target, reference.addDifference(mask, a, b, -1.7, p), TOLERANCE);
    bench.engine.dispose(left, right, ...(positions ? [positions] : []));
  };

const elementwise: Check = async (bench, { a, b, mask }) => {
  const { engine } = bench;
  const [x, y, m] = [bench.upload(a), bench.upload(b), bench.upload(mask)];
  const half = engine.upload(new Float32Array([0.5]), [1]);
  const target = engine.copy(x);
  engine.addScaled(target, y, 2);
  engine.addScaled(target, y, half, m);
  engine.scale(target, half);
  engine.scale(target, -3);
  const combined = map(a, (value, i) => -1.5 * (value + 2 * b.data[i] + 0.5 * b.data[i] * mask.data[i]));
  await bench.expectValues(target, combined, TOLERANCE);
  await bench.expectValues(
    engine.multiply(x, y),
    map(a, (value, i) => value * b.data[i]),
    TOLERANCE,
  );
  const clamped = map(a, (value, i) => Math.min(0.6, Math.max(-0.4, value + 0.5 * b.data[i])));
  await bench.expectValues(engine.clampedStep(x, y, 0.5, -0.4, 0.6), clamped, TOLERANCE);
  engine.dispose(x, y, m, half);
};

const freeMask: Check = async (bench, { a, b }) => {
  const bounded = map(a, (value) => Math.min(0.5, Math.max(-0.5, value)));
  const slope = map(b, (value) => (Math.abs(value) < 0.2 ? 0 : value));
  const [x, gradient] = [bench.upload(bounded), bench.upload(slope)];
  await bench.expectValues(bench.engine.freeMask(x, gradient, -0.5, 0.5), reference.freeMask(bounded, slope, -0.5, 0.5), TOLERANCE);
  bench.engine.dispose(x, gradient);
};

const sums: Check = async (bench, { a, b, mask }) => {
  const { engine } = bench;
  const [x, y, m] = [bench.upload(a), bench.upload(b), bench.upload(mask)];
  // Terms of both signs cancel, so the error is measured against the sum of their sizes.
  const tolerance = TOLERANCE * Math.max(1, reference.dot(map(a, Math.abs), map(b, Math.abs)));
  await bench.expectScalar(engine.dot(x, y), reference.dot(a, b), tolerance);
  await bench.expectScalar(engine.dot(x, y, m), reference.dot(a, b, mask), tolerance);
  await bench.expectScalar(
    engine.absoluteSum(x),
    a.data.reduce((sum, value) => sum + Math.abs(value), 0),
    TOLERANCE,
  );
  engine.dispose(x, y, m);
};

/** A layout may fill a tensor up; what an operation leaves there must not count. */
const sumsAfterOtherOperations: Check = async (bench, { a, b }) => {
  const { engine } = bench;
  const [x, y] = [bench.upload(a), bench.upload(b)];
  const above = engine.clampedStep(x, y, 0.5, 0.2, 0.6);
  const free = engine.freeMask(x, y, -0.5, 0.5);
  const clamped = map(a, (value, i) => Math.min(0.6, Math.max(0.2, value + 0.5 * b.data[i])));
  const mask = reference.freeMask(a, b, -0.5, 0.5);
  await bench.expectScalar(engine.dot(above, above, free), reference.dot(clamped, clamped, mask), BIASED_SUM_TOLERANCE);
  engine.dispose(x, y, above, free);
};

const adamSteps: Check = async (bench, { a, b }) => {
  const pixels = map(a, (value) => 130 + 130 * value);
  const nothing = map(a, () => 0);
  const [x, gradient, m, v] = [pixels, b, nothing, nothing].map((values) => bench.upload(values));
  const first = reference.adamStep(pixels, b, nothing, nothing, 1, 3);
  const second = reference.adamStep(first.x, b, first.m, first.v, 2, 3);
  bench.engine.adamStep(x, gradient, m, v, 1, 3);
  bench.engine.adamStep(x, gradient, m, v, 2, 3);
  await bench.expectValues(x, second.x, TOLERANCE);
  await bench.expectValues(m, second.m, TOLERANCE);
  await bench.expectValues(v, second.v, TOLERANCE);
  bench.engine.dispose(gradient);
};

const CHECKS: Record<string, Check> = {
  'zeros, copy, upload and read': zerosCopyUploadAndRead,
  'a copy keeps its values when the original changes': copyIsIndependent,
  ...Object.fromEntries(POOLINGS.map((kind) => [`${kind} pooling and its gradient`, pooling(kind, (value) => value)])),
  "max pooling gives equal maxima's gradient to the first": pooling('max', () => 0),
  ...Object.fromEntries(EDGE_MODES.map((mode) => [`${mode} padding and its adjoint`, edges(mode)])),
  'crop and addPatch': cropAndAddPatch,
  'Gram matrix and matrix product': gramAndProduct(false),
  'Gram matrix and matrix product with position weights': gramAndProduct(true),
  'squared distance and difference': distanceAndDifference(false),
  'squared distance and difference with position weights': distanceAndDifference(true),
  'elementwise operations': elementwise,
  'free mask at and inside the bounds': freeMask,
  sums,
  'sums after operations that change zeros': sumsAfterOtherOperations,
  'one Adam step after another': adamSteps,
};

function shapeCases(shape: [height: number, width: number, channels: number]): ConformanceCase[] {
  const [height, width] = shape;
  const given: Given = {
    shape,
    a: randomValues(shape, 1),
    b: randomValues(shape, 2),
    mask: map(randomValues(shape, 3), (value) => (value > 0 ? 1 : 0)),
    weights: map(randomValues([height, width], 4), Math.abs),
  };
  const suits = (name: string): boolean => !name.startsWith('reflect') || (height > 1 && width > 1);
  return Object.entries(CHECKS)
    .filter(([name]) => suits(name))
    .map(([name, check]) => ({ name: `[${shape.join(', ')}]: ${name}`, run: (bench) => check(bench, given) }));
}

const channelOffsets: ConformanceCase = {
  name: 'channel offsets',
  run: async (bench) => {
    const image = randomValues([9, 7, 3], 1);
    const input = bench.upload(image);
    await bench.expectValues(
      bench.engine.addChannelOffsets(input, [-1, 2, 0.5]),
      reference.addChannelOffsets(image, [-1, 2, 0.5]),
      TOLERANCE,
    );
    bench.engine.dispose(input);
  },
};

const TOTAL_VARIATION_SIZES = [
  [1, 1],
  [1, 6],
  [5, 1],
  [9, 8],
];

function totalVariationCase([height, width]: readonly number[], wraps: boolean): ConformanceCase {
  return {
    name: `total variation and its gradient on ${height}×${width}${wraps ? ' that wraps' : ''}`,
    run: async (bench) => {
      const image = randomValues([height, width, 3], 1);
      const [input, target] = [bench.upload(image), bench.engine.zeros(image.shape)];
      await bench.expectScalar(bench.engine.totalVariation(input, wraps), reference.totalVariation(image, wraps), TOLERANCE);
      bench.engine.addTotalVariationGradient(target, input, 2.5, wraps);
      await bench.expectValues(
        target,
        map(reference.totalVariationGradient(image, wraps), (value) => 2.5 * value),
        TOLERANCE,
      );
      bench.engine.dispose(input);
    },
  };
}

const scalarArithmetic: ConformanceCase = {
  name: 'arithmetic of scalars',
  run: async (bench) => {
    const { engine } = bench;
    const [six, two, none] = [6, 2, 0].map((value) => engine.upload(new Float32Array([value]), [1]));
    await bench.expectScalar(engine.subtractScalars(six, two), 4, TOLERANCE);
    await bench.expectScalar(engine.divideScalars(six, two), 3, TOLERANCE);
    await bench.expectScalar(engine.divideScalars(six, none), 0, TOLERANCE);
    await bench.expectScalar(engine.divideScalars(six, two, six), 0, TOLERANCE);
    if (String(await engine.readScalars([six, none, two])) !== '6,0,2') throw new Error('scalars are not read in order');
    engine.dispose(six, two, none);
  },
};

const disposedTensors: ConformanceCase = {
  name: 'a tensor that is gone is noticed',
  run: async ({ engine }) => {
    const tensor = engine.zeros([2, 2, 4]);
    engine.dispose(tensor);
    expectThrown(() => engine.dispose(tensor), 'disposed twice');
    expectThrown(() => engine.absoluteSum(tensor), 'after it was disposed');
  },
};

function expectThrown(work: () => unknown, message: string): void {
  let thrown: unknown = null;
  try {
    work();
  } catch (error) {
    thrown = error;
  }
  if (!(thrown instanceof Error) || !thrown.message.includes(message)) throw new Error(`“${message}” was not thrown but ${String(thrown)}`);
}

export const OPERATION_CASES: readonly ConformanceCase[] = [
  ...SHAPES.flatMap(shapeCases),
  channelOffsets,
  ...TOTAL_VARIATION_SIZES.flatMap((size) => [false, true].map((wraps) => totalVariationCase(size, wraps))),
  scalarArithmetic,
  disposedTensors,
];
