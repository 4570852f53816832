/** Letters as people type them into a search: without case and accents. */
export function plainText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

export function wordsOf(search: string): readonly string[] {
  return plainText(search)
    .split(/\s+/)
    .filter((word) => word !== '');
}
