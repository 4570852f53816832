import { preparedOrder, type StylizeOrder } from '../../../src/library/order';
import { defaultSettings } from '../../../src/nst/settings';
import { scene } from '../../browser/extension/pictures';

const content = scene(20, 16);
const style = scene(16, 20);
const prepared = (order: Partial<Record<keyof StylizeOrder, unknown>>) =>
  preparedOrder({ content, style, ...order } as StylizeOrder, 'wasm', false);

/** A browser's: these tests run where there is none. */
const unreadable = jest.fn(() => Promise.reject(new Error('not an image')));
beforeAll(() => Object.assign(globalThis, { createImageBitmap: unreadable }));
afterAll(() => Reflect.deleteProperty(globalThis, 'createImageBitmap'));

test('one style stands for a list of one, and nothing else needs to be said', async () => {
  expect(await prepared({})).toEqual({
    images: { content, styles: [{ image: style, weight: 1, mask: null }], mask: null, keepMask: null, size: null },
    settings: defaultSettings,
    engine: 'wasm',
    wantsPictures: false,
  });
});

test('several styles keep their weights and masks', async () => {
  const { images } = await prepared({ style: [{ picture: style, weight: 0.5, mask: content }, { picture: content }], size: 64 });
  expect(images).toMatchObject({
    styles: [
      { image: style, weight: 0.5, mask: content },
      { image: content, weight: 1, mask: null },
    ],
    size: 64,
  });
});

test.each([
  [{ size: 15 }, 'bad-setting', '`size` needs a whole number of at least 16.'],
  [{ size: 99.5 }, 'bad-setting', '`size` needs a whole number of at least 16.'],
  [{ style: [] }, 'bad-setting', '`style` needs at least one picture with a weight above 0.'],
  [{ style: [{ picture: style, weight: 0 }] }, 'bad-setting', '`style` needs at least one picture with a weight above 0.'],
  [{ style: [{ picture: style }, { picture: style, weight: -1 }] }, 'bad-setting', 'The weight of a style needs a number of at least 0.'],
  [{ style: [{ picture: style, weight: Infinity }] }, 'bad-setting', 'The weight of a style needs a number of at least 0.'],
  [{ settings: { evaluations: 0 } }, 'bad-setting', 'The setting evaluations needs a whole number from 1 to 10000.'],
  [{ content: undefined }, 'not-an-image', "The content can't be read; give a picture that has loaded."],
  [{ content: 'photo.jpg' }, 'not-an-image', "The content can't be read; give a picture that has loaded."],
  [{ style: new Blob(['text']) }, 'not-an-image', "A style can't be read; give a picture that has loaded."],
  [{ mask: new Blob(['text']) }, 'not-an-image', "The mask can't be read; give a picture that has loaded."],
])('a mistake is answered by one sentence: %#', async (order, code, message) => {
  await expect(prepared(order)).rejects.toMatchObject({ name: 'StylizeError', code, message });
});
