import browser from 'webextension-polyfill';

/** Something waits in the panel, which doesn't open by itself. */
export async function markIcon(tabId: number): Promise<void> {
  // The tab may be closed by now.
  await browser.action.setBadgeText({ tabId, text: '1' }).catch(() => undefined);
}

export async function unmarkIcon(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '' }).catch(() => undefined);
  // Of a job without a tab.
  await browser.action.setBadgeText({ text: '' }).catch(() => undefined);
}
