/** What is told to people: a sentence of ours that says what to do, without an engine's words. */
const RAW = /undefined|\bnull\b|\[object|TypeError|RangeError|SyntaxError|at .*\.js|Cannot read|is not a function|is not iterable|Invalid/;

export function assertSentence(message: string): void {
  const ours = message.replace(/“[^”]*”/g, '');
  if (RAW.test(ours) || !/^["“A-Z-].*[.)]$/s.test(message)) throw new Error(`It is told in no user's words: ${message}`);
}

export function assert(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Whether `attempt` rejects with an error of that kind, whose words are for people; any other error is a fault. */
export async function isRefused(attempt: () => unknown, kind: new (...args: never[]) => Error): Promise<boolean> {
  try {
    await attempt();
    return false;
  } catch (error) {
    if (!(error instanceof kind)) throw error;
    assertSentence(error.message);
    return true;
  }
}

/** No number in it is NaN or infinite. */
export function assertFinite(value: unknown, where = 'it'): void {
  if (typeof value === 'number') assert(Number.isFinite(value), `${where} is ${value}.`);
  if (typeof value === 'object' && value !== null) for (const [key, part] of Object.entries(value)) assertFinite(part, `${where}.${key}`);
}
