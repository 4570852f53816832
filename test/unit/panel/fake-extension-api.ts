/** The extension API as far as the panel uses it, with a background that tests write themselves. Import it first. */
import 'fake-indexeddb/auto';
import { failureOf } from '../../../src/protocol/failure';

type Handler = (request: never) => unknown;

export const background: Record<string, Handler> = {};
/** Names and arguments of all calls to the background, in order. */
export const calls: { name: string; request: unknown }[] = [];
export const stored: Record<string, unknown> = {};

async function sendMessage({ name, request }: { name: string; request: unknown }): Promise<unknown> {
  calls.push({ name, request });
  try {
    return { ok: true, value: (await background[name](request as never)) ?? null };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

const browser = {
  runtime: { id: 'brushover', getURL: (path: string) => `chrome-extension://brushover/${path}`, sendMessage },
  tabs: { query: async () => [{ id: 7 }] },
  storage: {
    local: {
      get: async (key: string) => ({ [key]: stored[key] }),
      set: async (items: object) => void Object.assign(stored, items),
    },
  },
};

/** One that nobody waits for when the tests are over. */
class UnheldChannel extends BroadcastChannel {
  constructor(name: string) {
    super(name);
    (this as { unref?(): void }).unref?.();
  }
}

Object.assign(globalThis, { BroadcastChannel: UnheldChannel, browser, chrome: browser, location: { search: '' } });
