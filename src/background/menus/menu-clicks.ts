import { addRecentStyle } from '../../storage/recent-styles';
import { putInInbox } from '../../storage/inbox';
import { areOffscreenDocumentsKnown, ensureOffscreenDocument } from '../offscreen-document';
import { openPanel } from '../panel-opener';
import { orderOverlay } from '../pictures/page-overlay';
import { sayInPanel } from '../say-in-panel';
import { MENU, offeredStyles, styleOfItem } from './menu-items';

/** What is used of a click. */
type Info = Pick<chrome.contextMenus.OnClickData, 'menuItemId' | 'frameId' | 'srcUrl'>;
type Tab = chrome.tabs.Tab;

/** Every click ends in something to be seen: the overlay, the panel, or a sentence that waits there with a mark on the icon. */
export async function answerMenuClick(info: Info, tab: Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  try {
    await handleMenuClick(info, tab, tab.id);
  } catch (error) {
    await sayInPanel(tab.id, error);
  }
}

async function handleMenuClick(info: Info, tab: Tab, tabId: number): Promise<void> {
  const target = { tabId, frameId: info.frameId ?? 0 };
  const order = { srcUrl: info.srcUrl ?? null, style: null, styles: [] };
  switch (info.menuItemId) {
    case MENU.stylize:
      openPanel(tab);
      return orderOverlay(target, { ...order, task: 'content' });
    case MENU.style:
      openPanel(tab);
      return orderOverlay(target, { ...order, task: 'style' });
    case MENU.layer:
      openPanel(tab);
      return putInInbox({ kind: 'capture' });
    default:
      // In Firefox the panel's page does the painting.
      if (!areOffscreenDocumentsKnown) openPanel(tab);
      return quickStylize(target, order.srcUrl, String(info.menuItemId));
  }
}

async function quickStylize(target: { tabId: number; frameId: number }, srcUrl: string | null, item: string): Promise<void> {
  const style = styleOfItem(item);
  if (!style) return;
  // Meanwhile the page is read. Where it fails, so does the preview, which says why.
  ensureOffscreenDocument().catch(() => undefined);
  await orderOverlay(target, { task: 'quick', srcUrl, style, styles: await offeredStyles() });
  await addRecentStyle(style);
}
