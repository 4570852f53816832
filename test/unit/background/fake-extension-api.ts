/** The extension API as far as menus use it. Import it first. */
import 'fake-indexeddb/auto';

/** Titles of the menus' items. */
export const created: string[] = [];
export const removeAll = jest.fn(async () => void (created.length = 0));
/** What the icon is marked with, by tab. */
export const badges: Record<number, string> = {};
export const storageGet = jest.fn(async () => ({}));
export const executeScript = jest.fn<Promise<{ result: unknown }[]>, [{ args?: unknown[] }]>(async () => [{ result: true }]);
export const openSidePanel = jest.fn(async () => undefined);

let inSession: Record<string, unknown> = {};
const session = { get: async () => inSession, set: async (items: object) => void (inSession = { ...inSession, ...items }) };

const api = {
  runtime: { id: 'brushover', getURL: (path: string) => `chrome-extension://brushover/${path}` },
  action: { setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => void (badges[tabId] = text) },
  contextMenus: { removeAll, create: ({ title }: { title: string }) => void created.push(title) },
  offscreen: { hasDocument: async () => true },
  scripting: { executeScript },
  sidePanel: { open: openSidePanel },
  storage: { local: { get: storageGet, set: async () => undefined }, session },
};

Object.assign(globalThis, { chrome: api, browser: api });
