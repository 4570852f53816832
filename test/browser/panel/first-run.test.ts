/** What a panel says in which nothing was ever captured. */
import type { Browser } from 'puppeteer';
import { byId, isReady, launchBrowser, openPanel, screenshot } from './open-panel';
import { servePanel, type PanelServer } from './panel-server';

let browser: Browser;
let server: PanelServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePanel()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it('tells the first steps until they are understood, for good, and the focus goes on to the first of them', async () => {
  const { page, errors } = await openPanel(browser, server.url, { width: 360, theme: 'light' });
  await page.waitForSelector(byId('first-run'));
  await screenshot(page, 'first-run');
  await page.click(byId('dismiss-first-run'));
  await page.waitForSelector(`${byId('capture')}:focus`);
  expect(await page.$(byId('first-run'))).toBeNull();
  await page.reload();
  await isReady(page);
  expect(await page.$(byId('first-run'))).toBeNull();
  expect(errors).toEqual([]);
});

it('tells them no longer once something was captured', async () => {
  const { page } = await openPanel(browser, server.url, { width: 360, theme: 'dark' });
  await page.waitForSelector(byId('first-run'));
  await page.click(byId('capture'));
  await page.waitForSelector(byId('source-picture'));
  expect(await page.$(byId('first-run'))).toBeNull();
});
