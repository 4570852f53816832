import type { EdgeMode, Engine, Pooling, Tensor } from '../../../src/nst/engines/engine';
import * as reference from '../reference-operations';
import { map, randomValues, relativeError, type Values } from '../reference-operations';
import { openEngine } from './open-engine';

/** Sums of up to 10⁵ float32 products, added in four lanes: a few times 1e-7 each, at most 1e-6 in all. */
const TOLERANCE = 2e-6;

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
const EDGE_MODES: EdgeMode[] = ['zero', 'replicate', 'reflect'];

describe('operations of the WebAssembly engine but the convolution', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  }, 60_000);
  afterAll(() => engine.destroy());

  let tensorsBefore = 0;
  beforeEach(() => {
    tensorsBefore = engine.memory().tensors;
  });
  afterEach(() => {
    expect(engine.memory().tensors).toBe(tensorsBefore);
  });

  const upload = ({ data, shape }: Values): Tensor => engine.upload(Float32Array.from(data), shape);

  /** Compares and disposes. */
  async function expectValues(actual: Tensor, expected: Values, tolerance = TOLERANCE): Promise<void> {
    expect(actual.shape).toEqual(expected.shape);
    expect(relativeError(await engine.read(actual), expected.data)).toBeLessThan(tolerance);
    engine.dispose(actual);
  }

  async function expectScalar(actual: Tensor, expected: number, tolerance = TOLERANCE): Promise<void> {
    const [value] = await engine.readScalars([actual]);
    expect(Math.abs(value - expected)).toBeLessThan(tolerance * Math.max(1, Math.abs(expected)));
    engine.dispose(actual);
  }

  describe.each(SHAPES)('on [%i, %i, %i]', (height, width, channels) => {
    const shape = [height, width, channels];
    const a = randomValues(shape, 1);
    const b = randomValues(shape, 2);
    const mask = map(randomValues(shape, 3), (value) => (value > 0 ? 1 : 0));
    const weights = map(randomValues([height, width], 4), Math.abs);

    test('zeros, copy, upload and read', async () => {
      const zeros = engine.zeros(shape);
      expect((await engine.read(zeros)).every((value) => value === 0)).toBe(true);
      const original = upload(a);
      await expectValues(engine.copy(original), a, 1e-12);
      engine.dispose(original, zeros);
    });

    test.each(POOLINGS)('%s pooling and its gradient', async (pooling) => {
      const input = upload(a);
      const pooled = engine.pool(input, pooling);
      const expected = reference.pool(a, pooling);
      const upstream = randomValues(expected.shape, 5);
      const given = upload(upstream);
      await expectValues(engine.poolGradient(given, input, pooled, pooling), reference.poolGradient(upstream, a, pooling));
      await expectValues(pooled, expected);
      engine.dispose(input, given);
    });

    test('max pooling gives equal maxima\'s gradient to the first', async () => {
      const flat = map(a, () => 0);
      const input = upload(flat);
      const pooled = engine.pool(input, 'max');
      const upstream = randomValues([...pooled.shape], 5);
      const given = upload(upstream);
      await expectValues(engine.poolGradient(given, input, pooled, 'max'), reference.poolGradient(upstream, flat, 'max'));
      engine.dispose(input, pooled, given);
    });

    test.each(EDGE_MODES)('%s padding and its adjoint', async (mode) => {
      if (mode === 'reflect' && (height < 2 || width < 2)) return;
      const [input, wide] = [upload(a), randomValues([height + 2, width + 2, channels], 6)];
      const gradient = upload(wide);
      await expectValues(engine.padEdges(input, mode), reference.padEdges(a, mode));
      await expectValues(engine.foldEdges(gradient, mode), reference.foldEdges(wide, mode));
      engine.dispose(input, gradient);
    });

    test('crop and addPatch', async () => {
      const rectangle = { x: Math.floor(width / 3), y: Math.floor(height / 3), width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
      const input = upload(a);
      const part = engine.crop(input, rectangle);
      const cropped = reference.crop(a, rectangle);
      engine.addPatch(input, part, rectangle.x, rectangle.y);
      await expectValues(part, cropped);
      await expectValues(input, reference.addPatch(a, cropped, rectangle.x, rectangle.y));
    });

    test.each([false, true])('Gram matrix and matrix product (weights: %p)', async (weighted) => {
      const p = weighted ? weights : null;
      const [activation, target, positions] = [upload(a), upload(b), p && upload(p)];
      const matrix = randomValues([channels, channels], 7);
      const factor = upload(matrix);
      await expectValues(engine.gramMatrix(activation, positions), reference.gramMatrix(a, p));
      engine.addMatrixProduct(target, activation, factor, 0.3, positions);
      await expectValues(target, reference.addMatrixProduct(b, a, matrix, 0.3, p));
      engine.dispose(activation, factor, ...(positions ? [positions] : []));
    });

    test.each([false, true])('squared distance and difference (weights: %p)', async (weighted) => {
      const p = weighted ? weights : null;
      const [left, right, target, positions] = [upload(a), upload(b), upload(mask), p && upload(p)];
      await expectScalar(engine.squaredDistance(left, right, positions), reference.squaredDistance(a, b, p));
      engine.addDifference(target, left, right, -1.7, positions);
      await expectValues(target, reference.addDifference(mask, a, b, -1.7, p));
      engine.dispose(left, right, ...(positions ? [positions] : []));
    });

    test('elementwise operations', async () => {
      const [x, y, m] = [upload(a), upload(b), upload(mask)];
      const half = engine.upload(new Float32Array([0.5]), [1]);
      const target = engine.copy(x);
      engine.addScaled(target, y, 2);
      engine.addScaled(target, y, half, m);
      engine.scale(target, half);
      engine.scale(target, -3);
      await expectValues(target, map(a, (value, i) => -1.5 * (value + 2 * b.data[i] + 0.5 * b.data[i] * mask.data[i])));
      await expectValues(engine.multiply(x, y), map(a, (value, i) => value * b.data[i]));
      await expectValues(engine.clampedStep(x, y, 0.5, -0.4, 0.6), map(a, (value, i) => Math.min(0.6, Math.max(-0.4, value + 0.5 * b.data[i]))));
      engine.dispose(x, y, m, half);
    });

    test('free mask at and inside the bounds', async () => {
      const bounded = map(a, (value) => Math.min(0.5, Math.max(-0.5, value)));
      const slope = map(b, (value) => (Math.abs(value) < 0.2 ? 0 : value));
      const [x, gradient] = [upload(bounded), upload(slope)];
      await expectValues(engine.freeMask(x, gradient, -0.5, 0.5), reference.freeMask(bounded, slope, -0.5, 0.5));
      engine.dispose(x, gradient);
    });

    test('sums', async () => {
      const [x, y, m] = [upload(a), upload(b), upload(mask)];
      // Terms of both signs cancel, so the error is measured against the sum of their sizes.
      const size = reference.dot(map(a, Math.abs), map(b, Math.abs));
      await expectScalar(engine.dot(x, y), reference.dot(a, b), TOLERANCE * Math.max(1, size));
      await expectScalar(engine.dot(x, y, m), reference.dot(a, b, mask), TOLERANCE * Math.max(1, size));
      await expectScalar(engine.absoluteSum(x), a.data.reduce((sum, value) => sum + Math.abs(value), 0));
      engine.dispose(x, y, m);
    });

    test('one Adam step after another', async () => {
      const pixels = map(a, (value) => 130 + 130 * value);
      const nothing = map(a, () => 0);
      const [x, gradient, m, v] = [upload(pixels), upload(b), upload(nothing), upload(nothing)];
      const first = reference.adamStep(pixels, b, nothing, nothing, 1, 3);
      const second = reference.adamStep(first.x, b, first.m, first.v, 2, 3);
      engine.adamStep(x, gradient, m, v, 1, 3);
      engine.adamStep(x, gradient, m, v, 2, 3);
      await expectValues(x, second.x);
      await expectValues(m, second.m);
      await expectValues(v, second.v)
      engine.dispose(gradient);
    });
  });

  test('channel offsets', async () => {
    const image = randomValues([9, 7, 3], 1);
    const input = upload(image);
    await expectValues(engine.addChannelOffsets(input, [-1, 2, 0.5]), reference.addChannelOffsets(image, [-1, 2, 0.5]));
    engine.dispose(input);
  });

  test.each([
    [1, 1],
    [1, 6],
    [5, 1],
    [9, 8],
  ])('total variation and its gradient on %i×%i', async (height, width) => {
    const image = randomValues([height, width, 3], 1);
    const [input, target] = [upload(image), engine.zeros(image.shape)];
    await expectScalar(engine.totalVariation(input), reference.totalVariation(image));
    engine.addTotalVariationGradient(target, input, 2.5);
    await expectValues(target, map(reference.totalVariationGradient(image), (value) => 2.5 * value));
    engine.dispose(input);
  });

  test('arithmetic of scalars', async () => {
    const [six, two, none] = [6, 2, 0].map((value) => engine.upload(new Float32Array([value]), [1]));
    await expectScalar(engine.multiplyScalars(six, two), 12);
    await expectScalar(engine.subtractScalars(six, two), 4);
    await expectScalar(engine.divideScalars(six, two), 3);
    await expectScalar(engine.divideScalars(six, none), 0);
    await expectScalar(engine.divideScalars(six, two, six), 0);
    engine.dispose(six, two, none);
  });

  test('a tensor that is gone is noticed', () => {
    const tensor = engine.zeros([2, 2, 4]);
    engine.dispose(tensor);
    expect(() => engine.dispose(tensor)).toThrow('disposed twice');
    expect(() => engine.absoluteSum(tensor)).toThrow('after it was disposed');
  });
});
