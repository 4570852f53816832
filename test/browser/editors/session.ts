import type { Browser, Page } from 'puppeteer';
import { captureLayer, insertLayer, type CapturedPicture, type Insertion, type PageAccess } from '../../../src/editors';
import { pageAccessOf } from '../../../tools/editors/page-access-of';
import { resultPixel, SHAPE, type EditorUnderTest, type LayerPixels, type SavedPixels } from '../../pages/editor-under-test';
import type { EditorEntry } from './entry';
import { pictureOf, pngOf } from './pictures';

export const RESULT = pictureOf(resultPixel);
export const RESULT_NAME = 'Brushover · starlit swirls';

/** One tab with the editor in it, its document as `open` leaves it. */
export interface Session {
  entry: EditorEntry;
  page: Page;
  access: PageAccess;
  browser: Browser;
  serverUrl: string;
  /** Whether the page itself takes the picture; else the user has to. */
  isTakenByPage: boolean;
  /** The current layer, or one that was captured before. */
  capture(again?: CapturedPicture): Promise<CapturedPicture>;
  insertResult(captured: CapturedPicture): Promise<Insertion>;
  layers(): Promise<LayerPixels[]>;
  /** The document as the editor itself writes it, laid out flat. */
  saved(): Promise<SavedPixels>;
  /** Waits until the layers are no longer as before: pages take pastes and drops in their own time. */
  changedLayers(before: LayerPixels[]): Promise<LayerPixels[]>;
  /** Calls one of the page's own helpers. */
  tell<K extends keyof EditorUnderTest>(name: K, ...args: Parameters<NonNullable<EditorUnderTest[K]>>): Promise<void>;
  /** A fresh document; a fresh page only where the last check spoilt it. */
  reopen(options?: { freshPage?: boolean }): Promise<void>;
}

export async function openSession(browser: Browser, serverUrl: string, entry: EditorEntry): Promise<Session> {
  const page = await browser.newPage();
  const site = entry.host ? serverUrl.replace('127.0.0.1', entry.host) : serverUrl;
  const url = site + entry.page;
  await browser.defaultBrowserContext().overridePermissions(site, entry.clipboard ? ['clipboard-read', 'clipboard-sanitized-write'] : []);
  const access = pageAccessOf(page);
  const tell: Session['tell'] = async (name, ...args) => {
    await page.evaluate(
      async (name, args) => void (await Reflect.apply(window.editorUnderTest[name] as (...args: unknown[]) => unknown, null, args)),
      name,
      args,
    );
  };
  const layers = () => page.evaluate(() => window.editorUnderTest.layers());
  const session: Session = {
    entry,
    page,
    access,
    browser,
    serverUrl,
    isTakenByPage: entry.way !== 'clipboard' && entry.way !== 'download',
    tell,
    capture: (again) => captureLayer(access, again ? { id: again.layerId, name: again.layerName } : null),
    insertResult: ({ layerId, x, y }) =>
      insertLayer(access, { name: RESULT_NAME, png: pngOf(RESULT), x, y, width: SHAPE.width, height: SHAPE.height, above: layerId }),
    layers,
    saved: () => page.evaluate(() => Reflect.apply(window.editorUnderTest.saved!, null, [])),
    async changedLayers(before) {
      await page.waitForFunction(areNew, { timeout: 5000, polling: 50 }, JSON.stringify(before));
      return layers();
    },
    async reopen({ freshPage = false } = {}) {
      if (freshPage || page.url() !== url) await page.goto(url);
      await page.waitForFunction(
        () => window.editorUnderTest !== undefined && (document.querySelector('#app') === null || document.body.dataset.ready === 'true'),
      );
      await tell('open');
    },
  };
  await session.reopen();
  return session;
}

/** Runs in the page. */
async function areNew(before: string): Promise<boolean> {
  return JSON.stringify(await window.editorUnderTest.layers()) !== before;
}
