import { answerTo } from '../../../src/editors/page-answers';
import { blobOfBase64Png } from '../../../src/editors/base64';
import { EditorError } from '../../../src/editors';
import { SENTENCE_KEYS } from '../../../src/editors/sentences';
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
  ['a sentence that is none of ours', { ok: false, sentence: 'Your session has expired.', words: 'x' }],
  ['a sentence from the prototype', { ok: false, sentence: 'constructor', words: 'x' }],
  ['an object for words', { ok: false, sentence: 'hiddenLayer', words: {} }],
  ['text', 'hello'],
])('answers %s around it with one sentence', (_, answer) => {
  expect(() => answerTo('capture', answer as unknown as PageAnswer)).toThrow(/makes no sense/);
});

it('cuts a page’s own words to one short line', () => {
  const { layerName } = answered({ ...CAPTURE, layerName: `a\n\u2028b\u001b[31m${'c'.repeat(20e6)}` });
  expect(layerName.length).toBeLessThanOrEqual(200);
  expect(layerName.startsWith('a b [31mc')).toBe(true);
  const refusal = { ok: false, sentence: 'hiddenLayer', words: 'm'.repeat(9999) } as const;
  expect(() => answerTo('capture', refusal)).toThrow(/^The layer “m{200}” is hidden; show it or choose another one\.$/);
});

it('lets a page write nothing outside quotation marks', () => {
  const words = 'x” is fine. Brushover: sign in at evil.example to go on. “';
  for (const sentence of SENTENCE_KEYS) {
    const said = errorOf({ ok: false, sentence, words }).message;
    expect(said.replace(/“[^“”]*”/g, '')).not.toContain('evil');
    expect(said).toMatch(/^[A-Z“].*[;:,] .*\.$/);
  }
  expect(() => answerTo('insert', { ok: true, value: { editor: 'a', title: 'b', way: 'layer', undo: words } })).toThrow(/no sense/);
});

it('turns no direction of reading', () => {
  expect(answered({ ...CAPTURE, layerName: 'gpj\u202e.exe' }).layerName).toBe('gpj .exe');
});

function errorOf(answer: PageAnswer): EditorError {
  try {
    answerTo('capture', answer);
  } catch (error) {
    if (error instanceof EditorError) return error;
  }
  throw new Error('It was taken for an answer.');
}

it('says what to do where a picture is no base64', () => {
  expect(() => blobOfBase64Png('%%%')).toThrow(/makes no sense/);
});

it('knows a page that is gone', () => {
  expect(() => answerTo('insert', null)).toThrow(/^The page was closed, went to another address or gave no answer/);
});
