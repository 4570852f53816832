/** The overlay as a page has it, against a service worker that does what a test says. */
import type { Browser, Page } from 'puppeteer';
import type { LocalServer } from '../../../tools/local-server';
import { launchBrowser } from '../panel/open-panel';
import { focused, inOverlay, openOverlay, openPage, press, servePageWithOverlay, wordsOf } from './open-overlay';

let browser: Browser;
let server: LocalServer;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePageWithOverlay()]);
}, 60_000);
beforeEach(async () => {
  page = await openPage(browser, server.url, 900);
  await openOverlay(page);
});
afterEach(() => page.close());
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const commands = (): Promise<unknown[]> =>
  page.evaluate(() =>
    window.background.calls.filter(({ name }) => name === 'orderRefinement').map(({ request }) => (request as { command: string }).command),
  );

async function refine(fractionDone: number): Promise<void> {
  await press(page, 'refine');
  await inOverlay(page, 'cancel');
  await page.evaluate((share) => window.background.paint(share), fractionDone);
  await inOverlay(page, 'stop');
}

/** What Download saves, at a place in the picture. */
async function download(): Promise<{ width: number; height: number; color: number[] }> {
  await page.evaluate(() => {
    delete (window as { saved?: Blob }).saved;
    URL.createObjectURL = (blob) => {
      Object.assign(window, { saved: blob });
      return 'blob:saved';
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  await press(page, 'download');
  await page.waitForFunction(() => 'saved' in window);
  return page.evaluate(async () => {
    const { width, height, ...bitmap } = await createImageBitmap((window as unknown as { saved: Blob }).saved).then((made) => {
      const context = new OffscreenCanvas(made.width, made.height).getContext('2d')!;
      context.drawImage(made, 0, 0);
      return { width: made.width, height: made.height, color: [...context.getImageData(300, 200, 1, 1).data.slice(0, 3)] };
    });
    return { width, height, ...bitmap };
  });
}

it('tells what refining takes before it is begun, and how far it is during it', async () => {
  await inOverlay(page, 'refine', ' small');
  expect(await wordsOf(page, 'refine')).toBe('Refine about 40 s');
  expect(await wordsOf(page, 'words')).toBe('Refining paints 384 × 256: about 40 s · 610 MB · WebAssembly');
  await refine(0.12);
  expect(await wordsOf(page, 'words')).toBe('Painting 12 %, about 3 min left');
});

it('pauses, goes on, stops and keeps, and never lets the preview go', async () => {
  await refine(0.3);
  await press(page, 'pause');
  await inOverlay(page, 'continue');
  expect(await wordsOf(page, 'words')).toBe('Paused at 30 %');
  await press(page, 'continue');
  await page.evaluate(() => window.background.paint(0.4));
  await press(page, 'stop');
  await page.evaluate(() => window.background.end(true));
  await inOverlay(page, 'paint-on');
  expect(await wordsOf(page, 'words')).toBe('Stopped and kept, painted at 300 × 200. Copied and saved at the picture’s size, 600 × 400.');
  expect(await commands()).toEqual(['pause', 'resume', 'stop']);
  expect(await download()).toEqual({ width: 600, height: 400, color: [30, 200, 90] });
  await press(page, 'view-preview');
  expect((await download()).color).toEqual([10, 120, 240]);
});

it('goes on at a larger size, with the time that it takes', async () => {
  await refine(0.9);
  await page.evaluate(() => window.background.end(false));
  await inOverlay(page, 'larger', ' small');
  expect(await wordsOf(page, 'larger')).toBe('Larger: 600 px about 1 min');
  await press(page, 'larger');
  await inOverlay(page, 'cancel');
  const [, last] = await page.evaluate(() => window.background.calls.filter(({ name }) => name === 'refine'));
  expect(last!.request).toMatchObject({ image: 'taken', size: 600, from: 'run' });
  await press(page, 'cancel');
  await inOverlay(page, 'larger');
});

it('blends original and result at once, and saves what is seen', async () => {
  const asked = await page.evaluate(() => window.background.calls.length);
  const slider = await inOverlay(page, 'strength');
  await slider.evaluate((node) => {
    (node as HTMLInputElement).value = '50';
    node.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const picture = await inOverlay(page, 'picture');
  await page.waitForFunction((node) => getComputedStyle(node).opacity === '0.5', {}, picture);
  expect(await page.evaluate((from) => window.background.calls.slice(from).map(({ name }) => name), asked)).not.toContain('preview');
  const { color } = await download();
  // The exact blend of (200, 40, 20) and (10, 120, 240), each weighted sum rounded by the canvas.
  [105, 80, 130].forEach((exact, i) => expect(Math.abs(color[i]! - exact)).toBeLessThanOrEqual(1));
});

it('goes back to the preview where a run fails or is cancelled before there is a picture', async () => {
  await press(page, 'refine');
  await press(page, 'cancel');
  await inOverlay(page, 'controls', '[data-phase="preview"]');
  await page.evaluate(() => (window.background.failures.refine = 'The graphics card stopped answering; choose a smaller size.'));
  await press(page, 'refine');
  await inOverlay(page, 'words', '.error');
  expect(await wordsOf(page, 'words')).toContain('The graphics card stopped answering');
  await inOverlay(page, 'controls', '[data-phase="preview"]');
});

it('leaves what was refined in the history when it is undone, and opens it there', async () => {
  await refine(0.5);
  await page.keyboard.press('Escape');
  await inOverlay(page, 'notice');
  expect(await commands()).toEqual(['stop']);
  expect(await focused(page)).toBe('picture');
  await press(page, 'open-history');
  expect(await page.evaluate(() => window.background.calls.at(-1))).toEqual({ name: 'openHistory', request: { id: 'run' } });
});

it('hands the picture and its style to the panel', async () => {
  await press(page, 'panel');
  await inOverlay(page, 'words', '.success');
  const names = await page.evaluate(() => window.background.calls.map(({ name }) => name));
  expect(names.slice(-2)).toEqual(['openPanel', 'deliver']);
  const delivered = await page.evaluate(() => window.background.calls.at(-1)!.request);
  expect(delivered).toMatchObject({ task: 'content', name: 'A cat', picture: { image: 'taken' }, style: { name: 'Stained glass' } });
});
