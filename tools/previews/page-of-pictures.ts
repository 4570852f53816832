import type { Page, WebWorker } from 'puppeteer';
import type { RunningExtension } from '../browser/launch-extension';
import { tabOfPage } from '../browser/tab-of-page';

export interface PageOfPictures {
  page: Page;
  tabId: number;
  worker: WebWorker;
}

export interface MenuClick {
  menuItemId: string;
  srcUrl?: string;
}

/** A page in its own tab that was opened to the extension by a click of the user's (activeTab). */
export async function openPictures({ browser, extension }: RunningExtension, url: string): Promise<PageOfPictures> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForSelector('body[data-ready]');
  await page.bringToFront();
  await extension.triggerAction(page);
  const worker = await serviceWorker(extension);
  const tabId = await tabOfPage(extension, page);
  return { page, tabId, worker };
}

async function serviceWorker(extension: RunningExtension['extension']): Promise<WebWorker> {
  const [worker] = await extension.workers();
  if (!worker) throw new Error('The extension has no service worker.');
  // Scripts that tsx compiles name their functions through a helper, which goes along with them into the worker.
  await worker.evaluate('globalThis.__name ??= (named) => named');
  return worker;
}

/** Right-clicks an element as a user does, then chooses a menu item as the browser reports it. */
export async function chooseMenu({ page, tabId, worker }: PageOfPictures, selector: string, item: string, srcUrl?: string): Promise<void> {
  const element = await page.waitForSelector(selector);
  await element!.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await element!.click({ button: 'right' });
  await clickMenu(worker, tabId, { menuItemId: item, srcUrl });
}

/** `dispatch` calls the listeners as the browser does; drivers can't open its menus. */
export async function clickMenu(worker: WebWorker, tabId: number, click: MenuClick): Promise<void> {
  await worker.evaluate(
    async (info, id) => {
      const tab = await chrome.tabs.get(id);
      const clicked = chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab: chrome.tabs.Tab): void };
      clicked.dispatch({ ...info, editable: false, pageUrl: tab.url, frameId: 0 }, tab);
    },
    click,
    tabId,
  );
}

export interface Found {
  text: string;
  phase: string | null;
  box: { x: number; y: number; width: number; height: number };
}

/** `=50` enters a value. */
export type OverlayAct = 'look' | 'click' | `=${string}`;

/** Longer than any preview takes, and shorter than a test may: what the overlay shows instead is worth more than a time-out. */
const PATIENCE_MS = 110_000;

/**
 * Waits within the overlay's closed shadow, which only the extension can open, until something is there. Looks again by a
 * timer: a window that is covered draws no frames.
 */
export async function inOverlay({ worker, tabId }: PageOfPictures, selector: string, act: OverlayAct = 'look'): Promise<Found> {
  const found = await worker.evaluate(
    async (wanted, action, id, patience) => {
      const [{ result }] = await chrome.scripting.executeScript({
        target: { tabId: id },
        injectImmediately: true,
        args: [wanted, action, patience],
        func: async (css: string, what: string, milliseconds: number): Promise<Found | string> => {
          const giveUpAt = performance.now() + milliseconds;
          for (;;) {
            const host = document.querySelector('brushover-overlay') as HTMLElement | null;
            const root = host && chrome.dom.openOrClosedShadowRoot(host);
            const found = root?.querySelector<HTMLInputElement>(css);
            if (found) {
              const { x, y, width, height } = found.getBoundingClientRect();
              const seen = { text: found.innerText ?? '', phase: found.dataset.phase ?? null, box: { x, y, width, height } };
              if (what === 'click') found.click();
              if (what.startsWith('=')) {
                found.value = what.slice(1);
                for (const type of ['input', 'change']) found.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
              }
              return seen;
            }
            if (performance.now() > giveUpAt) return `${location.href}: ${root?.textContent ?? 'no overlay'}`;
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
        },
      });
      return result as Found | string;
    },
    selector,
    act,
    tabId,
    PATIENCE_MS,
  );
  if (typeof found === 'string') {
    const mark = await worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
    throw new Error(`The overlay has no ${selector}; it shows: ${found}; the icon’s mark is “${mark}”.`);
  }
  return found;
}

export function quickItem(name: string, file: string): string {
  return `quick-stylize:${JSON.stringify({ name, source: { kind: 'built-in', file } })}`;
}
