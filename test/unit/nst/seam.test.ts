/** What a result looks like where its copies meet, side by side and one above the other. */
import type { Engine } from '../../../src/nst/engines/engine';
import type { RgbaImage } from '../../../src/nst/images/image';
import { gramSettings, type StyleTransferSettings } from '../../../src/nst/settings';
import { stylize } from '../../../src/nst/stylize';
import { openEngine } from '../wasm-engine/open-engine';
import { randomPicture, smallModel } from './engine-for-tests';

const [WIDTH, HEIGHT] = [50, 38];
const settings: StyleTransferSettings = {
  ...gramSettings,
  contentLayers: { relu2_1: 1 },
  styleLayers: { relu1_1: 1, relu2_2: 1 },
  evaluations: 12,
  scales: 2,
};

/** Dark at the left and the top, bright at the right and the bottom: as far from a tile as can be. */
const slope: RgbaImage = {
  width: WIDTH,
  height: HEIGHT,
  data: Uint8ClampedArray.from({ length: 4 * WIDTH * HEIGHT }, (_, i) => {
    const [x, y] = [Math.floor(i / 4) % WIDTH, Math.floor(i / 4 / WIDTH)];
    return i % 4 === 3 ? 255 : 30 + 2 * x + 2 * y + 10 * Math.sin(x + y);
  }),
};

/** The mean difference of neighbours across each seam, over that of all other neighbours in the same direction. */
function seams({ width, height, data }: RgbaImage): number[] {
  const steps: [number, number][] = [
    [1, 0],
    [0, 1],
  ];
  return steps.map(([dx, dy]) => {
    const [seam, within]: [number[], number[]] = [[], []];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const [i, j] = [4 * (y * width + x), 4 * (((y + dy) % height) * width + ((x + dx) % width))];
        const across = x + dx === width || y + dy === height;
        for (let c = 0; c < 3; c++) (across ? seam : within).push(Math.abs(data[i + c] - data[j + c]));
      }
    return meanOf(seam) / meanOf(within);
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('the seam of a result that is no multiple of sixteen', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterAll(() => engine.destroy());

  async function result(padding: StyleTransferSettings['padding']): Promise<RgbaImage> {
    const images = { content: slope, styles: [{ image: randomPicture(40, 44, 2), weight: 1, mask: null }], mask: null, size: null };
    const { image } = await stylize(engine, smallModel(), images, { ...settings, padding });
    expect([image.width, image.height]).toEqual([WIDTH, HEIGHT]);
    return image;
  }

  // 50 or 38 neighbours are a small sample: their mean scatters by a tenth.
  it('is no sharper than elsewhere where the picture wraps', async () => {
    for (const seam of seams(await result('wrap'))) expect(seam).toBeLessThan(1.25);
  });

  it('is seen where it does not', async () => {
    for (const seam of seams(await result('zero'))) expect(seam).toBeGreaterThan(1.5);
  });
});
