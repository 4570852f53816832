/** Masks by brush: what is painted in the panel is what the run gets, and what it leaves alone stays as it was. */
import type { Page } from 'puppeteer';
import type {} from './fake-extension';
import { fullSizeLayer } from '../../../src/nst/images/full-size-layer';
import type { JobRequest } from '../../../src/protocol/job';
import { byId, callsOf, hasSource, screenshot, textOf } from './open-panel';
import { freshPanels } from './fresh-panel';

const WIDTH = 451;
const HEIGHT = 300;

const freshPanel = freshPanels();
let page: Page;

beforeEach(async () => {
  page = await freshPanel();
  await page.click(byId('capture'));
  await hasSource(page);
  await page.click(byId('brush'));
  await page.waitForSelector(byId('brush-canvas'));
});

test('a brushed strength leaves the untouched half of the layer exactly as it was', async () => {
  await paintRightEdge();
  await screenshot(page, '360-light-brush');
  const { mask, keepMask } = await startedRequest();
  expect(keepMask).toBeNull();
  const pixels = await pixelsOf(mask!);
  const content = { width: WIDTH, height: HEIGHT, data: randomBytes(1) };
  const generated = { width: 225, height: 150, data: randomBytes(2).subarray(0, 4 * 225 * 150) };
  const layer = fullSizeLayer({ content, mask: pixels }, generated, false);
  // Transparent in the new layer, so that the one below shows; and the layer's own colours under it.
  const faults = { visible: 0, changed: 0 };
  for (let y = 0; y < HEIGHT; y++) {
    for (let i = 4 * y * WIDTH; i < 4 * (y * WIDTH + 225); i += 4) {
      if (layer.data[i + 3] !== 0) faults.visible++;
      if ([0, 1, 2].some((channel) => layer.data[i + channel] !== content.data[i + channel])) faults.changed++;
    }
  }
  expect(faults).toEqual({ visible: 0, changed: 0 });
  expect(layer.data[4 * (150 * WIDTH + 430) + 3]).toBe(255);
});

test('strength, keep and undo by keys alone', async () => {
  await page.focus(byId('brush-canvas'));
  await page.keyboard.press('Space');
  await page.keyboard.press(']');
  await page.keyboard.press('Space');
  await page.click(byId('mask-keep'));
  await page.focus(byId('brush-canvas'));
  await page.keyboard.press('Space');
  await page.keyboard.press('x');
  expect(await page.$(`${byId('brush-does-erase')} :checked`)).not.toBeNull();
  await page.keyboard.press('z');
  await page.waitForSelector(`${byId('brush-redo')}:enabled`);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('brush-canvas');
  await page.keyboard.down('Shift');
  await page.keyboard.press('Z');
  await page.keyboard.up('Shift');
  await page.waitForSelector(`${byId('brush-redo')}:disabled`);
  const { mask, keepMask } = await startedRequest();
  const [strength, keep] = [await pixelsOf(mask!), await pixelsOf(keepMask!)];
  const middle = 4 * (150 * WIDTH + 225);
  expect([strength.data[middle], keep.data[middle], strength.data[0], keep.data[0]]).toEqual([255, 255, 0, 0]);
});

test('two styles have a region each, and what was painted survives the panel', async () => {
  await page.click(byId('mix-styles'));
  // From there the tools lie under the picture that stays in sight.
  await page.$eval('main', (main) => main.scrollTo(0, 0));
  await page.click(byId('mask-style2'));
  await paintRightEdge();
  await page.waitForFunction(() => window.fake.keepsMask('style2'));
  await page.reload();
  await page.waitForSelector('#panel[aria-busy="false"]');
  const { styles } = await startedRequest();
  const [first, second] = await Promise.all(styles.map(({ mask }) => pixelsOf(mask!)));
  const right = 4 * (150 * WIDTH + 430);
  expect([first.data[right], second.data[right], first.data[0], second.data[0]]).toEqual([0, 255, 255, 0]);
});

