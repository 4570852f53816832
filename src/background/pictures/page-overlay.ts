import { fileNameOf } from '../../addresses/file-name-of';
import { OVERLAY_SYMBOL, type OverlayOrder } from '../../protocol/overlay-calls';
import { UserFacingError } from '../../protocol/failure';
import { inTime } from '../../protocol/in-time';
import { putInInbox } from '../../storage/inbox';
import { markIcon } from '../mark-icon';
import { noteOrder } from '../quick/ordered-pages';
import { takeFromAddress } from './take-picture';
import { translate } from '../../texts/translate';

const SCRIPT = 'overlay/overlay.js';
/** A page whose script never rests lets nobody in. */
const PATIENCE_MS = 10_000;

interface Frame {
  tabId: number;
  frameId: number;
}

/** Starts the overlay in the frame that was clicked. The click has opened this page to the extension (activeTab). */
export async function orderOverlay({ tabId, frameId }: Frame, order: OverlayOrder): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  const busy = new UserFacingError('busy-page', 'This page did not answer; wait until it rests, or reload it, then choose again.');
  try {
    await inTime(startOverlay(target, order), PATIENCE_MS, busy);
  } catch (error) {
    if (error === busy) throw error;
    await withoutPage(order, tabId);
  }
}

/** From now on the overlay knows exactly what a menu is opened on. Some pages, such as the browser's own, let nothing in. */
export async function watchRightClicks(tabId: number): Promise<void> {
  await loadOverlay({ tabId }).catch(() => undefined);
}

/** Rejects where no script may run. */
async function startOverlay(target: chrome.scripting.InjectionTarget, order: OverlayOrder): Promise<void> {
  const [loaded] = await loadOverlay(target);
  await noteOrder({ tabId: target.tabId, frameId: loaded?.frameId ?? 0, documentId: loaded?.documentId ?? null });
  // Chrome drops what is null from objects on their way into a page: text keeps all of it.
  const args: [string, string] = [OVERLAY_SYMBOL, JSON.stringify(order)];
  const [injected] = await chrome.scripting.executeScript({ target, injectImmediately: true, func: callOverlay, args });
  if (injected?.result !== true) throw new Error('The overlay did not start.');
}

/** At once: what was clicked is there, though the page may go on loading for ever. */
function loadOverlay(target: chrome.scripting.InjectionTarget): Promise<chrome.scripting.InjectionResult<unknown>[]> {
  return chrome.scripting.executeScript({ target, injectImmediately: true, files: [SCRIPT] });
}

/** Serialised into the page, so it may use nothing from around it. Whether the overlay is there; an error gives null. */
function callOverlay(symbol: string, order: string): Promise<boolean> | boolean {
  const overlay: unknown = Reflect.get(globalThis, Symbol.for(symbol));
  return typeof overlay === 'function' && (overlay(JSON.parse(order)) as Promise<boolean>);
}

/** Where no script may run, such as in a frame of another site, there is still the picture's address. */
async function withoutPage({ srcUrl, task }: OverlayOrder, tabId: number): Promise<void> {
  if (!srcUrl) {
    const message = translate`The browser keeps extensions out of this part of the page; save the picture and open it in the panel.`;
    throw new UserFacingError('closed-page', message);
  }
  const { image, width, height, address } = await takeFromAddress(srcUrl);
  const kind = task === 'style' ? 'style' : 'content';
  await putInInbox({ kind, image, name: fileNameOf(srcUrl) || translate`Picture`, width, height, fullSizeAt: address });
  // “Quick” opens no panel by itself.
  if (task === 'quick') await markIcon(tabId);
}
