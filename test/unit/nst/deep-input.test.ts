/** Pictures of 16 bits a channel, up to what the network is shown of them. */
import { composeDeepLayer } from '../../../src/nst/images/compose-layer';
import type { RgbaImage } from '../../../src/nst/images/image';
import { prepareImages, type PreparedImages } from '../../../src/nst/images/prepare-images';
import { resampleRgba } from '../../../src/nst/images/resample';
import { imagesAtScale } from '../../../src/nst/plan/objective-inputs';
import { defaultSettings } from '../../../src/nst/settings';
import { hashPictures } from '../../../src/picture-files/hash-pictures';
import { withBytes } from '../../../src/picture-files/deep';

const [WIDTH, HEIGHT] = [1024, 16];

/** A dark gradient of which 8 bits keep 32 steps. */
function gradient(alpha = 65535): RgbaImage {
  const data = new Uint16Array(4 * WIDTH * HEIGHT).fill(alpha);
  for (let i = 0; i < WIDTH * HEIGHT; i++) data.fill(8000 + 8 * (i % WIDTH), 4 * i, 4 * i + 3);
  return withBytes({ width: WIDTH, height: HEIGHT, data });
}

function prepared(content: RgbaImage, size: number | null = null): PreparedImages {
  return prepareImages({ content, styles: [{ image: content, weight: 1, mask: null }], mask: null, size }, defaultSettings);
}

const levelsOf = (values: Iterable<number>): number => new Set(values).size;

it('reach the network as finely as they are, content and style', () => {
  const { content, styles } = prepared(gradient());
  expect(levelsOf(content.data)).toBe(WIDTH);
  expect(levelsOf(styles[0].image.data)).toBe(WIDTH);
  expect(content.data[3]).toBeCloseTo(8008 / 257, 4);
  const { width, height, data } = gradient();
  expect(levelsOf(prepared({ width, height, data }).content.data)).toBeLessThan(40);
});

it('stay so at another size and at coarse scales', () => {
  const half = prepared(gradient(), WIDTH / 2);
  expect(levelsOf(half.content.data)).toBeGreaterThan(WIDTH / 2 - 8);
  const quarter = imagesAtScale(half, 0.5);
  expect(levelsOf(quarter.content.data)).toBeGreaterThan(WIDTH / 4 - 8);
  expect(levelsOf(quarter.styles[0].image.data)).toBeGreaterThan(WIDTH / 4 - 8);
});

it('can be written again without loss: what the network sees are values of 16 bits', () => {
  const { content } = prepared(gradient(), 600);
  for (const value of content.data) expect(Math.abs(257 * value - Math.round(257 * value))).toBeLessThan(0.01);
});

it('keep their alpha and their hidden colours in 16 bits', () => {
  const source = gradient(300);
  source.deep!.set([1111, 2222, 3333, 0], 0);
  const coverage = {
    width: WIDTH,
    height: HEIGHT,
    weights: Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => source.deep![4 * i + 3] / 65535),
  };
  const visible = prepared(source).content;
  const { data } = composeDeepLayer({ source, coverage, visible, keepsColors: false }, visible);
  expect([...data.subarray(0, 4)]).toEqual([1111, 2222, 3333, 0]);
  expect(data[7]).toBe(300);
});

it('are resampled as in 8 bits, with colour weighted by alpha', () => {
  const { width, height, data, deep } = resampleRgba(gradient(40000), 300, 7);
  expect([width, height]).toEqual([300, 7]);
  expect(Math.max(...[...deep!].map((value, i) => Math.abs(value / 257 - data[i])))).toBeLessThanOrEqual(0.6);
});

it('have another hash than their rounding', async () => {
  const hashOf = async (content: RgbaImage): Promise<string> =>
    (await hashPictures({ content, styles: [], mask: null, start: null })).content;
  const { width, height, data } = gradient();
  expect(await hashOf(gradient())).not.toBe(await hashOf({ width, height, data }));
});
