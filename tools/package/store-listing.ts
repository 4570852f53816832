/** What the stores' forms ask for in words: from the manifest, its catalogues, and store/LANGUAGE.txt. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageKey } from '../../src/texts/message-key';
import { readCatalogue, SOURCE_LANGUAGE, translatedLanguages } from '../texts/catalogues';

const FOLDER = 'dist/packages/listing';
/** The Chrome Web Store's limits, which are the narrowest. */
const MOST = { summary: 132, description: 16_000 };

export interface Listing {
  language: string;
  name: string;
  /** In one line; it stands in the manifest, too. */
  summary: string;
  description: string;
}

/** In every language that has a catalogue. */
export function storeListings(): Listing[] {
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as { name: string; description: string };
  return [SOURCE_LANGUAGE, ...translatedLanguages()].map((language) => ({
    language,
    name: manifest.name,
    summary: readCatalogue(language)[messageKey(manifest.description)]?.message ?? manifest.description,
    description: readFileSync(join('store', `${language}.txt`), 'utf8').trim(),
  }));
}

/** What a store would refuse, in a sentence each. */
export function problemsOfListing({ language, summary, description }: Listing): string[] {
  const lengths = { summary: summary.length, description: description.length };
  return (['summary', 'description'] as const).flatMap((part) =>
    lengths[part] <= MOST[part] ? [] : [`The ${part} in ${language} has ${lengths[part]} letters; a store takes ${MOST[part]}.`],
  );
}

/** Writes a file for each language, to be copied into the forms, and the reasons for the permissions; returns the folder. */
export function writeListings(): string {
  mkdirSync(FOLDER, { recursive: true });
  for (const listing of storeListings()) {
    const [problem] = problemsOfListing(listing);
    if (problem) throw new Error(problem);
    writeFileSync(join(FOLDER, `${listing.language}.txt`), `${listing.name}\n\n${listing.summary}\n\n${listing.description}\n`);
  }
  writeFileSync(join(FOLDER, 'permissions.txt'), readFileSync('store/permissions.txt'));
  return FOLDER;
}
