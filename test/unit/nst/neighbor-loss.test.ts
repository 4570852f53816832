import type { Engine } from '../../../src/nst/engines/engine';
import { layerGeometries } from '../../../src/nst/geometry';
import { rgbOf } from '../../../src/nst/images/rgb';
import type { FloatImage } from '../../../src/nst/images/resample';
import { lossGeometry, lossLayers } from '../../../src/nst/losses/loss-layers';
import type { Coverage } from '../../../src/nst/position-weights';
import { gramSettings, type StyleTransferSettings } from '../../../src/nst/settings';
import { planTiles, type Tile } from '../../../src/nst/tiles';
import { openEngine } from '../wasm-engine/open-engine';
import { deepModel, randomPicture } from './engine-for-tests';
import { evaluateEach, relativeDistance, type EvaluationInputs } from './evaluate-once';
import { nearestNeighborLoss } from './reference-neighbor-loss';

/** Odd sizes at every layer: relu3 has 13 × 11 positions, relu4 6 × 5. */
const WIDTH = 55;
const HEIGHT = 46;
const model = deepModel();
const content = rgbOf(randomPicture(WIDTH, HEIGHT, 1));
const style = rgbOf(randomPicture(39, 50, 2));
const otherStyle = rgbOf(randomPicture(44, 37, 5));
const generated = rgbOf(randomPicture(WIDTH, HEIGHT, 3));
const previous = rgbOf(randomPicture(WIDTH, HEIGHT, 4));

const settings: StyleTransferSettings = {
  ...gramSettings,
  contentLayers: { relu4_2: 1 },
  styleLayers: { relu1_1: 1, relu3_1: 1 },
  styleLosses: { neighbors: 1 },
};

type Setup = Partial<Omit<EvaluationInputs, 'settings'>> & { settings?: Partial<StyleTransferSettings> };

async function evaluate(engine: Engine, pixels: Float32Array, setup: Setup = {}) {
  const inputs = { model, content, style, ...setup, settings: { ...settings, ...setup.settings } };
  const [result] = await evaluateEach(engine, inputs, [{ ...generated, data: pixels }]);
  return result;
}

