import { addRecentStyle } from '../../protocol/recent-styles';
import { putInInbox } from '../../storage/inbox';
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
      openPanel(tab);
      return orderOverlay(target, { ...order, task: 'content' });
    case MENU.style:
      openPanel(tab);
      return orderOverlay(target, { ...order, task: 'style' });
    case MENU.layer:
      openPanel(tab);
      return putInInbox({ kind: 'capture' });
    default:
      return quickStylize(target, order.srcUrl, String(info.menuItemId));
  }
}

async function quickStylize(target: { tabId: number; frameId: number }, srcUrl: string | null, item: string): Promise<void> {
  const style = styleOfItem(item);
  if (!style) return;
  await orderOverlay(target, { task: 'quick', srcUrl, style, styles: await offeredStyles() });
  await addRecentStyle(style);
}

/** At once, before anything is waited for: the browser opens it only in answer to the click. */
function openPanel(tab: Tab): void {
  void chrome.sidePanel.open({ windowId: tab.windowId }).catch(() => {
    // Without a side panel, such as in an app's window, what was handed over waits for the panel to be opened.
  });
}
