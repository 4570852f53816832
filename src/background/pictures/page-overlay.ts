import { OVERLAY_SYMBOL, type OverlayOrder } from '../../protocol/overlay-calls';
import { failureOf } from '../../protocol/failure';
import { putInInbox } from '../../storage/inbox';
import { takeFromAddress } from './take-picture';

const SCRIPT = 'overlay/overlay.js';

interface Frame {
  tabId: number;
  frameId: number;
}

/** Starts the overlay in the frame that was clicked. The click has opened this page to the extension (activeTab). */
export async function orderOverlay({ tabId, frameId }: Frame, order: OverlayOrder): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  try {
    await chrome.scripting.executeScript({ target, files: [SCRIPT] });
    await chrome.scripting.executeScript({ target, func: callOverlay, args: [OVERLAY_SYMBOL, order] });
  } catch {
    await withoutPage(order, tabId);
  }
}

/** From now on the overlay knows exactly what a menu is opened on. Some pages, such as the browser's own, let nothing in. */
export async function watchRightClicks(tabId: number): Promise<void> {
  await chrome.scripting.executeScript({ target: { tabId }, files: [SCRIPT] }).catch(() => undefined);
}

/** Serialised into the page, so it may use nothing from around it. */
function callOverlay(symbol: string, order: OverlayOrder): void {
  (Reflect.get(globalThis, Symbol.for(symbol)) as (order: OverlayOrder) => void)(order);
}

/** Where no script may run, such as in a frame of another site, there is still the picture's address. */
async function withoutPage({ srcUrl, task }: OverlayOrder, tabId: number): Promise<void> {
  try {
    if (!srcUrl) throw new Error('The browser keeps extensions out of this part of the page; save the picture and open it in the panel.');
    const { image, width, height, address } = await takeFromAddress(srcUrl);
    const name = decodeURIComponent(new URL(srcUrl).pathname.split('/').pop() || 'Picture');
    const kind = task === 'style' ? 'style' : 'content';
    await putInInbox({ kind, image, name, width, height, fullSizeAt: address });
  } catch (error) {
    await putInInbox({ kind: 'failure', message: failureOf(error).message });
  }
  // “Quick” opens no panel by itself: the icon says that something waits there.
  if (task === 'quick') await chrome.action.setBadgeText({ tabId, text: '1' });
}
