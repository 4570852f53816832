import { askEditor } from '../../../src/editors/adapters/self-described-answers';

const DOCUMENT = { name: 'a', width: 10, height: 10, layers: [{ id: '1', name: 'Photo' }], activeLayer: '1' };
const ask = (call: 'document' | 'readLayer' | 'insertLayer', answer: unknown) => askEditor(call, () => answer);

beforeAll(() => {
  // The kinds of pictures that a page has and Node lacks.
  for (const kind of ['ImageData', 'ImageBitmap', 'HTMLCanvasElement', 'OffscreenCanvas']) Reflect.set(globalThis, kind, class {});
});

it('takes what the convention allows, at once or as a promise', async () => {
  expect(await ask('document', DOCUMENT)).toEqual(DOCUMENT);
  expect(await ask('document', Promise.resolve(null))).toBeNull();
  expect(await ask('insertLayer', { id: '7' })).toEqual({ id: '7' });
  const image = new Blob(['x']);
  expect(await ask('readLayer', { image, alpha: 0.5, selection: null })).toEqual({ image, alpha: 0.5, selection: null });
});

it.each([
  ['document', { ...DOCUMENT, width: 0 }, 'document.width'],
  ['document', { ...DOCUMENT, width: 1e6 }, 'document.width'],
  ['document', { ...DOCUMENT, height: NaN }, 'document.height'],
  ['document', { ...DOCUMENT, layers: [{ id: 1, name: 'Photo' }] }, 'document.layers.0.id'],
  ['document', { ...DOCUMENT, layers: new Array(10_001).fill(DOCUMENT.layers[0]) }, 'document.layers'],
  ['document', { ...DOCUMENT, activeLayer: undefined }, 'document.activeLayer'],
  ['document', 'hello', 'document:'],
  ['readLayer', { image: 'data:image/png;base64,' }, 'readLayer.image'],
  ['readLayer', { image: new Blob(), alpha: 2 }, 'readLayer.alpha'],
  ['readLayer', { image: new Blob(), x: Infinity }, 'readLayer.x'],
  ['readLayer', { image: new Blob(), selection: { x: 0, y: 0 } }, 'readLayer.selection.width'],
  ['insertLayer', undefined, 'insertLayer:'],
  ['insertLayer', { id: '' }, 'insertLayer.id'],
] as const)('names what is wrong in %s', async (call, answer, part) => {
  const answered = ask(call, answer);
  await expect(answered).rejects.toThrow(/^This editor answers Brushover wrongly at “.+”; tell its makers, or save the picture/);
  await expect(answered).rejects.toThrow(part);
});

it('quotes the editor’s own sentence', async () => {
  const throwing = () => Promise.reject(new Error('Finish the text, then try again.'));
  await expect(askEditor('readLayer', throwing)).rejects.toThrow(
    'The page says: “Finish the text, then try again.”; see to that, then try again.',
  );
  const silent = () => {
    throw new Error('');
  };
  await expect(askEditor('readLayer', silent)).rejects.toThrow(/^The editor does not answer: finish or close/);
});
