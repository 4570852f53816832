import { answerMenuClick } from './menu-clicks';
import { buildMenus } from './menu-items';

/** Builds the menus when the extension is installed or updated, and anew when other styles were used. */
export function followMenus(): void {
  chrome.runtime.onInstalled.addListener(() => void buildMenus());
  chrome.storage.onChanged.addListener((changes) => {
    if ('recentStyles' in changes) void buildMenus();
  });
  chrome.contextMenus.onClicked.addListener((info, tab) => void answerMenuClick(info, tab));
}
