/** "https://images.example.org/a.png" → "https://images.example.org/*"; null for addresses that no permission opens. */
export function originPattern(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && /^https?:$/.test(url.protocol) ? `${url.protocol}//${url.hostname}/*` : null;
}
