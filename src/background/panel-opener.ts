/** A click on the toolbar icon grants access to the tab (activeTab) and opens the panel beside it. */
export function openPanelOnClick(): void {
  chrome.action.onClicked.addListener((tab) => {
    if (tab.windowId !== undefined) void chrome.sidePanel.open({ windowId: tab.windowId });
  });
}
