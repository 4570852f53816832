const SLUG_LENGTH = 40;

/**
 * The name in `_locales` of an English text: its first words, for people, and a hash of all of it, so that no two texts share a
 * name and a changed text is a new message. `english` has $1 … $9 where values stand.
 */
export function messageKey(english: string): string {
  const slug = english
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+/, '')
    .slice(0, SLUG_LENGTH)
    .replace(/_+$/, '');
  return `${slug || 'text'}_${hash(english)}`;
}

/** FNV-1a, 32 bits, over UTF-16 units: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** The English text of a template's parts, as `_locales` writes it: $1 for the first value, and $$ for a dollar. */
export function englishOf(parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll('$', '$$$$')).reduce((text, part, i) => `${text}$${i}${part}`);
}
