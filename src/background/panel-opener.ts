import browser from 'webextension-polyfill';
import { markIcon, unmarkIcon } from './mark-icon';
import { watchRightClicks } from './pictures/page-overlay';

type Tab = Pick<chrome.tabs.Tab, 'id' | 'windowId'>;

/** A click on the toolbar icon grants access to the tab (activeTab) and opens the panel beside it. */
export function openPanelOnClick(): void {
  browser.action.onClicked.addListener((tab) => openPanelFor(tab));
}

/** As a click on the icon does; a keyboard shortcut grants the access as well. */
export function openPanelFor(tab: { id?: number; windowId?: number }): void {
  open(tab.windowId)?.catch(() => undefined);
  if (tab.id === undefined) return;
  void unmarkIcon(tab.id);
  void watchRightClicks(tab.id);
}

/**
 * Opens only within a click, so nothing may be awaited before. Where there is no side panel, such as in an app's window,
 * the icon is marked: what is handed over waits for the panel to be opened.
 */
export function openPanel({ id, windowId }: Tab): void {
  const mark = (): void => void (id !== undefined && markIcon(id));
  const opening = open(windowId);
  if (opening) opening.catch(mark);
  else mark();
}

/** Chrome's side panel is Firefox's sidebar. */
function open(windowId: number | undefined): Promise<void> | null {
  if (!('sidePanel' in chrome)) return browser.sidebarAction.open();
  return windowId === undefined ? null : chrome.sidePanel.open({ windowId });
}
