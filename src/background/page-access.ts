import { EditorError, type PageAccess } from '../editors';
import { UserFacingError } from '../protocol/failure';
import { openPictureChannel } from './picture-channel';
import { translate } from '../texts/translate';

const PAGE_SCRIPT = 'editors/page.js';

/** Runs functions in a page's own world, where the editor's objects are. Throws a UserFacingError. */
export async function accessTo(tabId: number): Promise<PageAccess> {
  const target = { tabId };
  await assertAccess(tabId);
  return {
    async loadScript() {
      await chrome.scripting.executeScript({ target, world: 'MAIN', files: [PAGE_SCRIPT] }).catch(pageIsGone);
    },
    async run(func, ...args) {
      const injection = { target, world: 'MAIN' as const, func: func as (...args: unknown[]) => unknown, args };
      const [injected] = await chrome.scripting.executeScript(injection).catch(pageIsGone);
      return injected?.result as Awaited<ReturnType<typeof func>>;
    },
    openChannel: () => openPictureChannel(tabId).catch(pageIsGone),
  };
}

/** The browser's own words tell of frames and their numbers. */
export function pageIsGone(): never {
  throw new EditorError('pageClosed');
}

/** A tab is open to the extension after a click on its icon there, or once its site was allowed. */
async function assertAccess(tabId: number): Promise<void> {
  try {
    await chrome.scripting.executeScript({ target: { tabId }, func: () => true });
  } catch (error) {
    throw new UserFacingError('no-access', sentenceFor(error instanceof Error ? error.message : String(error)));
  }
}

function sentenceFor(message: string): string {
  if (/no tab with id|invalid tab id/i.test(message))
    return translate`That tab is closed; open the editor again and capture its layer anew.`;
  if (/chrome:|chrome-extension:|edge:|about:|moz-extension:|webstore|gallery/i.test(message)) {
    return translate`The browser keeps extensions out of this page; switch to the tab with your editor.`;
  }
  return translate`Brushover may not read this page yet: click its icon in the toolbar on that tab, then try again.`;
}
