import { count, sentenceOf } from '../../../bench/judge/count';
import type { Key } from '../../../bench/judge/key';
import { parseAnswers, parseKey } from '../../../bench/judge/parse';

const KEY: Key = {
  folders: { a: 'old', b: 'new' },
  seed: 1,
  pairs: [
    { name: 'cat', first: 'a' },
    { name: 'sign', first: 'b' },
    { name: 'face', first: 'b' },
    { name: 'rocket', first: 'a' },
  ],
};

it('counts who was preferred, wherever it was shown', () => {
  expect(count(KEY, [1, 1, 2, 0])).toEqual({ a: 2, b: 1, ties: 1 });
  expect(count(KEY, [2, 1, 1, 2])).toEqual({ a: 0, b: 4, ties: 0 });
  expect(sentenceOf(count(KEY, [1, 1, 2, 0]))).toBe('A preferred in 2 of 4; B in 1; no difference in 1.');
});

it('reads the key and the answers that it wrote', () => {
  expect(parseKey(JSON.stringify(KEY))).toEqual(KEY);
  expect(parseAnswers('[1, 2, 0, 1]', KEY)).toEqual([1, 2, 0, 1]);
});

it.each([
  ['{"pairs": []}', /--key is not the file/],
  ['{"pairs": [{"name": "cat", "first": "c"}]}', /--key is not the file/],
  ['null', /--key is not the file/],
  ['cat', /--key is not the file/],
])('refuses %s as a key', (text, sentence) => {
  expect(() => parseKey(text)).toThrow(sentence);
});

it.each([
  ['{"cat": 1}', /must be a list such as \[1, 2, 0\]/],
  ['1, 2', /must be a list/],
  ['[1, 2, 0]', /has 3 answers, but the key has 4 pairs/],
  ['[1, 2, 0, 3]', /answer 4 must be 1, 2 or 0, not 3/],
  ['[1, "2", 0, 0]', /answer 2 must be 1, 2 or 0, not "2"/],
])('refuses %s as answers', (text, sentence) => {
  expect(() => parseAnswers(text, KEY)).toThrow(sentence);
});