test('one click keeps the faces that were found, says so, and is one step of undo', async () => {
  await page.click(byId('mask-keep'));
  await page.click(byId('find-faces'));
  await page.waitForFunction(
    (status) => document.querySelector(status)?.textContent === 'Faces are painted into the mask.',
    {},
    byId('find-status'),
  );
  expect(await page.$eval(byId('find-status'), (status) => status.getAttribute('role'))).toBe('status');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('find-faces');
  await screenshot(page, '360-light-faces');
  await page.click(byId('brush-undo'));
  await page.waitForSelector(`${byId('brush-undo')}:disabled`);
  expect(await page.$eval(byId('find-status'), (status) => status.textContent)).toBe('');
  await page.click(byId('brush-redo'));
  const { mask, keepMask } = await startedRequest();
  expect(mask).toBeNull();
  const { data } = await pixelsOf(keepMask!);
  expect([data[4 * (75 * WIDTH + 225)], data[4 * (225 * WIDTH + 225)]]).toEqual([255, 0]);
  expect(await callsOf(page, 'findMask')).toEqual([{ image: expect.any(String) as string, what: 'faces' }]);
});

test('the preview of the optimisation keeps what was painted, which the quick one says it can’t; the history brings masks back', async () => {
  await page.click(byId('mask-keep'));
  await page.click(byId('find-faces'));
  await page.waitForSelector(`${byId('brush-undo')}:enabled`);
  await page.waitForFunction(() =>
    window.fake.calls.some(({ request }) => {
      const { keepMask, optimized } = (request ?? {}) as { keepMask?: string | null; optimized?: object | null };
      return Boolean(keepMask && optimized);
    }),
  );
  await page.click(byId('view-preview'));
  expect(await textOf(page, 'preview-masks')).toMatch(/^What you painted for Keep and for each style counts here/);
  await page.hover(byId('quick'));
  await page.waitForFunction(
    (id) => document.querySelector(id)?.textContent?.startsWith('This quick preview knows nothing'),
    {},
    byId('preview-masks'),
  );

  const { keepMask } = await startedRequest();
  await page.evaluate(() => window.fake.finish());
  await page.waitForSelector(byId('result'));
  await page.evaluate(() => window.fake.putInHistory('Roman mosaic'));
  await page.click(byId('brush-clear'));
  await page.waitForSelector(byId('preview-masks'), { hidden: true });
  await page.$eval(byId('history'), (history) => ((history as HTMLDetailsElement).open = true));
  await page.click(byId('history-settings'));
  expect(await textOf(page, 'history-notice')).toMatch(/^The settings are taken, and what was painted for them/);
  await page.waitForFunction(() => window.fake.keepsMask('keep'));
  await page.click(byId('start'));
  await page.waitForFunction(() => window.fake.calls.filter(({ name }) => name === 'startJob').length === 2);
  const again = (await callsOf(page, 'startJob'))[1] as unknown as JobRequest;
  expect((await pixelsOf(again.keepMask!)).data).toEqual((await pixelsOf(keepMask!)).data);
});

test('where no face is, one sentence says what to do, and the mask stays', async () => {
  const sentence = 'No face was found in this picture; paint over it with the brush.';
  await page.evaluate((message) => (window.fake.failures.findMask = message), sentence);
  await paintRightEdge();
  await page.click(byId('find-faces'));
  await page.waitForSelector(byId('brush-error'));
  expect(await page.$eval(byId('brush-error'), (error) => error.textContent)).toBe(sentence);
  const { data } = await pixelsOf((await startedRequest()).mask!);
  expect([data[4 * (150 * WIDTH + 430)], data[0]]).toEqual([255, 0]);
});

async function paintRightEdge(): Promise<void> {
  const canvas = (await page.waitForSelector(byId('brush-canvas')))!;
  // A click further down may have scrolled its upper edge out of sight.
  await canvas.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const place = (await canvas.boundingBox())!;
  const x = place.x + place.width * 0.95;
  await page.mouse.move(x, place.y + 5);
  await page.mouse.down();
  await page.mouse.move(x, place.y + place.height - 5, { steps: 8 });
  await page.mouse.up();
}

async function startedRequest(): Promise<JobRequest> {
  await page.click(byId('start'));
  await page.waitForFunction(() => window.fake.calls.some(({ name }) => name === 'startJob'));
  return (await callsOf(page, 'startJob'))[0] as unknown as JobRequest;
}

async function pixelsOf(ref: string): Promise<{ width: number; height: number; data: Uint8ClampedArray }> {
  const { width, height, data } = await page.evaluate((key) => window.fake.pixelsOf(key), ref);
  return { width, height, data: Uint8ClampedArray.from(data) };
}

function randomBytes(seed: number): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 4 * WIDTH * HEIGHT }, (_, i) => (i % 4 === 3 ? 255 : (i * 7919 * seed) % 251));
}
