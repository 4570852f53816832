/** A picture that goes on with its opposite edges: what is seen of it can't depend on where it is cut open. */
import type { Engine } from '../../../src/nst/engines/engine';
import { layerGeometries } from '../../../src/nst/geometry';
import { resample, type FloatImage } from '../../../src/nst/images/resample';
import { prepareImages } from '../../../src/nst/images/prepare-images';
import { rgbOf } from '../../../src/nst/images/rgb';
import { imagesAtScale, sizesAtScale } from '../../../src/nst/plan/objective-inputs';
import { gramSettings, type StyleTransferSettings } from '../../../src/nst/settings';
import { planTiles, type Tile } from '../../../src/nst/tiles';
import { cpuEngine, randomPicture, smallModel } from './engine-for-tests';
import { evaluateEach, relativeDistance } from './evaluate-once';

const [WIDTH, HEIGHT] = [36, 30];
const model = smallModel();
const content = rgbOf(randomPicture(WIDTH, HEIGHT, 1));
const style = rgbOf(randomPicture(29, 33, 2));
const generated = rgbOf(randomPicture(WIDTH, HEIGHT, 3));

const settings: StyleTransferSettings = {
  ...gramSettings,
  padding: 'wrap',
  contentLayers: { relu2_1: 1, relu1_2: 0.5 },
  styleLayers: { relu1_1: 1, relu2_2: 2 },
  tvWeight: 1e-3,
};

/** The same tile cut open elsewhere. */
function rolled({ width, height, channels, data }: FloatImage, right: number, down: number): FloatImage {
  const result = new Float32Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < channels; c++) {
        const from = (((y - down + height) % height) * width + ((x - right + width) % width)) * channels + c;
        result[(y * width + x) * channels + c] = data[from];
      }
  return { width, height, channels, data: result };
}

describe('J(G) of a tile and its gradient', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await cpuEngine();
  });
  afterEach(() => expect(engine.memory().tensors).toBe(0));

  async function evaluate(g: FloatImage, c: FloatImage = content, tiles?: Tile[]) {
    return (await evaluateEach(engine, { model, content: c, style, settings, tiles }, [g]))[0];
  }

  // A shift by whole positions of the deepest layer changes the order of sums alone.
  it('do not depend on where the tile is cut open', async () => {
    const shift = (image: FloatImage): FloatImage => rolled(image, 10, 16);
    const [here, there] = [await evaluate(generated), await evaluate(shift(generated), shift(content))];
    expect(there.parts.total / here.parts.total).toBeCloseTo(1, 5);
    expect(there.parts.tv / here.parts.tv).toBeCloseTo(1, 5);
    expect(relativeDistance(there.gradient, shift({ ...generated, data: here.gradient }).data)).toBeLessThan(1e-4);
  });

  // Central differences in float32: the step is a compromise between curvature and rounding, hence 2 %.
  it('agree with finite differences', async () => {
    const { gradient } = await evaluate(generated);
    const direction = Float32Array.from(gradient, (value, i) => Math.sign(value) * (i % 3 === 0 ? 1 : 0.5));
    const at = async (t: number) =>
      (await evaluate({ ...generated, data: generated.data.map((value, i) => value + t * direction[i]) })).parts.total;
    const measured = ((await at(0.25)) - (await at(-0.25))) / 0.5;
    const predicted = gradient.reduce((sum, value, i) => sum + value * direction[i], 0);
    expect(Math.abs(measured - predicted)).toBeLessThan(0.02 * Math.abs(predicted));
  });

  // Sums over parts differ from one sum by float32 rounding alone. 20 pixels with their surroundings go round the tile.
  it.each([26, 20])('are the same in parts of %i pixels', async (maximumPatch) => {
    const tiles = planTiles(WIDTH, HEIGHT, layerGeometries(model).get('relu2_2')!, maximumPatch, true);
    expect(tiles.length).toBeGreaterThan(3);
    const [whole, parts] = [await evaluate(generated), await evaluate(generated, content, tiles)];
    expect(parts.parts.total / whole.parts.total).toBeCloseTo(1, 5);
    expect(relativeDistance(parts.gradient, whole.gradient)).toBeLessThan(1e-4);
  });
});

describe('sizes', () => {
  const images = { content: randomPicture(250, 190, 4), styles: [{ image: randomPicture(60, 70, 5), weight: 1, mask: null }], mask: null };

  it('are whole positions of every layer at every scale, and the layer keeps its own', () => {
    const prepared = prepareImages({ ...images, size: null }, settings);
    expect(sizesAtScale(prepared, 1).content).toEqual({ width: 256, height: 192 });
    expect(sizesAtScale(prepared, 0.4).content).toEqual({ width: 96, height: 80 });
    expect(imagesAtScale(prepared, 0.4).content).toMatchObject({ width: 96, height: 80 });
    expect(prepared.size).toEqual({ width: 250, height: 190 });
  });

  it('are what was asked for where nothing wraps', () => {
    const prepared = prepareImages({ ...images, size: null }, gramSettings);
    expect(sizesAtScale(prepared, 1).content).toEqual({ width: 250, height: 190 });
  });
});

it('resamples a tile the same wherever it is cut open, up and down', () => {
  const image = rgbOf(randomPicture(24, 20, 6));
  const up = resample(image, 48, 40, true);
  const shiftedUp = resample(rolled(image, 7, 3), 48, 40, true);
  expect(relativeDistance(shiftedUp.data, rolled(up, 14, 6).data)).toBeLessThan(1e-6);
  const down = resample(image, 12, 10, true);
  expect(relativeDistance(resample(rolled(image, 4, 6), 12, 10, true).data, rolled(down, 2, 3).data)).toBeLessThan(1e-6);
});
