/** Catalogues that no person reads: they show what a language may do to the panel. */
import { readFileSync } from 'node:fs';

export type TestCatalogue = Record<string, { message: string }>;

/** The text that names the language and where it begins to be read. */
const LANGUAGE = 'en, ltr';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'áƀćðéƒĝĥíĵķĺɱñóƥʠřšťúṽŵẋýž';
const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשתםןףץ';

export function catalogueOf(language: string): TestCatalogue {
  return JSON.parse(readFileSync(`_locales/${language}/messages.json`, 'utf8')) as TestCatalogue;
}

/** Two fifths longer than English, as German may be, in letters that show what was never translated. */
export function longerCatalogue(): TestCatalogue {
  return changed((english) => {
    if (english === LANGUAGE) return 'en-XA, ltr';
    const accented = inLetters(english, ACCENTED);
    // Word by word, so that a name still holds the words that are seen.
    return accented.replace(/\p{L}{2,}/gu, (word) => word + 'ó'.repeat(Math.ceil(0.4 * word.length)));
  });
}

/** Written from right to left. */
export function mirroredCatalogue(): TestCatalogue {
  return changed((english) => (english === LANGUAGE ? 'he, rtl' : inLetters(english, HEBREW)));
}

function changed(change: (english: string) => string): TestCatalogue {
  return Object.fromEntries(Object.entries(catalogueOf('en')).map(([key, { message }]) => [key, { message: change(message) }]));
}

/** Single letters are symbols, such as J. */
function inLetters(english: string, letters: string): string {
  const alphabet = [...letters];
  return english.replace(/[a-z]{2,}/gi, (word) =>
    [...word].map((letter) => alphabet[LETTERS.indexOf(letter.toLowerCase())] ?? letter).join(''),
  );
}
