import { englishOf, messageKey } from './message-key';

type Value = string | number;

/**
 * A text in the language of the browser, where `_locales` has it, else as it stands:
 *
 *     translate`Painting ${percent} %`
 *
 * The English text is the message's key (messageKey), so the code reads as what people see. Sentences stay whole:
 * other languages order their words differently. `npm run texts` collects every text that is marked so.
 */
export function translate(parts: TemplateStringsArray, ...values: readonly Value[]): string {
  const shown = values.map(shownValue);
  return message(keyOf(parts), shown) ?? parts.reduce((text, part, i) => `${text}${shown[i - 1]}${part}`);
}

/** The same for a text that stands in a table, such as a setting's name. */
export function translateText(english: string): string {
  return message(messageKey(englishOf([english])), []) ?? english;
}

/** Null where no catalogue has it, and outside extensions. */
export function message(key: string, values: readonly string[]): string | null {
  return globalThis.chrome?.i18n?.getMessage(key, [...values]) || null;
}

const keys = new WeakMap<TemplateStringsArray, string>();

function keyOf(parts: TemplateStringsArray): string {
  const known = keys.get(parts);
  if (known) return known;
  const key = messageKey(englishOf(parts));
  keys.set(parts, key);
  return key;
}

/** Of the catalogue that is shown, which may be another than the browser's own. */
export function languageOfTexts(): { language: string; direction: 'ltr' | 'rtl' } {
  const [language = 'en', direction] = translateText('en, ltr').split(', ');
  return { language, direction: direction === 'rtl' ? 'rtl' : 'ltr' };
}

function shownValue(value: Value): string {
  if (typeof value === 'string') return value;
  return value.toLocaleString(languageOfTexts().language, { useGrouping: false });
}
