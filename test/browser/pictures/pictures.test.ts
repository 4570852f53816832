/** Every kind of picture and every menu entry, in a real Chromium, on a page that forbids most things. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { servePages, type PageServer } from '../../../tools/editors/serve-pages';
import { chooseMenu, clickMenu, inOverlay, openPictures, quickItem, type PageOfPictures } from '../../../tools/previews/page-of-pictures';
import { startExtension } from '../extension/running-extension';
import { boxIn, distanceOver, NEAR } from './place-on-page';
import { closeSidePanel } from '../extension/side-panel';

const GLASS = quickItem('Stained glass', 'stained-glass.jpg');
const id = (testId: string): string => `[data-testid="overlay-${testId}"]`;
const PAINTED = `${id('picture')}:not([data-size="0"])`;
const NOTICE = id('notice');
const ENDLESS_PAGE = `<!doctype html><canvas id="red" width="300" height="200"></canvas>
  <script>Object.assign(document.querySelector('#red').getContext('2d'), { fillStyle: 'red' }).fillRect(0, 0, 300, 200)</script>`;

let extension: RunningExtension;
let pages: PageServer;
let pictures: PageOfPictures;

beforeAll(async () => {
  pages = await servePages();
  extension = await startExtension({ viewport: null, switches: ['--window-size=1280,947'] });
}, 120_000);

beforeEach(async () => {
  pictures = await openPictures(extension, `${pages.url}/pictures/`);
});

afterEach(() => pictures.page.close());

afterAll(async () => {
  await extension?.close();
  await pages?.close();
});

/** The address that the browser tells: of <img> alone. */
function srcOf(selector: string): Promise<string | undefined> {
  return pictures.page.$eval(selector, (node) => (node instanceof HTMLImageElement ? node.currentSrc || node.src : undefined));
}

async function choose(selector: string, item: string): Promise<void> {
  await chooseMenu(pictures, selector, item, await srcOf(selector));
}

const boxOf = (selector: string) => boxIn(pictures.page, selector);

async function openPanel(): Promise<Page> {
  const panel = await extension.openPage(`panel/panel.html?tabId=${pictures.tabId}`);
  await panel.waitForSelector('#panel[aria-busy="false"]');
  return panel;
}

describe('“Quick stylize” shows the stylised picture in place of', () => {
  it.each(['#plain', '#srcset', '#drawing', '#background', '#canvas', '#webgl', '#cross', '#tainted', '#data', '#blob'])(
    '%s',
    async (selector) => {
      await choose(selector, GLASS);
      expect(await distanceOver(pictures, PAINTED, selector)).toBeLessThan(NEAR);
    },
  );
});

