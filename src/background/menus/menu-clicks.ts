import { addRecentStyle } from '../../storage/recent-styles';
import { putInInbox } from '../../storage/inbox';
import { ensureOffscreenDocument } from '../offscreen-document';
import { openPanel } from '../panel-opener';
import { orderOverlay } from '../pictures/page-overlay';
import { MENU, offeredStyles, styleOfItem } from './menu-items';

type Info = chrome.contextMenus.OnClickData;
type Tab = chrome.tabs.Tab;

export async function handleMenuClick(info: Info, tab: Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  const target = { tabId: tab.id, frameId: info.frameId ?? 0 };
  const order = { srcUrl: info.srcUrl ?? null, style: null, styles: [] };
  switch (info.menuItemId) {
    case MENU.stylize:
      openPanel(tab.windowId);
      return orderOverlay(target, { ...order, task: 'content' });
    case MENU.style:
      openPanel(tab.windowId);
      return orderOverlay(target, { ...order, task: 'style' });
    case MENU.layer:
      openPanel(tab.windowId);
      return putInInbox({ kind: 'capture' });
    default:
      // In Firefox the panel's page does the painting.
      if (!('offscreen' in chrome)) openPanel(tab.windowId);
      return quickStylize(target, order.srcUrl, String(info.menuItemId));
  }
}

async function quickStylize(target: { tabId: number; frameId: number }, srcUrl: string | null, item: string): Promise<void> {
  const style = styleOfItem(item);
  if (!style) return;
  // Meanwhile the page is read.
  void ensureOffscreenDocument();
  await orderOverlay(target, { task: 'quick', srcUrl, style, styles: await offeredStyles() });
  await addRecentStyle(style);
}
