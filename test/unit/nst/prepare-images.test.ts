import { prepareImages, type StyleTransferImages } from '../../../src/nst/images/prepare-images';
import { defaultSettings } from '../../../src/nst/settings';
import { randomPicture } from './engine-for-tests';

const opaque = randomPicture(24, 20, 1);
const transparent = randomPicture(24, 20, 2, () => 0);
const black = { ...opaque, data: opaque.data.map((value, i) => (i % 4 === 3 ? value : 0)) };

function images(change: Partial<StyleTransferImages> & { style?: typeof opaque }): StyleTransferImages {
  return { content: opaque, styles: [{ image: change.style ?? opaque, weight: 1, mask: null }], mask: null, size: null, ...change };
}

describe('pictures of which nothing counts', () => {
  it.each<[string, StyleTransferImages, string, RegExp]>([
    ['a transparent content', images({ content: transparent }), 'nothing-visible', /^The content image is fully transparent; choose/],
    ['a transparent style', images({ style: transparent }), 'nothing-visible', /^A style image is fully transparent; choose/],
    ['a black mask', images({ mask: black }), 'nothing-selected', /^The mask selects nothing that is visible; paint/],
    [
      'a black mask of a style',
      images({ styles: [{ image: opaque, weight: 1, mask: black }] }),
      'nothing-selected',
      /^The mask of a style selects nothing; paint/,
    ],
  ])('%s is refused with a sentence', (_name, given, code, message) => {
    expect(() => prepareImages(given, defaultSettings)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) as string }),
    );
  });
});

describe('what is hidden', () => {
  const hole = (x: number): boolean => x < 8;
  const content = randomPicture(24, 20, 3, (x) => (hole(x) ? 0 : 200));

  it('keeps its bytes, whatever G became there', () => {
    const prepared = prepareImages(images({ content }), defaultSettings);
    const white = { ...prepared.content, data: prepared.content.data.map(() => 255) };
    const layer = prepared.compose(white);
    for (let i = 0; i < 24 * 20; i++) {
      const expected = hole(i % 24) ? [...content.data.subarray(4 * i, 4 * i + 4)] : [255, 255, 255, 200];
      expect([...layer.data.subarray(4 * i, 4 * i + 4)]).toEqual(expected);
    }
  });

  it('does not reach what the network sees', () => {
    const other = { ...content, data: content.data.map((value, i) => (hole(Math.floor(i / 4) % 24) && i % 4 < 3 ? 255 - value : value)) };
    expect(prepareImages(images({ content: other }), defaultSettings).content.data).toEqual(
      prepareImages(images({ content }), defaultSettings).content.data,
    );
  });
});
