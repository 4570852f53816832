import browser from 'webextension-polyfill';

/** A click on the toolbar icon grants access to the tab (activeTab) and opens the panel beside it. */
export function openPanelOnClick(): void {
  browser.action.onClicked.addListener(({ windowId }) => {
    // Chrome's side panel is Firefox's sidebar. Both open only within the click, so nothing may be awaited before.
    if (!('sidePanel' in chrome)) void browser.sidebarAction.open();
    else if (windowId !== undefined) void chrome.sidePanel.open({ windowId });
  });
}
