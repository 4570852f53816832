import { EditorError } from '../editor-error';
import type { SentenceKey } from '../sentences';

const PAUSE_MS = 20;

/** Asks again and again until `find` finds something. @throws EditorError `tooLate` */
export async function waitUntil<T>(
  find: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  timeoutMs: number,
  tooLate: SentenceKey,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (performance.now() > end) throw new EditorError(tooLate);
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
}
