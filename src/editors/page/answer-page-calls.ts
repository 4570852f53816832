import type { EditorAdapter } from '../editor-adapter';
import { EditorError } from '../editor-error';
import type { PageAnswer, PageCalls, WantedLayer } from './page-calls';

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
  const present = () => adapters.find((adapter) => adapter.detect());
  return {
    async describe() {
      return (await present()?.describe()) ?? null;
    },
    async capture({ wanted }) {
      const adapter = present() ?? throwNoEditor();
      const capture = await adapter.capture(wanted?.id ?? null);
      if (wanted && capture.layerId !== wanted.id) throw anotherLayer(wanted, adapter.title);
      return { editor: adapter.id, title: adapter.title, ...capture };
    },
    async insert({ layer }) {
      const adapter = present() ?? throwNoEditor();
      const way = await adapter.insert(layer);
      return { editor: adapter.id, title: adapter.title, way, undoHint: adapter.undoHint(way) };
    },
  };
}

function anotherLayer({ name }: WantedLayer, title: string): EditorError {
  return new EditorError('no-layer', `“${name}” is gone, or not the current layer of ${title}; click it there and press Capture.`);
}

function throwNoEditor(): never {
  throw new EditorError('no-editor', 'This page holds no picture that can be edited; open your editor with a picture in it.');
}

async function answerOf(call: (request: unknown) => Promise<unknown>, request: unknown): Promise<PageAnswer> {
  try {
    return { ok: true, value: await call(request) };
  } catch (error) {
    if (error instanceof EditorError) return { ok: false, code: error.code, message: error.message };
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, code: 'unexpected', message: `The editor refused (${reason}); reload its page and try again.` };
  }
}
