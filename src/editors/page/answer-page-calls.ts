import type { EditorAdapter } from '../editor-adapter';
import { EditorError } from '../editor-error';
import { send } from './send-picture';
import type { PageAnswer, PageCalls } from './page-calls';

/** Answers calls one after the other, so that a capture never sees half of an insertion. */
export function answerPageCalls(adapters: readonly EditorAdapter[]): (name: string, request: unknown) => Promise<PageAnswer> {
  const calls = pageCalls(adapters);
  let last: Promise<unknown> = Promise.resolve();
  return (name, request) => {
    const answer = last.then(() => answerOf(calls[name as keyof PageCalls] as (request: unknown) => Promise<unknown>, request));
    last = answer;
    return answer;
  };
}

function pageCalls(adapters: readonly EditorAdapter[]): PageCalls {
  const present = () => adapters.find(isPresent);
  return {
    async describe() {
      const adapter = present();
      return adapter ? { ...(await adapter.describe()), choosable: !adapter.capturesOnlyCurrent } : null;
    },
    async capture({ wanted, channel }) {
      const adapter = present() ?? throwNoEditor();
      const { sheet, ...capture } = await adapter.capture(wanted?.id ?? null);
      if (wanted && capture.layerId !== wanted.id) throw new EditorError('layerGone', wanted.name);
      return { editor: adapter.id, title: adapter.title, ...capture, png: await send(sheet, capture, channel) };
    },
    async insert({ layer }) {
      const adapter = present() ?? throwNoEditor();
      const way = await adapter.insert(layer);
      return { editor: adapter.id, title: adapter.title, way, undo: adapter.undoHint(way) };
    },
  };
}

/** A page whose globals throw may still hold what another adapter finds. */
function isPresent(adapter: EditorAdapter): boolean {
  try {
    return adapter.detect();
  } catch {
    return false;
  }
}

function throwNoEditor(): never {
  throw new EditorError('noEditor');
}

async function answerOf(call: (request: unknown) => Promise<unknown>, request: unknown): Promise<PageAnswer> {
  try {
    return { ok: true, value: await call(request) };
  } catch (error) {
    const { sentence, words } = error instanceof EditorError ? error : new EditorError('refused', reasonOf(error));
    return { ok: false, sentence, words };
  }
}

/** What is thrown may be of any kind, and may throw in turn. */
function reasonOf(error: unknown): string {
  try {
    return error instanceof Error ? String(error.message) : String(error);
  } catch {
    return 'an error without a name';
  }
}
