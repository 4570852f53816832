/** The extension's messages at their border: keeps who listens. Import it first. */
type Listener = (message: unknown, sender: object) => unknown;

export const listeners: Listener[] = [];

const browser = {
  runtime: {
    id: 'brushover',
    getURL: (path: string) => `chrome-extension://brushover/${path}`,
    onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
  },
};

Object.assign(globalThis, { browser, chrome: browser });
