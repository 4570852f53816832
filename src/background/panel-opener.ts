import browser from 'webextension-polyfill';
import { watchRightClicks } from './pictures/page-overlay';

/** A click on the toolbar icon grants access to the tab (activeTab) and opens the panel beside it. */
export function openPanelOnClick(): void {
  browser.action.onClicked.addListener(({ id, windowId }) => {
    openPanel(windowId);
    if (id === undefined) return;
    void browser.action.setBadgeText({ tabId: id, text: '' });
    void watchRightClicks(id);
  });
}

/** Opens only within a click, so nothing may be awaited before. Chrome's side panel is Firefox's sidebar. */
export function openPanel(windowId: number | undefined): void {
  const opening = 'sidePanel' in chrome ? windowId !== undefined && chrome.sidePanel.open({ windowId }) : browser.sidebarAction.open();
  // Without a side panel, such as in an app's window, what is handed over waits for the panel to be opened.
  if (opening) void opening.catch(() => undefined);
}