describe('nearest-neighbour hypercolumns', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterEach(() => expect(engine.memory().tensors).toBe(0));

  const twoStyles = { styles: [source(style, 0.7), source(otherStyle, 0.3)] };
  const apart = { styles: [source(style, 1, half(true)), source(otherStyle, 1, half(false))] };

  // Two float32 ways to the same sums; a wrong match or weight changes H in the second digit.
  it.each<[string, Setup]>([
    ['one style', {}],
    ['a second scale', { previous }],
    ['replicate padding and max pooling', { settings: { padding: 'replicate', pooling: 'max' } }],
  ])('agrees with the formula in plain loops: %s', async (_name, setup) => {
    const { parts } = await evaluate(engine, generated.data, setup);
    const expected = await nearestNeighborLoss(
      engine,
      model,
      { ...settings, ...setup.settings },
      { content, style, generated, previous: setup.previous ?? null },
    );
    expect(parts.perTerm.style.neighbors).toBeCloseTo(expected, 5);
    expect(parts.style).toBe(parts.perTerm.style.neighbors);
  });

  // Central differences in float32: the step is a compromise between curvature and rounding, hence 2 %.
  it.each<[string, Setup]>([
    ['alone', { settings: { contentWeight: 0 } }],
    ['beside Gram and content', { previous, settings: { styleLosses: { gram: 5, neighbors: 4 } } }],
    ['replicate padding and max pooling', { settings: { padding: 'replicate', pooling: 'max' } }],
    ['a mask', { coverage: circle() }],
    ['two styles mixed', twoStyles],
    ['a style for each half', apart],
  ])('agrees with finite differences: %s', async (_name, setup) => {
    const { gradient } = await evaluate(engine, generated.data, setup);
    const direction = Float32Array.from(gradient, (value, i) => Math.sign(value) * (i % 3 === 0 ? 1 : 0.5));
    const at = async (t: number) =>
      (
        await evaluate(
          engine,
          generated.data.map((value, i) => value + t * direction[i]),
          setup,
        )
      ).parts.total;
    const step = 0.25;
    const measured = ((await at(step)) - (await at(-step))) / (2 * step);
    const predicted = gradient.reduce((sum, value, i) => sum + value * direction[i], 0);
    expect(Math.abs(measured - predicted)).toBeLessThan(0.02 * Math.abs(predicted));
  });

  // Sums over tiles differ from one sum by float32 rounding alone.
  it.each<[string, Setup]>([
    ['alone', {}],
    ['without a deeper layer', { settings: { contentLayers: {} } }],
    [
      'beside Gram, second scale, replicate padding',
      { previous, settings: { styleLosses: { gram: 5, neighbors: 4 }, padding: 'replicate' } },
    ],
    ['a mask', { coverage: circle() }],
    ['two styles mixed', twoStyles],
    ['a style for each half', apart],
  ])('is the same in tiles: %s', async (_name, setup) => {
    const whole = await evaluate(engine, generated.data, setup);
    const tiled = await evaluate(engine, generated.data, { ...setup, ...inTiles(setup) });
    expect(tiled.parts.total / whole.parts.total).toBeCloseTo(1, 5);
    expect(relativeDistance(tiled.gradient, whole.gradient)).toBeLessThan(1e-4);
  });

  it('is a cosine distance: 0 where G, C and S are one picture', async () => {
    const { parts } = await evaluate(engine, content.data, { styles: [source(content, 1)] });
    expect(Math.abs(parts.style)).toBeLessThan(1e-6);
  });

  it('of two styles mixed is the sum by their weights', async () => {
    const both = await evaluate(engine, generated.data, { styles: [source(style, 3), source(style, 1)] });
    const one = await evaluate(engine, generated.data);
    expect(both.parts.style).toBeCloseTo(one.parts.style, 6);
    const mixed = await evaluate(engine, generated.data, twoStyles);
    expect(mixed.parts.style).not.toBeCloseTo(one.parts.style, 5);
  });

  // A position of relu4 sees 26 pixels beyond its own, and is interpolated with the next, 8 further on.
  it('does not match with what a style image hides', async () => {
    const wide = rgbOf(randomPicture(90, 31, 2));
    const coverage: Coverage = { width: wide.width, height: wide.height, weights: covered(wide, (x) => x < 24) };
    const changed = { ...wide, data: wide.data.map((value, i) => (Math.floor(i / 3) % wide.width > 60 ? 255 - value : value)) };
    const of = async (image: FloatImage) =>
      (await evaluate(engine, generated.data, { styles: [{ ...source(image, 1), coverage }] })).parts.style;
    expect(await of(changed)).toBe(await of(wide));
    expect(await of(changed)).not.toBeCloseTo((await evaluate(engine, generated.data, { styles: [source(wide, 1)] })).parts.style, 5);
  });

  it('runs on pictures too small to have a position of the deepest layers', async () => {
    const tiny = rgbOf(randomPicture(6, 5, 9));
    const { parts, gradient } = await evaluate(engine, generated.data, { styles: [source(tiny, 1)] });
    expect(parts.style).toBeGreaterThan(0);
    expect(gradient.every(Number.isFinite)).toBe(true);
    const none = await evaluate(engine, generated.data, { styles: [source(rgbOf(randomPicture(3, 3, 9)), 1)] });
    expect(none.parts.style).toBe(0);
  });

  it('ends the network at the deepest layer that a term looks at', () => {
    expect(lossLayers({ ...settings, contentLayers: {} }).at(-1)).toBe('relu4_1');
    expect(lossLayers({ ...settings, styleLosses: { gram: 1, neighbors: 0 } })).toEqual(['relu4_2', 'relu1_1', 'relu3_1']);
  });
});

function inTiles({ settings: change, styles }: Setup): Pick<EvaluationInputs, 'tiles' | 'styleTiles'> {
  const geometry = lossGeometry(model, layerGeometries(model), { ...settings, ...change });
  const cut = ({ width, height }: FloatImage, patch: number): Tile[] => planTiles(width, height, geometry, patch);
  const tiles = cut(content, 24);
  expect(tiles.length).toBeGreaterThan(3);
  return { tiles, styleTiles: (styles ?? [source(style, 1)]).map(({ image }) => cut(image, 24)) };
}

function source(image: FloatImage, weight: number, region: Coverage | null = null) {
  return { image, weight, coverage: null, region };
}

function covered({ width, height }: FloatImage, counts: (x: number, y: number) => boolean): Float32Array {
  return Float32Array.from({ length: width * height }, (_, i) => (counts(i % width, Math.floor(i / width)) ? 1 : 0));
}

function circle(): Coverage {
  return { width: WIDTH, height: HEIGHT, weights: covered(content, (x, y) => Math.hypot(x - 27, y - 20) < 16) };
}

function half(left: boolean): Coverage {
  return { width: WIDTH, height: HEIGHT, weights: covered(content, (x) => x < 26 === left) };
}
