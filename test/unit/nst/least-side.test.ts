import type { RgbaImage } from '../../../src/nst/images/image';
import { continued, withoutContinuation } from '../../../src/nst/images/least-side';
import { prepareImages } from '../../../src/nst/images/prepare-images';
import { imagesAtScale, sizesAtScale } from '../../../src/nst/plan/objective-inputs';
import { gramSettings } from '../../../src/nst/settings';
import { randomPicture } from './engine-for-tests';

/** Red tells the column, green the row. */
function numbered(width: number, height: number): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) data.set([i % width, Math.floor(i / width), 0, 255], 4 * i);
  return { width, height, data };
}

function columnsOf({ width, data }: RgbaImage): number[] {
  return Array.from({ length: width }, (_, x) => data[4 * x]);
}

it('mirrors a short picture until the network can see it', () => {
  const wide = continued(numbered(3, 40));
  expect([wide.width, wide.height]).toEqual([16, 40]);
  expect(columnsOf(wide)).toEqual([0, 1, 2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0, 1, 2, 2]);
});

it('leaves other pictures as they are', () => {
  const picture = numbered(16, 17);
  expect(continued(picture)).toBe(picture);
});

it.each([
  [2, 2],
  [300, 2],
  [15, 15],
  [3, 200],
])('gives a layer of %d × %d back at its size, at every scale', (width, height) => {
  const content = randomPicture(width, height, 1);
  const images = { content, styles: [{ image: randomPicture(90, 8, 2), weight: 1, mask: null }], mask: content, size: null };
  const prepared = prepareImages(images, gramSettings);
  for (const scale of [1, 0.5, 0.1]) {
    const { content: seen, styles } = imagesAtScale(prepared, scale);
    expect(sizesAtScale(prepared, scale).content).toEqual({ width: seen.width, height: seen.height });
    for (const side of [seen, ...styles.map(({ image }) => image)].flatMap((image) => [image.width, image.height]))
      expect(side).toBeGreaterThanOrEqual(16);
  }
  const layer = prepared.compose(prepared.content);
  expect([layer.width, layer.height]).toEqual([width, height]);
});

it('takes the continuation off a picture of another scale', () => {
  const half = withoutContinuation(numbered(75, 16), { width: 150, height: 32 }, { width: 150, height: 4 });
  expect([half.width, half.height]).toEqual([75, 2]);
});
