/** The first value among the page's own globals that `matches`; pages may guard some of them with throwing getters. */
export function findGlobal<T>(matches: (value: object) => T | null): T | null {
  for (const name of Object.keys(window)) {
    const found = matchOf(name, matches);
    if (found !== null) return found;
  }
  return null;
}

function matchOf<T>(name: string, matches: (value: object) => T | null): T | null {
  try {
    const value: unknown = Reflect.get(window, name);
    return typeof value === 'object' && value !== null && value !== window ? matches(value) : null;
  } catch {
    return null;
  }
}
