/** What the panel says before a run, and what can follow one. */
import type { ElementHandle, Page } from 'puppeteer';
import { openLayeredFile } from '../../../src/picture-files/layers/layered-file';
import type {} from './fake-extension';
import { byId, callsOf, hasSource, textOf } from './open-panel';
import { freshPanels } from './fresh-panel';

const freshPanel = freshPanels();
let page: Page;

async function capture(): Promise<void> {
  await page.click(byId('capture'));
  await hasSource(page);
}

test('what a run will take stands there before it is started', async () => {
  page = await freshPanel();
  await capture();
  await page.waitForFunction(
    (selector) => document.querySelector(selector)?.textContent?.includes('about 2 min · 610 MB · WebAssembly'),
    {},
    byId('status'),
  );
});

test('a style that is chosen already shows its preview when it is clicked', async () => {
  page = await freshPanel();
  await capture();
  await page.click('.style-tile:has(:checked)');
  await page.waitForSelector(byId('preview'));
});

test('a page that never answers is told of after a while, and the wait can be ended', async () => {
  page = await freshPanel();
  await page.evaluate(() => void window.fake.silent.add('captureLayer'));
  await page.click(byId('capture'));
  await page.waitForSelector(byId('slow-capture'), { timeout: 20_000 });
  await page.click(byId('cancel-capture'));
  await page.waitForSelector(byId('slow-capture'), { hidden: true });
  expect(await textOf(page, 'source-error')).toBe('The capture was cancelled; if the page is stuck, reload it, then capture again.');
  await page.evaluate(() => window.fake.silent.clear());
  await capture();
});

test('a finished picture leads on: painted on from there, or among the styles', async () => {
  page = await freshPanel();
  await capture();
  await page.click(byId('start'));
  await page.waitForSelector(byId('cancel'));
  await page.evaluate(() => window.fake.finish());
  await page.waitForSelector(byId('next-steps'));
  // It was painted at the layer's own size.
  expect(await page.$(byId('paint-larger'))).toBeNull();
  await page.click(byId('paint-more'));
  await page.waitForSelector(byId('cancel'));
  const [first, second] = await callsOf(page, 'startJob');
  expect(first).toMatchObject({ start: null });
  expect(second).toMatchObject({ start: expect.any(String), size: 451, settings: { scales: [{ scale: 1, evaluations: 30 }] } });
  await page.evaluate(() => window.fake.finish());
  await page.waitForSelector(byId('next-steps'));
  await page.click(byId('use-as-style'));
  await page.waitForSelector('.style-tile [title^="Brushover ·"]');
});

test('a run can be looked back at, and what was on its way kept, inserted, or gone on from with other settings', async () => {
  page = await freshPanel();
  await capture();
  await page.click(byId('start'));
  await page.waitForSelector(byId('cancel'));
  for (const evaluation of [10, 30, 60]) await page.evaluate(showAt, evaluation);
  await page.waitForFunction((css) => document.querySelectorAll(css).length === 3, {}, byId('moment'));
  await page.click(`${byId('moment')}[data-evaluation="30"]`);
  await page.waitForSelector(byId('moment-picture'));
  await page.click(byId('keep-moment'));
  await page.waitForSelector(`${byId('keep-moment')}[aria-pressed="true"]`);
  await page.click(byId('insert'));
  await page.waitForSelector(byId('insert-outcome'));
  const [inserted] = await callsOf(page, 'insertLayer');
  expect(inserted).toMatchObject({ image: expect.any(String), width: 451, height: 300 });

  await page.evaluate(() => window.fake.finish());
  await page.click(byId('start-here'));
  await page.waitForSelector(byId('cancel'));
  const requests = await callsOf(page, 'startJob');
  expect(requests[1]).toMatchObject({ start: (inserted as { image: string }).image });
});

test('the chart shows J and its parts when it is asked for', async () => {
  page = await freshPanel();
  await capture();
  await page.click(byId('start'));
  await page.waitForSelector(byId('cancel'));
  await page.evaluate(() => window.fake.finish());
  await page.click(byId('sparkline'));
  await page.waitForSelector(`${byId('loss-chart')} canvas`);
  expect(await textOf(page, 'loss-chart')).toMatch(/Loss J [\d.]+\s*content [\d.]+\s*style [\d.]+/);
  await page.click(byId('sparkline'));
  await page.waitForSelector(byId('loss-chart'), { hidden: true });
});

/** Runs in the panel. */
async function showAt(evaluation: number): Promise<void> {
  window.fake.progress(evaluation);
  await window.fake.picture();
}

test('notifications are on where the user allows them, and off again where not', async () => {
  page = await freshPanel();
  const isOn = (wanted: boolean) =>
    page.waitForFunction(
      (css, value) => {
        const box = document.querySelector<HTMLInputElement>(css);
        return box?.checked === value && box.getAttribute('aria-busy') === 'false';
      },
      {},
      byId('notifies'),
      wanted,
    );
  await page.$eval(byId('notifies'), (node) => (node as HTMLElement).click());
  await isOn(false);
  await page.evaluate(() => void (window.fake.allows = true));
  await page.$eval(byId('notifies'), (node) => (node as HTMLElement).click());
  await isOn(true);
  expect(await page.evaluate(() => window.fake.notifies)).toBe(true);
  await page.$eval(byId('notifies'), (node) => (node as HTMLElement).click());
  await isOn(false);
});

test('a layer of a Photoshop file is chosen, and the file saved with the result above it', async () => {
  page = await freshPanel();
  const input = (await page.waitForSelector(byId('open-image'))) as ElementHandle<HTMLInputElement>;
  await input.uploadFile('test/fixtures/layers/group.psd');
  await page.waitForSelector(byId('file-layer'));
  await page.select(byId('file-layer'), '1');
  await page.waitForFunction((css) => document.querySelector(css)?.textContent === 'Background', {}, byId('source-name'));
  await page.click(byId('start'));
  await page.waitForSelector(byId('cancel'));
  await page.evaluate(keepSavedFiles);
  await page.evaluate(() => window.fake.finish());
  await page.click(byId('save-file'));
  await page.waitForSelector(byId('result-notice'));
  expect(await textOf(page, 'result-notice')).toMatch(/^Saved as group-brushover\.psd, with “Brushover · .*” above “Background”\.$/);
  const saved = Buffer.from(await page.evaluate(lastSavedFile), 'base64');
  const { layers } = (await openLayeredFile(new Uint8Array(saved), 'The file'))!;
  expect(layers.map(({ path }) => path)).toEqual(['Group 1/Shape 1', expect.stringMatching(/^Brushover · /), 'Background']);
  expect(layers[1]).toMatchObject({ x: layers[2]!.x, y: layers[2]!.y, width: layers[2]!.width, height: layers[2]!.height });
});

/** Runs in the panel. */
function keepSavedFiles(): void {
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    Object.assign(window, { savedFile: blob });
    return createObjectURL(blob);
  };
}

/** Runs in the panel. */
async function lastSavedFile(): Promise<string> {
  const bytes = new Uint8Array(await (window as unknown as { savedFile: Blob }).savedFile.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
