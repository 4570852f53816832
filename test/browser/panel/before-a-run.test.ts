/** What the panel says while it waits: for a page, and for the user to start. */
import type { Browser, Page } from 'puppeteer';
import type {} from './fake-extension';
import { byId, launchBrowser, openPanel, textOf, type PanelLook } from './open-panel';
import { servePanel, type PanelServer } from './panel-server';

const NARROW: PanelLook = { width: 360, theme: 'light' };

let browser: Browser;
let server: PanelServer;
let page: Page;
let errors: string[];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePanel()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

afterEach(async () => {
  expect(errors).toEqual([]);
  await page.browserContext().close();
});

async function capture(): Promise<void> {
  await page.click(byId('capture'));
  await page.waitForSelector(byId('source-picture'));
}

test('what a run will take stands there before it is started', async () => {
  ({ page, errors } = await openPanel(browser, server.url, NARROW));
  await capture();
  await page.waitForFunction(
    (selector) => document.querySelector(selector)?.textContent?.includes('about 2 min · 610 MB · WebAssembly'),
    {},
    byId('status'),
  );
});

test('a page that never answers is told of after a while, and the wait can be ended', async () => {
  ({ page, errors } = await openPanel(browser, server.url, NARROW));
  await page.evaluate(() => void window.fake.silent.add('captureLayer'));
  await page.click(byId('capture'));
  await page.waitForSelector(byId('slow-capture'), { timeout: 20_000 });
  await page.click(byId('cancel-capture'));
  await page.waitForSelector(byId('slow-capture'), { hidden: true });
  expect(await textOf(page, 'source-error')).toBe('The capture was cancelled; if the page is stuck, reload it, then capture again.');
  await page.evaluate(() => window.fake.silent.clear());
  await capture();
});
