import type { Engine } from '../../../src/nst/engines/engine';
import type { RgbaImage } from '../../../src/nst/images/image';
import { gramSettings, type StyleTransferSettings } from '../../../src/nst/settings';
import { stylize } from '../../../src/nst/stylize';
import { openEngine } from '../wasm-engine/open-engine';
import { randomPicture, smallModel } from './engine-for-tests';

const settings: StyleTransferSettings = { ...gramSettings, contentLayers: { relu2_1: 1 }, styleLayers: { relu1_1: 1, relu2_2: 1 } };
const TWO_SCALES = [
  { scale: 0.5, evaluations: 3 },
  { scale: 1, evaluations: 3 },
];

const content = randomPicture(48, 40, 1);
const blue = tinted(randomPicture(48, 40, 2), [0.2, 0.3, 1]);

function tinted(picture: RgbaImage, factors: readonly [number, number, number]): RgbaImage {
  return { ...picture, data: picture.data.map((value, i) => (i % 4 === 3 ? value : value * factors[i % 4])) };
}

function meanOf({ data }: RgbaImage, channel: number): number {
  return data.reduce((sum, value, i) => (i % 4 === channel ? sum + value : sum), 0) / (data.length / 4);
}

describe('a run that is guided by the styles’ colours', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterAll(() => engine.destroy());
  afterEach(() => expect(engine.memory().tensors).toBe(0));

  /** What was evaluated, in order. */
  async function picturesOf(change: Partial<StyleTransferSettings>, picture = content): Promise<RgbaImage[]> {
    const pictures: RgbaImage[] = [];
    const images = { content: picture, styles: [{ image: blue, weight: 1, mask: null }], mask: null, size: null };
    await stylize(engine, smallModel(), images, { ...settings, ...change }, { onPicture: (shown) => pictures.push(shown) });
    return pictures;
  }

  it('evaluates the content, then the content in those colours, and only at the first scale', async () => {
    const pictures = await picturesOf({ scales: TWO_SCALES, evaluations: 6 });
    expect(Math.abs(meanOf(pictures[0], 0) - meanOf(content, 0))).toBeLessThan(2);
    for (const channel of [0, 1, 2]) expect(Math.abs(meanOf(pictures[1], channel) - meanOf(blue, channel))).toBeLessThan(3);
    const change = Math.max(...[0, 1, 2].map((channel) => Math.abs(meanOf(pictures[4], channel) - meanOf(pictures[3], channel))));
    expect(pictures).toHaveLength(6);
    expect(change).toBeLessThan(Math.abs(meanOf(pictures[1], 0) - meanOf(pictures[0], 0)) / 2);
  });

  it('goes on from those colours, but not where the style is as good as off', async () => {
    const redAfterTheStart = async (styleWeight: number): Promise<number> =>
      meanOf((await picturesOf({ scales: 1, evaluations: 3, styleWeight }))[2], 0);
    const between = (meanOf(content, 0) + meanOf(blue, 0)) / 2;
    expect(await redAfterTheStart(10)).toBeLessThan(between);
    expect(await redAfterTheStart(1e-6)).toBeGreaterThan(between);
  });

  it('leaves Adam and gradient descent alone', async () => {
    for (const optimizer of ['adam', 'gradient-descent'] as const) {
      const [first, second] = await picturesOf({ optimizer, scales: 1, evaluations: 2 });
      expect(Math.abs(meanOf(second, 0) - meanOf(first, 0))).toBeLessThan(12);
    }
  });

  it('does not see colours that are hidden', async () => {
    const hidden = (value: number) => ({
      ...content,
      data: content.data.map((byte, i) => (Math.floor(i / 4) % 48 < 16 ? (i % 4 === 3 ? 0 : value) : byte)),
    });
    const last = async (value: number): Promise<RgbaImage> => (await picturesOf({ scales: 1, evaluations: 4 }, hidden(value))).at(-1)!;
    const [a, b] = [await last(0), await last(255)];
    const visible = ({ data }: RgbaImage): Uint8ClampedArray => data.filter((_, i) => Math.floor(i / 4) % 48 >= 16);
    expect(visible(a)).toEqual(visible(b));
  });
});
