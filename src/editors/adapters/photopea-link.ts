import { EditorError } from '../editor-error';
import { busyEditor } from '../page/errors';

/**
 * Photopea takes scripts as messages and answers to `window.parent`, but only if it has one: in a tab of
 * its own the replies are lost. So for the length of one call the page gets a parent that collects them.
 *
 * It reports no errors: a script that fails is silent, an internal failure does not even say "done". So every
 * script is wrapped, answers with a marker of its own, and has a time limit.
 */
export interface ScriptAnswer {
  text: string;
  /** What `saveToOE` sent. */
  file: ArrayBuffer | null;
}

const MARKER = 'brushover';
/** Echoes have been seen to come after "done". */
const GRACE_MS = 1000;
let lastId = 0;

/** Runs a function body that returns a string. @throws EditorError "busy" */
export async function runScript(body: string, timeoutMs: number): Promise<ScriptAnswer> {
  const id = `${MARKER}|${++lastId}|`;
  const script = `(function () {
    var answer;
    try { answer = "ok|" + (function () { ${body} })(); } catch (error) { answer = "error|" + error; }
    app.echoToOE("${id}" + answer);
  })();`;
  let file: ArrayBuffer | null = null;
  const answer = await converse<string>(script, timeoutMs, (message, resolve) => {
    if (message instanceof ArrayBuffer) file = message;
    if (typeof message === 'string' && message.startsWith(id)) resolve(message.slice(id.length));
  });
  const [status, ...rest] = answer.split('|');
  if (status !== 'ok') throw new EditorError('photopeaRefused', rest.join('|'));
  return { text: rest.join('|'), file };
}

/** Runs a script that can't answer for itself: waits for "done". @throws EditorError "busy" */
export async function runSilentScript(script: string, timeoutMs: number): Promise<void> {
  await converse<true>(script, timeoutMs, (message, resolve) => {
    if (message === 'done') resolve(true);
  });
}

type Listener<T> = (message: unknown, resolve: (value: T) => void) => void;

/** Settles once the listener has what it wants and Photopea has said "done". */
async function converse<T>(script: string, timeoutMs: number, listen: Listener<T>): Promise<T> {
  const original = Object.getOwnPropertyDescriptor(window, 'parent');
  if (!original?.configurable) throw new EditorError('photopeaUnheard');
  try {
    return await new Promise<T>((resolve, reject) => {
      const talk = createTalk<T>(resolve, reject, timeoutMs);
      const postMessage = (message: unknown) => {
        listen(message, talk.found);
        if (message === 'done') talk.done();
      };
      Object.defineProperty(window, 'parent', { ...original, get: () => ({ postMessage }) });
      window.postMessage(script, '*');
    });
  } finally {
    Object.defineProperty(window, 'parent', original);
  }
}

function createTalk<T>(resolve: (value: T) => void, reject: (error: Error) => void, timeoutMs: number) {
  let isDone = false;
  let found: { value: T } | null = null;
  const giveUp = () => reject(busyEditor());
  let timer = setTimeout(giveUp, timeoutMs);
  const settle = () => {
    clearTimeout(timer);
    if (isDone && found) resolve(found.value);
    else timer = setTimeout(giveUp, isDone ? GRACE_MS : timeoutMs);
  };
  return {
    found(value: T) {
      found = { value };
      settle();
    },
    done() {
      isDone = true;
      settle();
    },
  };
}
