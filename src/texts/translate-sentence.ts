/**
 * Failures cross contexts as English sentences, because most of those who write them (src/nst, pages) know nothing of extensions.
 * Where one is shown, the message that it came from is recognised by its form.
 */
import { englishOf, messageKey } from './message-key';
import { languageOfTexts, message } from './translate';

interface Form {
  key: string;
  form: RegExp;
}

type Catalogue = Readonly<Record<string, { message: string }>>;

/** With fewer of its own a form, such as “$1 in line”, would take what it was not made for. */
const LEAST_LETTERS = 12;
const ENGLISH = '_locales/en/messages.json';
let forms: readonly Form[] = [];

/** Resolves once sentences with values in them can be recognised; until then, and where it fails, they stay English. */
export async function readSentences(): Promise<void> {
  if (forms.length > 0 || languageOfTexts().language === 'en') return;
  const read = async () => (await (await fetch(chrome.runtime.getURL(ENGLISH))).json()) as Catalogue;
  forms = formsOf(await read().catch(() => ({})));
}

/** The sentence in the language that is shown; one that no message has stays as it is. */
export function translateSentence(english: string): string {
  const whole = message(messageKey(englishOf([english])), []);
  if (whole) return whole;
  for (const { key, form } of forms) {
    const values = form.exec(english)?.slice(1);
    if (values) return message(key, values.map(translateValue)) ?? english;
  }
  return english;
}

/** “The style image” at the head of a sentence is a text too, and so is a sentence at its end; names are not. */
function translateValue(value: string): string {
  return /^(the|an?) |\.$/i.test(value) ? translateSentence(value) : value;
}

/** Of every message with values; those that say most of their own come first, as “$1 · $2” would take any of them. */
function formsOf(catalogue: Catalogue): Form[] {
  return Object.entries(catalogue)
    .filter(([, { message: english }]) => /\$\d/.test(english) && ownLetters(english) >= LEAST_LETTERS)
    .sort(([, a], [, b]) => ownLetters(b.message) - ownLetters(a.message))
    .map(([key, { message: english }]) => ({ key, form: formOf(english) }));
}

function formOf(english: string): RegExp {
  const source = english
    .split(/\$\d/)
    .map((part) => part.replaceAll('$$', '$').replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('(.+?)');
  return new RegExp(`^${source}$`, 's');
}

function ownLetters(english: string): number {
  return english.replace(/\$\d/g, '').length;
}
