import { MENU } from './menus/menu-items';
import { putInInbox } from '../storage/inbox';
import { answerMenuClick } from './menus/menu-clicks';
import { openPanel, openPanelFor } from './panel-opener';

/** In the manifest, beside an item of the menu. */
const OPEN = 'open-panel';
const AGAIN = 'stylize-again';

type Tab = chrome.tabs.Tab;

/** Keyboard shortcuts, for editors that keep the browser's menu away from their canvas; like a click on the icon, they open the tab. */
export function followCommands(): void {
  chrome.commands.onCommand.addListener((command, tab) => void answerCommand(command, tab));
}

/** Nothing may be awaited before the panel is opened: that needs the click or keys that asked for it. */
export async function answerCommand(command: string, tab: Tab | undefined): Promise<void> {
  if (command === MENU.layer) await answerMenuClick({ menuItemId: command }, tab);
  if (command === OPEN && tab) openPanelFor(tab);
  if (command === AGAIN && tab) {
    openPanel(tab);
    await putInInbox({ kind: 'again' });
  }
}
