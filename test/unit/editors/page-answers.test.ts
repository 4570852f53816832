import { answerTo } from '../../../src/editors/page-answers';
import { blobOfBase64Png } from '../../../src/editors/base64';
import type { PageAnswer } from '../../../src/editors/page/page-calls';

const CAPTURE = {
  editor: 'konva',
  title: 'Konva editor',
  layerId: '3',
  layerName: 'Photo',
  x: 1,
  y: -2,
  width: 4,
  height: 3,
  documentName: 'a',
  documentWidth: 10,
  documentHeight: 10,
  selection: null,
  selectionMask: null,
  png: 'iVBORw0KGgo=',
};
const answered = (value: unknown) => answerTo('capture', { ok: true, value });

it('takes what an editor answers', () => {
  expect(answered(CAPTURE)).toEqual(CAPTURE);
  expect(answerTo('describe', { ok: true, value: null })).toBeNull();
});

it.each([
  ['no picture', { ...CAPTURE, png: undefined }],
  ['an empty picture', { ...CAPTURE, png: '' }],
  ['a width of NaN', { ...CAPTURE, width: NaN }],
  ['a negative height', { ...CAPTURE, height: -3 }],
  ['a side of a million', { ...CAPTURE, width: 1e6 }],
  ['an object for a name', { ...CAPTURE, layerName: { toString: 1 } }],
  ['an endless key', { ...CAPTURE, layerId: 'a'.repeat(1e5) }],
  ['a selection without sides', { ...CAPTURE, selection: { x: 0, y: 0 } }],
  ['nothing', undefined],
  ['a number', 7],
])('answers %s with one sentence', (_, value) => {
  expect(() => answered(value)).toThrow('The page answered what makes no sense; reload it and try again.');
});

it.each([
  ['another shape', { fine: true }],
  ['an unknown code', { ok: false, code: 'give-me', message: 'x' }],
  ['an object for a sentence', { ok: false, code: 'busy', message: {} }],
  ['text', 'hello'],
])('answers %s around it with one sentence', (_, answer) => {
  expect(() => answerTo('capture', answer as unknown as PageAnswer)).toThrow(/makes no sense/);
});

it('cuts a page’s own words to one short line', () => {
  const { layerName } = answered({ ...CAPTURE, layerName: `a\n\u2028b\u001b[31m${'c'.repeat(20e6)}` });
  expect(layerName.length).toBeLessThanOrEqual(200);
  expect(layerName.startsWith('a b [31mc')).toBe(true);
  expect(() => answerTo('capture', { ok: false, code: 'busy', message: 'm'.repeat(9999) })).toThrow(/^m{400}$/);
});

it('says what to do where a picture is no base64', () => {
  expect(() => blobOfBase64Png('%%%')).toThrow(/makes no sense/);
});

it('knows a page that is gone', () => {
  expect(() => answerTo('insert', null)).toThrow(/closed or went to another address/);
});
