/** Where shapes are kept, the content weighs more, and nowhere else. */
import type { Engine } from '../../../src/nst/engines/engine';
import { layerGeometries } from '../../../src/nst/geometry';
import { prepareImages } from '../../../src/nst/images/prepare-images';
import { rgbOf } from '../../../src/nst/images/rgb';
import { imagesAtScale } from '../../../src/nst/plan/objective-inputs';
import { KEEP_STRENGTH, type Coverage } from '../../../src/nst/position-weights';
import { gramSettings, type StyleTransferSettings } from '../../../src/nst/settings';
import { planTiles } from '../../../src/nst/tiles';
import { cpuEngine, randomPicture, smallModel } from './engine-for-tests';
import { evaluateEach, relativeDistance, type EvaluationInputs } from './evaluate-once';

const [WIDTH, HEIGHT] = [37, 30];
const model = smallModel();
const content = rgbOf(randomPicture(WIDTH, HEIGHT, 1));
const style = rgbOf(randomPicture(28, 33, 2));
const generated = rgbOf(randomPicture(WIDTH, HEIGHT, 3));
const settings: StyleTransferSettings = {
  ...gramSettings,
  contentLayers: { relu2_1: 1, relu1_2: 0.5 },
  styleLayers: { relu1_1: 1, relu2_2: 2 },
};

function map(valueAt: (x: number, y: number) => number): Coverage {
  const weights = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => valueAt(i % WIDTH, Math.floor(i / WIDTH)));
  return { width: WIDTH, height: HEIGHT, weights };
}
const left = map((x) => (x < 16 ? 1 : 0));
const right = map((x) => (x < 16 ? 0 : 1));
const disc = map((x, y) => Math.max(0, 1 - Math.hypot(x - 20, y - 14) / 12));

describe('a map of what is kept', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await cpuEngine();
  });
  afterEach(() => expect(engine.memory().tensors).toBe(0));

  async function evaluate(change: Partial<EvaluationInputs> = {}, pixels = generated.data) {
    return (await evaluateEach(engine, { model, content, style, settings, ...change }, [{ ...generated, data: pixels }]))[0];
  }
  const contentLoss = async (change: Partial<EvaluationInputs>): Promise<number> => (await evaluate(change)).parts.content;

  it.each(['balanced', 'seed'] as const)(
    'multiplies the content weight where it is white, and leaves it where it is black: %s',
    async (normalization) => {
      const given = { settings: { ...settings, normalization } };
      const without = await contentLoss(given);
      expect((await contentLoss({ ...given, kept: map(() => 0) })) / without).toBeCloseTo(1, 5);
      expect((await contentLoss({ ...given, kept: map(() => 1) })) / without).toBeCloseTo(KEEP_STRENGTH, 4);
      const halves = (await contentLoss({ ...given, kept: left })) + (await contentLoss({ ...given, kept: right }));
      expect(halves / without).toBeCloseTo(1 + KEEP_STRENGTH, 4);
    },
  );

  it('says nothing about style', async () => {
    expect((await evaluate({ kept: disc })).parts.style).toBe((await evaluate()).parts.style);
  });

  it('does not bring back what a mask hides', async () => {
    const kept = await contentLoss({ coverage: left, kept: right });
    expect(kept / (await contentLoss({ coverage: left }))).toBeCloseTo(1, 5);
  });

  // Central differences in float32: the step is a compromise between curvature and rounding, hence 2 %.
  it.each<[string, Partial<EvaluationInputs>]>([
    ['alone', { kept: disc }],
    ['beside a mask', { kept: disc, coverage: left }],
  ])('has the gradient of finite differences: %s', async (_name, change) => {
    const { gradient } = await evaluate(change);
    const direction = Float32Array.from(gradient, (value, i) => Math.sign(value) * (i % 3 === 0 ? 1 : 0.5));
    const at = async (t: number) =>
      (
        await evaluate(
          change,
          generated.data.map((value, i) => value + t * direction[i]),
        )
      ).parts.total;
    const measured = ((await at(0.25)) - (await at(-0.25))) / 0.5;
    const predicted = gradient.reduce((sum, value, i) => sum + value * direction[i], 0);
    expect(Math.abs(measured - predicted)).toBeLessThan(0.02 * Math.abs(predicted));
  });

  it('is the same in tiles, but for rounding', async () => {
    const tiles = planTiles(WIDTH, HEIGHT, layerGeometries(model).get('relu2_2')!, 26);
    const [whole, tiled] = [await evaluate({ kept: disc }), await evaluate({ kept: disc, tiles })];
    expect(tiled.parts.total / whole.parts.total).toBeCloseTo(1, 5);
    expect(relativeDistance(tiled.gradient, whole.gradient)).toBeLessThan(1e-4);
  });
});

it('comes with the pictures at every scale, as brightness times alpha', () => {
  const keepMask = randomPicture(20, 20, 7, (x) => (x < 10 ? 0 : 255));
  keepMask.data.forEach((_, i) => i % 4 < 3 && (keepMask.data[i] = 255));
  const styles = [{ image: randomPicture(9, 9, 2), weight: 1, mask: null }];
  const prepared = prepareImages({ content: randomPicture(40, 40, 1), styles, mask: null, keepMask, size: null }, gramSettings);
  for (const { kept } of [prepared, imagesAtScale(prepared, 0.5)]) {
    const { width, height, weights } = kept!;
    expect(weights[0]).toBeCloseTo(0, 5);
    expect(weights[width * height - 1]).toBeCloseTo(1, 5);
  }
  expect(prepareImages({ content: randomPicture(8, 8, 1), styles, mask: null, size: null }, gramSettings).kept).toBeNull();
});
