/**
 * The way of a large picture out of a page, as a file that no message holds as text: from the page's own world to the extension's
 * world of the same page, which sends it on. Browsers whose messages are JSON (Chrome before 148) have no such way.
 */
import type { PictureChannel } from '../editors';

/** What is sent through the channel; the first one, an empty file, only shows whether files arrive as files. */
interface Parcel {
  channel: string;
  file: unknown;
}

/** The extension's own world of a page, as far as it is used here; the functions below run there. */
interface PageWorld {
  brushoverFiles?: Record<string, Blob>;
  document: {
    addEventListener(type: string, listener: (event: PageEvent) => void, options: { once: true }): void;
  };
}

interface PageEvent {
  relatedTarget: { files?: ArrayLike<Blob> } | null;
  preventDefault(): void;
}

let filesPass: boolean | null = null;

/** Null where the browser's messages can't carry a file. Rejects where the tab is gone. */
export async function openPictureChannel(tabId: number): Promise<PictureChannel | null> {
  if (filesPass === false) return null;
  const name = `brushover-${[...crypto.getRandomValues(new Uint32Array(4))].join('-')}`;
  const arrivals = listen(name, tabId);
  const runIn = async <R>(func: (name: string) => R): Promise<Awaited<R> | undefined> => {
    const [injected] = await chrome.scripting.executeScript({ target: { tabId }, func, args: [name] });
    return injected?.result;
  };
  try {
    await runIn(awaitPicture);
    if (filesPass === null) {
      await runIn(sendNothing);
      filesPass = arrivals.last instanceof Blob;
    }
  } catch (error) {
    arrivals.close();
    throw error;
  }
  if (!filesPass) arrivals.close();
  if (!filesPass) return null;
  return {
    name,
    async receive() {
      arrivals.last = null;
      await runIn(sendPicture);
      return arrivals.last instanceof Blob ? arrivals.last : null;
    },
    close: arrivals.close,
  };
}

/** Only what that tab sends under that name, which no page learns. */
function listen(name: string, tabId: number): { last: unknown; close(): void } {
  const arrivals = {
    last: null as unknown,
    close: () => chrome.runtime.onMessage.removeListener(hear),
  };
  function hear(message: Partial<Parcel> | null, sender: chrome.runtime.MessageSender): undefined {
    if (message?.channel === name && sender.tab?.id === tabId) arrivals.last = message.file;
  }
  chrome.runtime.onMessage.addListener(hear);
  return arrivals;
}

/** Serialised into the page, as the next ones: they may use nothing from around them. */
function awaitPicture(channel: string): void {
  const world = globalThis as unknown as PageWorld;
  const hear = (event: PageEvent): void => {
    const file = event.relatedTarget?.files?.[0];
    if (!file) return;
    world.brushoverFiles = { [channel]: file };
    event.preventDefault();
  };
  world.document.addEventListener(channel, hear, { once: true });
}

async function sendNothing(channel: string): Promise<void> {
  await chrome.runtime.sendMessage({ channel, file: new Blob() }).catch(() => undefined);
}

async function sendPicture(channel: string): Promise<void> {
  const world = globalThis as unknown as PageWorld;
  const file = world.brushoverFiles?.[channel];
  delete world.brushoverFiles;
  if (file) await chrome.runtime.sendMessage({ channel, file }).catch(() => undefined);
}
