import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import type { Browser, ElementHandle, Page } from 'puppeteer';
import { serveLocally, type LocalServer } from '../../../tools/local-server';
import type {} from './fake-background';

const PAGE = `<!doctype html><html lang="en"><head><title>A page with a picture</title></head><body style="margin: 0">
  <main><h1>Cats</h1><p><a id="link" href="#more">More cats</a></p><img id="picture" src="/photo.jpg" alt="A cat" width="300" height="200"></main>
  <script type="module" src="/overlay.js"></script></body></html>`;

/** A page with a picture in it, and the overlay's script, with the fake service worker in front of it. */
export async function servePageWithOverlay(): Promise<LocalServer> {
  const { outputFiles } = await build({
    stdin: {
      contents: "import './test/browser/overlay/fake-background'; import './src/overlay/index';",
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const script = outputFiles[0]!.text;
  return serveLocally(async (path) => {
    if (path === '/overlay.js') return script;
    if (path === '/photo.jpg') return readFile('test/fixtures/photos/photo-cat.jpg');
    if (path.startsWith('/_locales/')) return readFile(path.slice(1));
    return PAGE;
  });
}

/** In a page of its own; `prepare` is called before anything is in it. */
export async function openPage(browser: Browser, url: string, width: number, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 700, deviceScaleFactor: 1 });
  await prepare?.(page);
  await page.goto(`${url}/`);
  await page.waitForFunction(() => 'background' in window && document.querySelector('img')!.complete);
  return page;
}

/** Chooses “Quick stylize” in the menu of the page's picture. */
export async function openOverlay(page: Page): Promise<void> {
  await page.evaluate(() => window.background.order());
  await inOverlay(page, 'controls', '[data-painting="false"]');
}

/** Waits until something is there. Looks in every frame: changes within a shadow are told to nobody outside. */
export async function inOverlay(page: Page, id: string, state = ''): Promise<ElementHandle<HTMLElement>> {
  const css = `[data-testid="overlay-${id}"]${state}`;
  const find = (selector: string) => document.querySelector('brushover-overlay')?.shadowRoot?.querySelector(selector);
  return (await page.waitForFunction(find, { polling: 'raf' }, css)) as ElementHandle<HTMLElement>;
}

export async function press(page: Page, id: string): Promise<void> {
  const button = await inOverlay(page, id, ':not(:disabled):not([aria-busy="true"])');
  await button.evaluate((node) => node.click());
}

export async function wordsOf(page: Page, id: string, state = ''): Promise<string> {
  return (await inOverlay(page, id, state)).evaluate((node) => node.innerText.replace(/\s+/g, ' ').trim());
}

/** What has the focus, in the overlay or on the page. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return (inner as HTMLElement | null)?.dataset.testid?.replace('overlay-', '') || inner?.id || (inner?.tagName ?? 'nothing');
  });
}
