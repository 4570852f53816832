import type { Engine } from '../../../src/nst/engines/engine';
import { layerGeometries } from '../../../src/nst/geometry';
import { rgbOf } from '../../../src/nst/images/rgb';
import type { Model } from '../../../src/nst/model/model';
import type { Coverage } from '../../../src/nst/position-weights';
import { gramSettings, type StyleTransferSettings } from '../../../src/nst/settings';
import { planTiles, type Tile } from '../../../src/nst/tiles';
import { cpuEngine, randomPicture, smallModel } from './engine-for-tests';
import { evaluateEach, relativeDistance } from './evaluate-once';

const WIDTH = 37;
const HEIGHT = 30;
const model = smallModel();
const content = rgbOf(randomPicture(WIDTH, HEIGHT, 1));
const style = rgbOf(randomPicture(28, 33, 2));
const generated = rgbOf(randomPicture(WIDTH, HEIGHT, 3));

const settings: StyleTransferSettings = {
  ...gramSettings,
  contentLayers: { relu2_1: 1, relu1_2: 0.5 },
  styleLayers: { relu1_1: 1, relu2_2: 2 },
  tvWeight: 1e-3,
};

interface Setup {
  model?: Model;
  settings?: Partial<StyleTransferSettings>;
  tiles?: Tile[];
  coverage?: Coverage;
}

async function evaluate(engine: Engine, pixels: Float32Array, setup: Setup = {}) {
  const inputs = { model, content, style, ...setup, settings: { ...settings, ...setup.settings } };
  const [result] = await evaluateEach(engine, inputs, [{ ...generated, data: pixels }]);
  return result;
}

const seed: Partial<StyleTransferSettings> = { normalization: 'seed', contentWeight: 1e-3, styleWeight: 1e-2 };

describe('J(G) and its gradient', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await cpuEngine();
  });
  afterEach(() => expect(engine.memory().tensors).toBe(0));

  const variants: [string, Setup][] = [
    ['balanced, average pooling', {}],
    ['seed normalization', { settings: seed }],
    ['max pooling', { settings: { pooling: 'max' } }],
    ['replicate padding', { settings: { padding: 'replicate' } }],
    ['reflect padding', { settings: { padding: 'reflect' } }],
    ['a mask', { coverage: circle() }],
  ];

  // Central differences in float32: the step is a compromise between curvature and rounding, hence 2 %.
  it.each(variants)('agrees with finite differences: %s', async (_name, setup) => {
    const { gradient } = await evaluate(engine, generated.data, setup);
    const direction = Float32Array.from(gradient, (value, i) => Math.sign(value) * (i % 3 === 0 ? 1 : 0.5));
    const moved = (t: number) => generated.data.map((value, i) => value + t * direction[i]);
    const step = 0.25;
    const measured =
      ((await evaluate(engine, moved(step), setup)).parts.total - (await evaluate(engine, moved(-step), setup)).parts.total) / (2 * step);
    const predicted = gradient.reduce((sum, value, i) => sum + value * direction[i], 0);
    expect(Math.abs(measured - predicted)).toBeLessThan(0.02 * Math.abs(predicted));
  });

  // Sums over tiles differ from one sum by float32 rounding alone.
  it.each<[string, Setup]>([
    ['balanced', {}],
    ['seed normalization', { settings: seed }],
    ['max pooling', { settings: { pooling: 'max' } }],
    ['replicate padding', { settings: { padding: 'replicate' } }],
    ['a mask', { coverage: circle() }],
  ])('is the same in tiles: %s', async (_name, setup) => {
    const tiles = planTiles(WIDTH, HEIGHT, layerGeometries(model).get('relu2_2')!, 26);
    expect(tiles.length).toBeGreaterThan(3);
    const whole = await evaluate(engine, generated.data, setup);
    const tiled = await evaluate(engine, generated.data, { ...setup, tiles });
    expect(tiled.parts.total / whole.parts.total).toBeCloseTo(1, 5);
    expect(relativeDistance(tiled.gradient, whole.gradient)).toBeLessThan(1e-4);
  });

  it('has no content loss where G is C', async () => {
    const { parts } = await evaluate(engine, content.data);
    expect(parts.content).toBeLessThan(1e-9);
    expect(parts.style).toBeGreaterThan(1e-3);
  });

  it('does not see what a mask hides', async () => {
    const coverage = circle();
    const shown = await evaluate(engine, generated.data, { coverage });
    const farAway = generated.data.map((value, i) => (Math.floor(i / 3) % WIDTH > 35 ? 255 - value : value));
    const changed = await evaluate(engine, farAway, { coverage, settings: { tvWeight: 0 } });
    expect(changed.parts.style).toBeCloseTo(shown.parts.style, 6);
    expect(changed.parts.content).toBeCloseTo(shown.parts.content, 6);
  });

  // In a network that hands pixels on as they are, the layer's gradient is the picture's.
  it.each([1, 2.5])('gives a normalised layer gradient an L1 norm of its weight, β·λ: λ = %p', async (weight) => {
    const { gradient } = await evaluate(engine, generated.data, {
      model: identityModel(),
      settings: { normalizeGradients: true, styleWeight: 3, tvWeight: 0, styleLayers: { relu1_1: weight }, contentLayers: {} },
    });
    expect(gradient.reduce((sum, value) => sum + Math.abs(value), 0)).toBeCloseTo(3 * weight, 4);
  });

  it('gives content and style gradients of one layer an L1 norm each', async () => {
    const normalised = { normalizeGradients: true, contentWeight: 5, styleWeight: 3, tvWeight: 0 };
    const l1 = async (layers: Partial<StyleTransferSettings>): Promise<Float32Array> =>
      (await evaluate(engine, generated.data, { model: identityModel(), settings: { ...normalised, ...layers } })).gradient;
    const content = await l1({ contentLayers: { relu1_1: 1 }, styleLayers: {} });
    const style = await l1({ contentLayers: {}, styleLayers: { relu1_1: 1 } });
    const both = await l1({ contentLayers: { relu1_1: 1 }, styleLayers: { relu1_1: 1 } });
    expect(content.reduce((sum, value) => sum + Math.abs(value), 0)).toBeCloseTo(5, 4);
    expect(
      relativeDistance(
        both,
        content.map((value, i) => value + style[i]),
      ),
    ).toBeLessThan(1e-5);
  });
});

/** One layer whose activations are the pixels, lifted so that ReLU lets all of them through. */
function identityModel(): Model {
  const kernel = new Float32Array(9 * 3 * 3);
  for (let channel = 0; channel < 3; channel++) kernel[(4 * 3 + channel) * 3 + channel] = 1;
  const layer = { name: 'relu1_1', poolBefore: false, inputChannels: 3, outputChannels: 3, kernel, bias: new Float32Array(3).fill(200) };
  return { id: 'identity', name: 'Identity', channelOffsets: [-120, -115, -105], layers: [layer] };
}

function circle(): Coverage {
  const weights = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const x = i % WIDTH;
    const y = Math.floor(i / WIDTH);
    return Math.hypot(x - 18, y - 14) < 9 ? 1 : 0;
  });
  return { width: WIDTH, height: HEIGHT, weights };
}
