import { markedTexts, sentencesIn } from '../../../tools/texts/texts-in-code';

const english = (found: { english: string }[]) => found.map((text) => text.english);

it('collects what is marked, with a number for each value', () => {
  const source = "const a = <p title={translate`Layer`}>{translate`${n} of ${m} done`}</p>; translateText('Costs $'); other`No`;";
  expect(english(markedTexts('a.tsx', source))).toEqual(['Layer', '$1 of $2 done', 'Costs $$']);
});

it('collects sentences of code that knows nothing of translation, and no code', () => {
  const source =
    "import x from 'A b'; const css = 'Color: {red}'; fail('The file is empty; choose another.'); fail(`“${a}” is gone.`); key('no-file'); type T = 'A b';";
  expect(english(sentencesIn('a.ts', source))).toEqual(['The file is empty; choose another.', '“$1” is gone.']);
});
