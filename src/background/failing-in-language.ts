import { failureOf, UserFacingError } from '../protocol/failure';
import { readSentences, translateSentence } from '../texts/translate-sentence';

type AnyHandler = (...args: never[]) => unknown;

/** What a page's overlay is told: there the catalogue by which sentences are recognised can't be read. */
export function failingInLanguage<H extends Record<keyof H, AnyHandler>>(handlers: H): H {
  const translated = Object.entries<AnyHandler>(handlers).map(([name, handler]) => [
    name,
    (...args: never[]) => inLanguage(() => handler(...args)),
  ]);
  return Object.fromEntries(translated) as H;
}

/** Runs it right now, within the click that may have asked for it. */
async function inLanguage(answer: () => unknown): Promise<unknown> {
  try {
    return await answer();
  } catch (error) {
    const { code, message } = failureOf(error);
    await readSentences();
    throw new UserFacingError(code, translateSentence(message));
  }
}