describe('the overlay', () => {
  beforeEach(async () => {
    await choose('#plain', GLASS);
    await inOverlay(pictures, PAINTED);
  });

  it('leaves the page’s layout and events alone, and Esc takes it away', async () => {
    const before = await boxOf('#words');
    await pictures.page.evaluate(() => (window.seen.length = 0));
    await inOverlay(pictures, id('compare'), '=60');
    await inOverlay(pictures, id('strength'), '=40');
    await inOverlay(pictures, `${id('controls')}[data-painting="false"]`);
    const { box } = await inOverlay(pictures, id('keep'));
    await pictures.page.mouse.click(box.x + 5, box.y + 5);
    await inOverlay(pictures, `${id('stage')}[data-phase="kept"]`);
    await inOverlay(pictures, id('reopen'), 'click');
    await inOverlay(pictures, id('controls'));
    await pictures.page.keyboard.press('Escape');
    await pictures.page.waitForFunction(() => document.activeElement !== null);
    expect(await pictures.page.evaluate(() => window.seen)).toEqual([]);
    expect(await boxOf('#words')).toEqual(before);
    expect(await isOpen()).toBe(false);
    expect(await framesAskedFor()).toBe(0);
  });

  it('follows its picture when the page scrolls, and says so when it goes', async () => {
    await pictures.page.evaluate(() => window.scrollTo({ top: 60, behavior: 'instant' }));
    const { y } = await boxOf('#plain');
    await pictures.worker.evaluate(
      async (tabId, top) => {
        await chrome.scripting.executeScript({
          target: { tabId },
          args: [top],
          func: async (wanted: number) => {
            const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('brushover-overlay') as HTMLElement) as ShadowRoot;
            while (Math.abs(root.querySelector('.stage')!.getBoundingClientRect().y - wanted) > 1) await new Promise(requestAnimationFrame);
          },
        });
      },
      pictures.tabId,
      y,
    );
    await pictures.page.evaluate(() => document.querySelector('#plain')?.remove());
    expect((await inOverlay(pictures, '.controls.gone')).text).toContain('can still be copied or downloaded');
  });

  it('refines from the preview, stops and keeps, and shows it in the panel’s history', async () => {
    await closeSidePanel(pictures.worker);
    const panel = await openPanel();
    await pictures.page.bringToFront();
    await inOverlay(pictures, `${id('refine')} small`);
    await inOverlay(pictures, id('refine'), 'click');
    expect((await inOverlay(pictures, `${id('words')}:not([data-fraction="0"])`)).text).toMatch(/Painting \d+ %, .+ left/);
    const [request] = await lastJobs();
    expect(request).toMatchObject({ styles: [{ name: 'Stained glass' }], layer: null });
    expect(request.start).toEqual(expect.any(String));
    await inOverlay(pictures, id('stop'), 'click');
    await inOverlay(pictures, `${id('controls')}[data-status="done"]`);
    expect((await inOverlay(pictures, id('words'))).text).toMatch(/^Stopped and kept, painted at \d+ × \d+\./);
    await inOverlay(pictures, id('open-history'), 'click');
    await panel.waitForSelector('[data-testid="history"][open] [data-testid="history-job"][data-status="done"] img');
    await panel.waitForSelector('[data-testid="result"]');
    await panel.close();
  });

  it('says so when the extension was reloaded, and keeps the picture', async () => {
    await inOverlay(pictures, `${id('controls')}[data-painting="false"]`);
    await pictures.worker.evaluate(async (tabId) => {
      await chrome.scripting.executeScript({
        target: { tabId },
        func: () => void (chrome.runtime.sendMessage = () => Promise.reject(new Error('Extension context invalidated.'))),
      });
    }, pictures.tabId);
    await inOverlay(pictures, id('style'), '=Starlit swirls');
    expect((await inOverlay(pictures, `${id('words')}.error`)).text).toMatch(/reload this page .* still be copied or downloaded/);
    await inOverlay(pictures, PAINTED);
  });

  it('offers the full size of a picture of another site, and goes on where that is refused', async () => {
    await choose('#cross', GLASS);
    await inOverlay(pictures, `${id('controls')}[data-painting="false"] ${id('allow')}`);
    await pictures.worker.evaluate(() => Object.assign(chrome.permissions, { request: async () => false }));
    await inOverlay(pictures, id('allow'), 'click');
    expect((await inOverlay(pictures, `${id('words')}.info`)).text).toContain('goes on with its screen pixels');
    await inOverlay(pictures, PAINTED);
  });

  /** By the overlay, while the page draws three. */
  async function framesAskedFor(): Promise<number> {
    return pictures.worker.evaluate(async (tabId) => {
      const [{ result }] = await chrome.scripting.executeScript({
        target: { tabId },
        func: async () => {
          const { requestAnimationFrame: ask } = window;
          let asked = 0;
          window.requestAnimationFrame = (callback) => (asked++, ask(callback));
          for (let i = 0; i < 3; i++) await new Promise(ask);
          return asked;
        },
      });
      return result as number;
    }, pictures.tabId);
  }

  async function isOpen(): Promise<boolean> {
    return pictures.worker.evaluate(async (tabId) => {
      const [{ result }] = await chrome.scripting.executeScript({
        target: { tabId },
        func: () =>
          chrome.dom.openOrClosedShadowRoot(document.querySelector('brushover-overlay') as HTMLElement)?.querySelector('.stage, .card') !==
          null,
      });
      return result === true;
    }, pictures.tabId);
  }

  function lastJobs(): Promise<{ start: string; styles: object[]; layer: null }[]> {
    return pictures.worker.evaluate(async () => {
      const answer = (await chrome.runtime.sendMessage({ context: 'offscreen', name: 'currentJob', request: null })) as {
        value: { request: never };
      };
      return [answer.value.request];
    });
  }
});

