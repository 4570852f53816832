import type { Engine, Tensor } from '../../../src/nst/engines/engine';
import { layerGeometries } from '../../../src/nst/geometry';
import { rgbOf } from '../../../src/nst/images/rgb';
import { Network } from '../../../src/nst/network';
import { Objective } from '../../../src/nst/objective';
import type { Coverage } from '../../../src/nst/position-weights';
import { defaultSettings, type StyleTransferSettings } from '../../../src/nst/settings';
import { planTiles, wholeImage, type Tile } from '../../../src/nst/tiles';
import { cpuEngine, randomPicture, smallModel } from './engine-for-tests';

const WIDTH = 37;
const HEIGHT = 30;
const model = smallModel();
const content = rgbOf(randomPicture(WIDTH, HEIGHT, 1)).data;
const style = rgbOf(randomPicture(28, 33, 2)).data;
const generated = rgbOf(randomPicture(WIDTH, HEIGHT, 3)).data;

const settings: StyleTransferSettings = {
  ...defaultSettings,
  contentLayers: { relu2_1: 1, relu1_2: 0.5 },
  styleLayers: { relu1_1: 1, relu2_2: 2 },
  tvWeight: 1e-3,
};

interface Setup {
  settings?: Partial<StyleTransferSettings>;
  tiles?: Tile[];
  coverage?: Coverage;
}

async function evaluateOnce(engine: Engine, pixels: Float32Array, setup: Setup = {}) {
  const all = { ...settings, ...setup.settings };
  const network = Network.prepare(engine, model, 'relu2_2', all);
  const images: Tensor[] = [engine.upload(content, [HEIGHT, WIDTH, 3]), engine.upload(style, [33, 28, 3]), engine.upload(pixels, [HEIGHT, WIDTH, 3])];
  const objective = await Objective.create(
    engine,
    network,
    layerGeometries(model),
    {
      content: images[0],
      coverage: setup.coverage ?? null,
      styles: [{ image: images[1], tiles: [wholeImage(28, 33)], coverage: null, region: null, weight: 1 }],
      tiles: setup.tiles ?? [wholeImage(WIDTH, HEIGHT)],
    },
    all,
  );
  const pending = objective.evaluate(images[2]);
  const { parts } = await pending.read();
  const gradient = await engine.read(pending.gradient);
  engine.dispose(pending.gradient, ...images);
  objective.dispose();
  network.dispose();
  return { parts, gradient };
}

function relativeDistance(a: Float32Array, b: Float32Array): number {
  let difference = 0;
  let size = 0;
  for (let i = 0; i < a.length; i++) {
    difference += (a[i] - b[i]) ** 2;
    size += b[i] ** 2;
  }
  return Math.sqrt(difference / size);
}

describe('J(G) and its gradient', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await cpuEngine();
  });
  afterEach(() => expect(engine.memory().tensors).toBe(0));

  const variants: [string, Setup][] = [
    ['balanced, average pooling', {}],
    ['seed normalization', { settings: { normalization: 'seed', contentWeight: 1e-3, styleWeight: 1e-2 } }],
    ['max pooling', { settings: { pooling: 'max' } }],
    ['replicate padding', { settings: { padding: 'replicate' } }],
    ['reflect padding', { settings: { padding: 'reflect' } }],
    ['a mask', { coverage: circle() }],
  ];

  // Central differences in float32: the step is a compromise between curvature and rounding, hence 2 %.
  it.each(variants)('agrees with finite differences: %s', async (_name, setup) => {
    const { gradient } = await evaluateOnce(engine, generated, setup);
    const direction = Float32Array.from(gradient, (value, i) => Math.sign(value) * (i % 3 === 0 ? 1 : 0.5));
    const at = async (t: number) => (await evaluateOnce(engine, generated.map((value, i) => value + t * direction[i]), setup)).parts.total;
    const step = 0.25;
    const measured = ((await at(step)) - (await at(-step))) / (2 * step);
    const predicted = gradient.reduce((sum, value, i) => sum + value * direction[i], 0);
    expect(Math.abs(measured - predicted)).toBeLessThan(0.02 * Math.abs(predicted));
  });

  it.each(variants)('is the same in tiles: %s', async (_name, setup) => {
    if (setup.coverage || setup.settings?.padding) return;
    const deepest = layerGeometries(model).get('relu2_2')!;
    const tiles = planTiles(WIDTH, HEIGHT, deepest, 26);
    expect(tiles.length).toBeGreaterThan(3);
    const whole = await evaluateOnce(engine, generated, setup);
    const tiled = await evaluateOnce(engine, generated, { ...setup, tiles });
    expect(tiled.parts.total / whole.parts.total).toBeCloseTo(1, 5);
    expect(relativeDistance(tiled.gradient, whole.gradient)).toBeLessThan(1e-4);
  });

  it('is the same in tiles with a mask', async () => {
    const deepest = layerGeometries(model).get('relu2_2')!;
    const coverage = circle();
    const whole = await evaluateOnce(engine, generated, { coverage });
    const tiled = await evaluateOnce(engine, generated, { coverage, tiles: planTiles(WIDTH, HEIGHT, deepest, 26) });
    expect(tiled.parts.total / whole.parts.total).toBeCloseTo(1, 5);
    expect(relativeDistance(tiled.gradient, whole.gradient)).toBeLessThan(1e-4);
  });

  it('is zero in content and style where C, S and G are one picture', async () => {
    const { parts } = await evaluateOnce(engine, content, {});
    expect(parts.content).toBeLessThan(1e-9);
  });
});

function circle(): Coverage {
  const weights = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const x = i % WIDTH;
    const y = Math.floor(i / WIDTH);
    return Math.hypot(x - 18, y - 14) < 11 ? 1 : 0;
  });
  return { width: WIDTH, height: HEIGHT, weights };
}
