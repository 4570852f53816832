/**
 * The content or style that a result is named after: NAME or NAME-content (NAME-style) itself, or else the longest name
 * that the result's begins with (content) or ends in (style), as in cat-starry-night; null if there is none.
 */
export function companionOf(kind: 'content' | 'style', result: string, candidates: readonly string[]): string | null {
  const own = candidates.find((candidate) => candidate === result || candidate === `${result}-${kind}`);
  if (own !== undefined) return own;
  const partOf = (candidate: string): boolean => (kind === 'content' ? result.startsWith(candidate) : result.endsWith(candidate));
  const parts = candidates.filter(partOf).sort((one, other) => other.length - one.length);
  return parts[0] ?? null;
}
