import browser from 'webextension-polyfill';
import { UserFacingError } from '../../protocol/failure';

/** The tab whose editor the panel works with: `panel.html?tabId=7` names it, else it is the window's active one. */
export async function targetTabId(): Promise<number> {
  const named = new URLSearchParams(location.search).get('tabId');
  if (named !== null && /^\d+$/.test(named)) return Number(named);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  if (active?.id === undefined) throw new UserFacingError('no-tab', 'Open the tab with your editor, then capture again.');
  return active.id;
}