describe('a menu that is used before Brushover was ever seen on the page', () => {
  /** A page of its own: the icon, whose click would bring the overlay's memory of right-clicks, is clicked on another one. */
  async function hoverAndChoose(selector: string, item: string): Promise<void> {
    await pictures.page.reload();
    await pictures.page.waitForSelector('body[data-ready]');
    await pictures.page.$eval(selector, (node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await pictures.page.hover(selector);
    await clickMenu(pictures.worker, pictures.tabId, { menuItemId: item });
  }

  it.each(['#canvas', '#drawing', '#background'])('takes what the pointer is over: %s', async (selector) => {
    await hoverAndChoose(selector, GLASS);
    const { box } = await inOverlay(pictures, PAINTED);
    expect(Math.abs(box.y - (await boxOf(selector)).y)).toBeLessThan(1.5);
  });
});

describe('a menu that is used on a page', () => {
  it('whose document never ends loading, works at once', async () => {
    const server = createServer((_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write(ENDLESS_PAGE));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    try {
      pictures.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`).catch(() => undefined);
      await pictures.page.waitForSelector('#red');
      await extension.extension.triggerAction(pictures.page);
      await choose('#red', GLASS);
      await inOverlay(pictures, PAINTED);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('that never rests, leaves a sentence in the panel and a mark on the icon', async () => {
    await closeSidePanel(pictures.worker);
    await pictures.page.evaluate(() =>
      setTimeout(() => {
        const end = performance.now() + 14_000;
        while (performance.now() < end);
      }),
    );
    await clickMenu(pictures.worker, pictures.tabId, { menuItemId: GLASS });
    await markOnIcon();
    const panel = await openPanel();
    await panel.waitForSelector('[data-testid="source-error"]');
    expect(await panel.$eval('[data-testid="source-error"]', (node) => node.textContent)).toContain('did not answer');
    await panel.close();
  });

  it('whose overlay can’t be shown, leaves a sentence in the panel and a mark on the icon', async () => {
    await closeSidePanel(pictures.worker);
    await pictures.worker.evaluate(async (tabId) => {
      await chrome.scripting.executeScript({
        target: { tabId },
        func: () =>
          void (Element.prototype.attachShadow = () => {
            throw new Error('No shadows here.');
          }),
      });
    }, pictures.tabId);
    await clickMenu(pictures.worker, pictures.tabId, { menuItemId: GLASS });
    await markOnIcon();
  });

  async function markOnIcon(): Promise<void> {
    await pictures.worker.evaluate(async (tabId) => {
      while ((await chrome.action.getBadgeText({ tabId })) === '') await new Promise((resolve) => setTimeout(resolve, 20));
    }, pictures.tabId);
  }
});

describe('what can’t be stylised gets one sentence:', () => {
  it.each([
    ['#broken', /did not load/],
    ['#words-as-image', /did not load/],
    ['#huge', /has 20000 × 20000 pixels; the limit is/],
  ])('%s', async (selector, sentence) => {
    await choose(selector, GLASS);
    expect((await inOverlay(pictures, NOTICE)).text).toMatch(sentence);
  });

  it('an empty canvas', async () => {
    await pictures.page.$eval('#empty', (node) => (node as HTMLElement).scrollIntoView());
    await choose('#empty', GLASS);
    expect((await inOverlay(pictures, NOTICE)).text).toMatch(/only 0 × 0 pixels/);
  });

  it('a picture that went away between click and choice, which can then be picked', async () => {
    await clickMenu(pictures.worker, pictures.tabId, { menuItemId: GLASS, srcUrl: `${pages.url}/gone.png` });
    expect((await inOverlay(pictures, NOTICE)).text).toContain('Click the picture that you mean');
    await (await pictures.page.$('#plain'))!.click();
    await inOverlay(pictures, PAINTED);
  });
});

describe('the other entries hand over to the panel:', () => {
  beforeEach(() => closeSidePanel(pictures.worker));

  it('“Stylize image…” opens it as content', async () => {
    await choose('#plain', 'stylize-image');
    expect((await inOverlay(pictures, `${NOTICE}.success`)).text).toContain('ready to be stylised in the Brushover panel');
    const panel = await openPanel();
    await panel.waitForFunction(() => document.querySelector('[data-testid="source-name"]')?.textContent === 'A cup of coffee');
    expect(await panel.$eval('[data-testid="source-origin"]', (node) => node.textContent)).toBe('600 × 400 · Picture of a page');
    await panel.close();
  });

  it('“Use image as style” adds it to the user’s own and chooses it', async () => {
    await choose('#canvas', 'use-as-style');
    await inOverlay(pictures, `${NOTICE}.success`);
    const panel = await openPanel();
    await panel.waitForFunction(() =>
      /A page of pictures/.test(document.querySelector('[data-testid="selected-style"]')?.textContent ?? ''),
    );
    await panel.close();
  });

  it('“Stylize current layer” captures it', async () => {
    await clickMenu(pictures.worker, pictures.tabId, { menuItemId: 'stylize-layer' });
    const panel = await openPanel();
    await panel.waitForSelector('[data-testid="source-thumbnail"]');
    await panel.close();
  });

  it('a page that let nobody in says why, and the panel stays usable', async () => {
    await pictures.page.goto('chrome://version');
    await clickMenu(pictures.worker, pictures.tabId, { menuItemId: 'stylize-image' });
    const panel = await openPanel();
    await panel.waitForSelector('[data-testid="source-error"]');
    expect(await panel.$eval('[data-testid="source-error"]', (node) => node.textContent)).toContain('keeps extensions out of this part');
    await panel.close();
  });
});

it('the menu offers the styles that were used last, the newest on top', async () => {
  await choose('#plain', quickItem('Ink mountains', 'ink-mountains.jpg'));
  await inOverlay(pictures, PAINTED);
  const recent = await pictures.worker.evaluate(
    async () => (await chrome.storage.local.get('recentStyles')).recentStyles as { name: string }[],
  );
  expect(recent[0].name).toBe('Ink mountains');
});
