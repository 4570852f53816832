import { readFileSync } from 'node:fs';
import { messageKey } from '../../../src/texts/message-key';
import { pathOf, problemsOf, readCatalogue, SOURCE_LANGUAGE, textOf, translatedLanguages } from '../../../tools/texts/catalogues';
import { collectTexts } from '../../../tools/texts/collect-texts';

const english = collectTexts();

it('holds every text of the code in English: `npm run texts` writes it', () => {
  expect(readFileSync(pathOf(SOURCE_LANGUAGE), 'utf8')).toBe(textOf(english));
});

it('is said in every language, with the same values', () => {
  const problems = translatedLanguages().map((language) => [language, problemsOf(english, readCatalogue(language))]);
  expect(problems.filter(([, found]) => found?.length)).toEqual([]);
});

it('tells of what is missing, left over or has other values', () => {
  const source = { a: { message: 'A $1' }, b: { message: 'B' }, c: { message: '$1 of $2' } };
  const translation = { a: { message: 'A' }, c: { message: '$2: $1' }, d: { message: 'D' } };
  expect(problemsOf(source, translation)).toEqual([
    'b is missing.',
    'd is of no text in the code any more.',
    'a has other values than “A $1”.',
  ]);
});

it('describes the extension in no more letters than stores take', () => {
  const { description } = JSON.parse(readFileSync('manifest.json', 'utf8')) as { description: string };
  const long = [SOURCE_LANGUAGE, ...translatedLanguages()].filter(
    (language) => (readCatalogue(language)[messageKey(description)]?.message.length ?? 0) > 132,
  );
  expect(long).toEqual([]);
});
