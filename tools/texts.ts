/**
 * `npm run texts`: writes the English catalogue from the texts in the code, takes out of the translations what no text has any
 * more, and lists what each of them lacks.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathOf, problemsOf, readCatalogue, SOURCE_LANGUAGE, textOf, translatedLanguages } from './texts/catalogues';
import { collectTexts, type Catalogue } from './texts/collect-texts';

const english = collectTexts();
write(SOURCE_LANGUAGE, english);
console.log(`${SOURCE_LANGUAGE}: ${Object.keys(english).length} texts.`);

for (const language of translatedLanguages()) {
  const kept = Object.fromEntries(Object.entries(readCatalogue(language)).filter(([key]) => english[key]));
  write(language, kept);
  const problems = problemsOf(english, kept);
  console.log(`${language}: ${problems.length === 0 ? 'complete.' : `${problems.length} to do:`}`);
  problems.forEach((problem) => console.log(`  ${problem}`));
}

function write(language: string, catalogue: Catalogue): void {
  mkdirSync(dirname(pathOf(language)), { recursive: true });
  writeFileSync(pathOf(language), textOf(catalogue));
}
