import type { Engine } from '../../../src/nst/engines/engine';
import { rgbOf } from '../../../src/nst/images/rgb';
import type { FloatImage } from '../../../src/nst/images/resample';
import { layerGeometries } from '../../../src/nst/geometry';
import type { Coverage } from '../../../src/nst/position-weights';
import { gramSettings, type StyleTransferSettings } from '../../../src/nst/settings';
import { planTiles } from '../../../src/nst/tiles';
import { openEngine } from '../wasm-engine/open-engine';
import { randomPicture, smallModel } from './engine-for-tests';
import { evaluateEach, relativeDistance, type EvaluationInputs } from './evaluate-once';

const WIDTH = 45;
const HEIGHT = 35;
const model = smallModel();
const content = rgbOf(randomPicture(WIDTH, HEIGHT, 1));
const style = rgbOf(randomPicture(31, 28, 2));
const generated = rgbOf(randomPicture(WIDTH, HEIGHT, 3));

const settings: StyleTransferSettings = {
  ...gramSettings,
  contentLayers: { relu2_1: 1 },
  contentLosses: { laplacian: 1 },
  styleLayers: { relu1_1: 1 },
};

describe('the Laplacian of the picture', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterEach(() => expect(engine.memory().tensors).toBe(0));

  async function evaluate(pixels: Float32Array, change: Partial<StyleTransferSettings> = {}, setup: Partial<EvaluationInputs> = {}) {
    const inputs = { model, content, style, ...setup, settings: { ...settings, ...change } };
    return (await evaluateEach(engine, inputs, [{ ...generated, data: pixels }]))[0];
  }

  // The engine weighs vertical and horizontal neighbours by their numbers, which differ by one row or column: hence 5 %.
  it('is the formula’s, in plain loops', async () => {
    const { parts } = await evaluate(generated.data);
    const expected = [2, 4].reduce((sum, side) => sum + relativeEdges(content, generated, side) / 2, 0);
    expect(Math.abs(parts.perTerm.content.laplacian / expected - 1)).toBeLessThan(0.05);
    expect(parts.content).toBe(parts.perTerm.content.laplacian);
  });

  // A quadratic function: central differences are exact but for float32.
  it.each<[string, Partial<StyleTransferSettings>, Partial<EvaluationInputs>]>([
    ['balanced', {}, {}],
    ['as it stands', { normalization: 'seed', styleWeight: 1e-3 }, {}],
    ['a mask', {}, { coverage: left() }],
    ['beside features', { contentLosses: { features: 0.5, laplacian: 2 } }, {}],
  ])('agrees with finite differences: %s', async (_name, change, setup) => {
    const { gradient } = await evaluate(generated.data, change, setup);
    const direction = Float32Array.from(gradient, (value, i) => Math.sign(value) * (i % 3 === 0 ? 1 : 0.5));
    const at = async (t: number) =>
      (
        await evaluate(
          generated.data.map((value, i) => value + t * direction[i]),
          change,
          setup,
        )
      ).parts.total;
    const measured = ((await at(0.25)) - (await at(-0.25))) / 0.5;
    const predicted = gradient.reduce((sum, value, i) => sum + value * direction[i], 0);
    expect(Math.abs(measured - predicted)).toBeLessThan(0.02 * Math.abs(predicted));
  });

  it('is the same in tiles', async () => {
    const tiles = planTiles(WIDTH, HEIGHT, layerGeometries(model).get('relu2_1')!, 26);
    const whole = await evaluate(generated.data);
    const tiled = await evaluate(generated.data, {}, { tiles });
    expect(tiled.parts.total / whole.parts.total).toBeCloseTo(1, 6);
    expect(relativeDistance(tiled.gradient, whole.gradient)).toBeLessThan(1e-5);
  });

  it('is 0 for C in other colours of the same brightness, and for C made brighter', async () => {
    const recolored = content.data.map((value, i) => value + [20, -20 * (0.299 / 0.587), 0][i % 3] + 10);
    expect((await evaluate(recolored)).parts.content).toBeLessThan(1e-8);
  });

  it('does not see what a mask hides', async () => {
    const coverage = left();
    const far = generated.data.map((value, i) => (Math.floor(i / 3) % WIDTH > 32 ? 255 - value : value));
    const shown = await evaluate(generated.data, {}, { coverage });
    expect((await evaluate(far, {}, { coverage })).parts.content).toBe(shown.parts.content);
  });

  it('is left out of pictures too small for it', async () => {
    const tiny = rgbOf(randomPicture(3, 3, 5));
    const [{ parts }] = await evaluateEach(engine, { model, content: tiny, style, settings }, [tiny]);
    expect(parts.content).toBe(0);
  });
});

function left(): Coverage {
  return { width: WIDTH, height: HEIGHT, weights: Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => (i % WIDTH < 24 ? 1 : 0)) };
}

function relativeEdges(c: FloatImage, g: FloatImage, side: number): number {
  const [a, b] = [edgesOf(c, side), edgesOf(g, side)];
  const square = (values: number[]): number => values.reduce((sum, value) => sum + value * value, 0);
  return square(a.map((value, i) => value - b[i])) / square(a);
}

/** Four neighbours' differences of the mean luma of squares. */
function edgesOf({ width, height, data }: FloatImage, side: number): number[] {
  const [columns, rows] = [Math.floor(width / side), Math.floor(height / side)];
  const mean = (x: number, y: number): number => {
    let sum = 0;
    for (let i = 0; i < side; i++) {
      for (let j = 0; j < side; j++) {
        const at = ((y * side + i) * width + x * side + j) * 3;
        sum += 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
      }
    }
    return sum / side ** 2;
  };
  return Array.from({ length: columns * rows }, (_, i) => {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    const neighbours = [
      [x - 1, y],
      [x + 1, y],
      [x, y - 1],
      [x, y + 1],
    ].filter(([u, v]) => u >= 0 && v >= 0 && u < columns && v < rows);
    return neighbours.reduce((sum, [u, v]) => sum + mean(x, y) - mean(u, v), 0);
  });
}
