import type { Browser, Page } from 'puppeteer';
import { captureLayer, insertLayer, type CapturedPicture, type Insertion, type PageAccess } from '../../../src/editors';
import { pageAccessOf } from '../../../tools/editors/page-access-of';
import { resultPixel, SHAPE, type EditorUnderTest, type LayerPixels } from '../../pages/editor-under-test';
import type { EditorEntry } from './entries';
import { pictureOf, pngOf } from './pictures';

export const RESULT = pictureOf(resultPixel);
export const RESULT_NAME = 'Brushover · starlit swirls';

/** One tab with the editor in it, its document as `open` leaves it. */
export interface Session {
  entry: EditorEntry;
  page: Page;
  access: PageAccess;
  browser: Browser;
  url: string;
  serverUrl: string;
  capture(): Promise<CapturedPicture>;
  insertResult(captured: CapturedPicture): Promise<Insertion>;
  layers(): Promise<LayerPixels[]>;
  /** Calls one of the page's own helpers. */
  tell<K extends keyof EditorUnderTest>(name: K, ...args: Parameters<NonNullable<EditorUnderTest[K]>>): Promise<void>;
  /** A fresh document; a fresh page only where the last check spoilt it. */
  reopen(options?: { freshPage?: boolean }): Promise<void>;
}

export async function openSession(browser: Browser, serverUrl: string, entry: EditorEntry): Promise<Session> {
  const page = await browser.newPage();
  const url = (entry.host ? serverUrl.replace('127.0.0.1', entry.host) : serverUrl) + entry.page;
  const access = pageAccessOf(page);
  const tell: Session['tell'] = async (name, ...args) => {
    await page.evaluate(async (name, args) => void (await Reflect.apply(window.editorUnderTest[name] as (...args: unknown[]) => unknown, null, args)), name, args as unknown[]);
  };
  const session: Session = {
    entry,
    page,
    access,
    browser,
    url,
    serverUrl,
    tell,
    capture: () => captureLayer(access),
    insertResult: ({ layerId, x, y }) => insertLayer(access, { name: RESULT_NAME, png: pngOf(RESULT), x, y, width: SHAPE.width, height: SHAPE.height, above: layerId }),
    layers: () => page.evaluate(() => window.editorUnderTest.layers()),
    async reopen({ freshPage = false } = {}) {
      if (freshPage || page.url() !== url) await page.goto(url);
      await page.waitForFunction(() => window.editorUnderTest !== undefined && (document.querySelector('#app') === null || document.body.dataset.ready === 'true'));
      await tell('open');
    },
  };
  await session.reopen();
  return session;
}
