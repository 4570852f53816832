import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Catalogue } from './collect-texts';

const LOCALES = '_locales';
/** The texts in the code are English, so this catalogue is made from them. */
export const SOURCE_LANGUAGE = 'en';

export function pathOf(language: string): string {
  return `${LOCALES}/${language}/messages.json`;
}

/** All but English. */
export function translatedLanguages(): string[] {
  return readdirSync(LOCALES).filter((language) => language !== SOURCE_LANGUAGE);
}

export function readCatalogue(language: string): Catalogue {
  const path = pathOf(language);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Catalogue) : {};
}

/** By key, as Prettier leaves it, so that writing it twice changes nothing. */
export function textOf(catalogue: Catalogue): string {
  const sorted = Object.entries(catalogue).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

/** What is wrong with a translation, in sentences; none if it says all that English says, with the same values. */
export function problemsOf(english: Catalogue, translation: Catalogue): string[] {
  const missing = Object.keys(english).filter((key) => !translation[key]?.message.trim());
  const unknown = Object.keys(translation).filter((key) => !english[key]);
  const uneven = Object.keys(english).filter(
    (key) => translation[key] && valuesIn(english[key].message) !== valuesIn(translation[key].message),
  );
  return [
    ...missing.map((key) => `${key} is missing.`),
    ...unknown.map((key) => `${key} is of no text in the code any more.`),
    ...uneven.map((key) => `${key} has other values than “${english[key].message}”.`),
  ];
}

/** Each value as often as it stands, in any order. */
function valuesIn(message: string): string {
  return [...message.replaceAll('$$', '').matchAll(/\$\d/g)]
    .map(([value]) => value)
    .sort()
    .join();
}
