import { mkdirSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { ensureChromium } from '../../../tools/browser/find-chromium';

export interface PanelLook {
  width: number;
  theme: 'light' | 'dark';
}

const SCREENSHOTS = 'out/panel';

export async function launchBrowser(): Promise<Browser> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer.launch({ executablePath: await ensureChromium(() => undefined), args });
}

/** A panel with storage of its own; what goes wrong in it fails the test that looks at `errors`. */
export async function openPanel(browser: Browser, url: string, { width, theme }: PanelLook): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.setViewport({ width, height: 860, deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(url);
  await isReady(page);
  return { page, errors };
}

export async function isReady(page: Page): Promise<void> {
  await page.waitForSelector('#panel[aria-busy="false"]');
}

/** A picture to paint, itself or already as a preview. */
export async function hasSource(page: Page): Promise<void> {
  await page.waitForSelector(`${byId('stage')}:not([data-shows="empty"])`);
}

export function byId(testId: string): string {
  return `[data-testid="${testId}"]`;
}

export async function textOf(page: Page, testId: string): Promise<string> {
  const element = await page.waitForSelector(byId(testId));
  return (await element!.evaluate((node) => (node as HTMLElement).innerText)).replace(/\s+/g, ' ');
}

export async function screenshot(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() => [...document.images].every((image) => image.complete || image.loading === 'lazy'));
  await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` });
}

/** Calls of one name that the panel made, with their arguments. */
export async function callsOf(page: Page, name: string): Promise<Record<string, unknown>[]> {
  const calls = await page.evaluate(() => window.fake.calls);
  return calls.filter((call) => call.name === name).map(({ request }) => request as Record<string, unknown>);
}
