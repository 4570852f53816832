import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { FIREFOX_FOLDER } from '../build/derive-firefox';
import { FIREFOX_ID } from '../build/firefox-manifest';

/** Fixed for this profile, so that the extension's addresses are known. */
const UUID = '5f1d9c0e-2b7a-4c58-9c43-b5a0a1c0f7e2';
const ORIGIN = `moz-extension://${UUID}`;

export interface RunningFirefox {
  browser: Browser;
  /** Opens the editor in its own tab; the extension may read it. */
  openEditor(url: string): Promise<{ page: Page; tabId: number }>;
  /** The panel in a tab of its own, working with the editor's tab: no driver can click into the sidebar. */
  openPanel(tabId: number): Promise<Page>;
  /** Runs a function in one of the extension's own pages. */
  inExtension<A extends unknown[], R>(func: (...args: A) => Promise<R>, ...args: A): Promise<R>;
  close(): Promise<void>;
}

interface LaunchOptions {
  viewport?: { width: number; height: number };
  /** More of Firefox' own settings. */
  preferences?: Record<string, unknown>;
}

/** Starts Firefox with a fresh profile and the built extension in it. */
export async function launchFirefox(
  executablePath: string,
  { viewport = { width: 1280, height: 860 }, preferences = {} }: LaunchOptions = {},
): Promise<RunningFirefox> {
  const folder = resolve(FIREFOX_FOLDER);
  if (!existsSync(resolve(folder, 'manifest.json'))) throw new Error('The extension is not built yet; run `npm run build` first.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: viewport,
    protocolTimeout: 600_000,
    // Without it the driver may not open the extension's own pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: UUID }),
      // No driver can press a button of the browser's own: what a page asks for is granted.
      'extensions.webextOptionalPermissionPrompts': false,
      ...preferences,
    },
  });
  await browser.installExtension(folder);
  const openPanel = async (address: string) => {
    const page = await browser.newPage();
    // Firefox tells no driver that an extension's page has loaded, but answers once its document is there. To look for
    // anything before that is to look into the blank page that is just being thrown away, which the driver takes for an end.
    await page.goto(`${ORIGIN}/panel/panel.html${address}`, { waitUntil: [] });
    await page.waitForSelector('#panel[aria-busy="false"]');
    return page;
  };
  return {
    browser,
    async openEditor(url) {
      const page = await browser.newPage();
      await page.goto(url);
      await page.waitForSelector('body[data-ready]');
      const panel = await openPanel('');
      await allowSite(panel, `${new URL(url).protocol}//${new URL(url).hostname}/*`);
      // The newest, with the highest id: a tab that was just closed may still be listed.
      const tabId = await panel.evaluate(async (url) => {
        const ids = (await chrome.tabs.query({})).flatMap((tab) => (tab.url === url && tab.id !== undefined ? [tab.id] : []));
        return ids.sort((a, b) => b - a).at(0);
      }, page.url());
      await panel.close();
      if (tabId === undefined) throw new Error('The extension does not see the editor’s tab.');
      return { page, tabId };
    },
    openPanel: (tabId) => openPanel(`?tabId=${tabId}`),
    async inExtension(func, ...args) {
      const panel = await openPanel('');
      const result = await panel.evaluate(func as (...args: unknown[]) => ReturnType<typeof func>, ...args);
      await panel.close();
      return result;
    },
    close: () => browser.close(),
  };
}

/** As a click on the toolbar icon does, which no driver can press: a page may ask only while it handles a click. */
async function allowSite(panel: Page, pattern: string): Promise<void> {
  await panel.evaluate((pattern) => {
    document.addEventListener(
      'click',
      (event) => {
        event.stopPropagation();
        void chrome.permissions.request({ origins: [pattern] }).then((granted) => (document.body.dataset.granted = String(granted)));
      },
      { once: true, capture: true },
    );
  }, pattern);
  await panel.mouse.click(3, 3);
  await panel.waitForSelector('body[data-granted="true"]');
}
