import { EditorError } from '../editor-error';

const PAUSE_MS = 20;

/** Asks again and again until `find` finds something. @throws EditorError "busy" with `message` */
export async function waitUntil<T>(
  find: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  timeoutMs: number,
  message: string,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (performance.now() > end) throw new EditorError('busy', message);
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
}
