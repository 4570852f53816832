import { MENU } from './menus/menu-items';
import { answerMenuClick } from './menus/menu-clicks';

type Tab = chrome.tabs.Tab;

/** Keyboard shortcuts, for editors that keep the browser's menu away from their canvas; like a click on the icon, they open the tab. */
export function followCommands(): void {
  chrome.commands.onCommand.addListener((command, tab) => void answerCommand(command, tab));
}

/** Named in the manifest as the items of the menu are. */
export async function answerCommand(command: string, tab: Tab | undefined): Promise<void> {
  if (command === MENU.layer) await answerMenuClick({ menuItemId: command }, tab);
}
