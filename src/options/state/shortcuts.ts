import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { translate } from '../../texts/translate';

export interface Shortcut {
  name: string;
  what: string;
  /** As the browser writes it; empty where none is set. */
  keys: string;
}

export const shortcuts = signal<readonly Shortcut[]>([]);
export const shortcutsError = signal<string | null>(null);

/** Commands that every extension has; they are worth showing only where somebody gave them keys. */
const BROWSERS_OWN = '_execute';
const CHROME_PAGE = 'chrome://extensions/shortcuts';

export async function readShortcuts(): Promise<void> {
  const commands = await browser.commands.getAll();
  shortcuts.value = commands
    .map(({ name = '', description, shortcut = '' }) => ({ name, what: description || translate`Click Brushover’s icon`, keys: shortcut }))
    .filter(({ name, keys }) => keys || !name.startsWith(BROWSERS_OWN));
}

/** Only the browser itself can change them, on a page of its own. */
export async function changeShortcuts(): Promise<void> {
  shortcutsError.value = null;
  try {
    if (canOpenSettings(browser.commands)) await browser.commands.openShortcutSettings();
    else await browser.tabs.create({ url: CHROME_PAGE });
  } catch {
    shortcutsError.value = `The browser did not open its page of shortcuts; enter ${CHROME_PAGE} as an address.`;
  }
}

/** Firefox has a call for it, which the types don't know yet. */
function canOpenSettings<Commands extends object>(commands: Commands): commands is Commands & { openShortcutSettings(): Promise<void> } {
  return 'openShortcutSettings' in commands;
}
