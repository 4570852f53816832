import type { Page } from 'puppeteer';
import type {} from './fake-extension';
import { byId, callsOf, hasSource, isReady, type PanelLook, screenshot, textOf } from './open-panel';
import { freshPanels, NARROW } from './fresh-panel';

const PHOTO = 'test/fixtures/photos/photo-coffee.jpg';

const freshPanel = freshPanels();
let page: Page;

async function open(look: PanelLook = NARROW): Promise<void> {
  page = await freshPanel(look);
}

async function capture(): Promise<void> {
  await page.click(byId('capture'));
  await hasSource(page);
}

async function start(): Promise<void> {
  await page.click(byId('start'));
  await page.waitForSelector(byId('cancel'));
}

async function runTo(evaluation: number): Promise<void> {
  await page.evaluate(async (last) => {
    for (let i = 1; i <= last; i++) window.fake.progress(i);
    await window.fake.picture();
  }, evaluation);
  await page.waitForSelector(`${byId('progress')}[data-evaluation="${evaluation}"]`);
  await page.waitForSelector(byId('live-picture'));
}

async function chooseFile(testId: string, path: string): Promise<void> {
  const input = await page.$(`input${byId(testId)}`);
  await (input as import('puppeteer').ElementHandle<HTMLInputElement>).uploadFile(path);
}

test.each<PanelLook>([NARROW, { width: 480, theme: 'dark' }])('from layer to new layer, %p', async (look) => {
  const shoot = (name: string) => screenshot(page, `${look.width}-${look.theme}-${name}`);
  await open(look);
  expect(await textOf(page, 'status')).toContain('Capture a layer or open an image first.');
  await shoot('1-empty');

  await capture();
  expect(await textOf(page, 'source-name')).toBe('Photo of a cat');
  await page.$eval(byId('style-stained-glass'), (tile) => (tile as HTMLElement).click());
  await page.click(byId('quality-40'));
  await shoot('2-ready');

  await start();
  await runTo(23);
  expect(await textOf(page, 'status')).toContain('Painting 23 %, about 30 s left Stained glass');
  const [request] = await callsOf(page, 'startJob');
  expect(request).toMatchObject({ size: null, engine: 'auto', settings: { evaluations: 40 }, styles: [{ name: 'Stained glass' }] });
  await shoot('3-running');

  await page.evaluate(() => window.fake.finish());
  await page.waitForSelector(byId('result'));
  await page.click(byId('insert'));
  expect(await textOf(page, 'insert-outcome')).toContain('Added as “Brushover · Stained glass”');
  await page.click(byId('capture-again'));
  await page.waitForFunction(() => window.fake.calls.filter(({ name }) => name === 'captureLayer').length === 2);
  expect((await callsOf(page, 'captureLayer'))[1]).toMatchObject({ wanted: { layerId: 'layer-3', layerName: 'Photo of a cat' } });
  expect(request).toMatchObject({ insertWhenFinished: true });
  expect(await callsOf(page, 'insertLayer')).toMatchObject([{ tabId: 7, x: 12, y: 34, width: 451, height: 300, above: 'layer-3' }]);
  await shoot('4-finished');
  await page.click(`${byId('result-details')} summary`);
  expect(await textOf(page, 'result-details')).toContain('Engine WebAssembly, relaxed SIMD, 2 threads');
  await shoot('4-finished-details');

  await page.click(byId('advanced-toggle'));
  await page.$eval(byId('settings'), (node) => node.scrollIntoView());
  await shoot('5-settings');
});

test('another layer of the editor is captured without going there', async () => {
  await open();
  await capture();
  await page.waitForSelector(byId('editor-layer'));
  const names = await page.$$eval(`${byId('editor-layer')} option`, (options) => options.map(({ textContent }) => textContent));
  expect(names).toEqual(['Title', 'Photo of a cat', 'Sketch (hidden)']);
  await page.select(byId('editor-layer'), '0');
  await page.waitForFunction((name) => document.querySelector(name)?.textContent === 'Title', {}, byId('source-name'));
  expect((await callsOf(page, 'captureLayer'))[1]).toMatchObject({ wanted: { layerId: 'layer-4', layerName: 'Title' } });
  await page.evaluate(() => void (window.fake.failures.captureLayer = '“Sketch” is hidden; show it, then capture again.'));
  await page.select(byId('editor-layer'), '2');
  await page.waitForSelector(byId('source-error'));
  expect(await page.$eval(byId('editor-layer'), (node) => (node as HTMLSelectElement).value)).toBe('0');
});

test('cancel keeps the picture, which can still be inserted', async () => {
  await open();
  await capture();
  await start();
  await runTo(9);
  await page.click(byId('cancel'));
  await page.waitForSelector(`${byId('action-bar')}[data-status="cancelled"]`);
  expect(await textOf(page, 'status')).toContain('Cancelled at 9 %');
  await page.click(byId('insert'));
  await page.waitForSelector(byId('insert-outcome'));
  expect(await callsOf(page, 'insertLayer')).toHaveLength(1);
});

test('a failed job says why and keeps settings and picture', async () => {
  await open();
  await capture();
  await page.click(byId('strokeSize-bold'));
  await start();
  await runTo(5);
  await page.evaluate(() => window.fake.fail('The graphics card stopped answering; choose a smaller size.'));
  expect(await textOf(page, 'run-error')).toBe('The graphics card stopped answering; choose a smaller size.');
  expect(await page.$(byId('live-picture'))).not.toBeNull();
  expect(await page.$(`${byId('strokeSize-bold')} :checked`)).not.toBeNull();
});

test('a closed panel comes back with its job, style and settings', async () => {
  await open();
  await capture();
  await page.$eval(byId('style-stained-glass'), (tile) => (tile as HTMLElement).click());
  await page.click(byId('keepColors-luminance'));
  await start();
  await runTo(60);
  await page.reload();
  await isReady(page);
  await page.waitForSelector(`${byId('progress')}[data-evaluation="60"]`);
  expect(await page.$(`${byId('style-stained-glass')} :checked`)).not.toBeNull();
  expect(await page.$(`${byId('keepColors-luminance')} :checked`)).not.toBeNull();
  expect(await textOf(page, 'source-name')).toBe('Photo of a cat');
  await page.evaluate(() => window.fake.finish());
  await page.waitForSelector(byId('result'));
  // The service worker inserts, not the panel.
  expect(await callsOf(page, 'insertLayer')).toEqual([]);
});

test('a failed capture stands beside its button; a damaged file beside its own', async () => {
  await open();
  await page.evaluate(() => void (window.fake.failures.captureLayer = 'No editor was found in this tab; open one and capture again.'));
  await page.click(byId('capture'));
  expect(await textOf(page, 'source-error')).toBe('No editor was found in this tab; open one and capture again.');
  await chooseFile('open-image', 'package.json');
  await page.waitForFunction(() => document.querySelector('[data-testid="source-error"]')?.textContent?.includes("can't be read"));
  await chooseFile('add-style', 'package.json');
  expect(await textOf(page, 'style-error')).toMatch(/^The style image can't be read/);
});

test('an opened image is a source without an editor: it can be saved, not inserted', async () => {
  await open();
  await chooseFile('open-image', PHOTO);
  await hasSource(page);
  expect(await textOf(page, 'source-name')).toBe('photo-coffee.jpg');
  await start();
  await page.evaluate(() => window.fake.finish());
  await page.waitForSelector(byId('download'));
  expect(await page.$(byId('insert'))).toBeNull();
});

test('what cannot be used is said beside the field, and Start waits for it', async () => {
  await open();
  await capture();
  await page.click(byId('advanced-toggle'));
  const type = async (testId: string, text: string) => {
    await page.click(byId(testId), { count: 3 });
    await page.keyboard.type(text);
  };
  await type('setting-tvWeight', '-1');
  expect(await textOf(page, 'problem-tvWeight')).toBe('Enter a number from 0 to 1000000.');
  expect(await page.$eval(byId('start'), (node) => (node as HTMLButtonElement).disabled)).toBe(true);
  expect(await textOf(page, 'status')).toContain('Smoothing: Enter a number from 0 to 1000000.');
  await type('styleLayers-relu1_2', 'much');
  expect(await textOf(page, 'problem-styleLayers')).toBe('Enter a number from 0 to 1000000 as the weight of relu1_2.');
  await page.click(byId('reset-settings'));
  await page.waitForSelector(`${byId('start')}:not(:disabled)`);
  expect(await page.$eval(byId('setting-tvWeight'), (node) => (node as HTMLInputElement).value)).toBe('0.0006');
});

test('own styles are added, renamed, deleted, brought back, and stay', async () => {
  await open();
  await chooseFile('add-style', PHOTO);
  await page.waitForSelector(byId('rename-style'));
  await page.click(byId('rename-style'));
  await page.keyboard.type('Morning coffee');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('[data-testid="selected-style"]')?.textContent?.includes('Morning coffee'));
  await page.click(byId('delete-style'));
  expect(await textOf(page, 'style-deleted')).toContain('Deleted “Morning coffee”.');
  await page.click(byId('undo-delete'));
  await page.waitForSelector(byId('rename-style'));
  await page.reload();
  await isReady(page);
  expect(await textOf(page, 'selected-style')).toContain('Morning coffee');
  await screenshot(page, '360-light-6-own-style');
});

test('two styles can be mixed', async () => {
  await open();
  await capture();
  await page.click(byId('mix-styles'));
  await page.$eval(byId('style-roman-mosaic'), (tile) => (tile as HTMLElement).click());
  await page.focus(byId('mix-share'));
  await page.keyboard.press('ArrowRight');
  expect(await textOf(page, 'mix-second')).toBe('Roman mosaic 55 %');
  await page.click(byId('mix-first'));
  await page.$eval(byId('style-stained-glass'), (tile) => (tile as HTMLElement).click());
  await screenshot(page, '360-light-7-mix');
  await start();
  const [{ styles }] = await callsOf(page, 'startJob');
  expect(styles).toMatchObject([
    { name: 'Stained glass', weight: 0.45 },
    { name: 'Roman mosaic', weight: 0.55 },
  ]);
});

test('files can be dropped and pasted', async () => {
  await open();
  await page.evaluate(async () => {
    const file = new File([await (await fetch('photo.jpg')).blob()], 'dropped.jpg', { type: 'image/jpeg' });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    const target = document.querySelector('[data-testid="source"]');
    target?.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true }));
    target?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  });
  await hasSource(page);
  expect(await textOf(page, 'source-name')).toBe('dropped.jpg');
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/uri-list', 'https://example.org/picture.png');
    document.querySelector('[data-testid="styles"]')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  });
  expect(await textOf(page, 'style-error')).toMatch(/^Only image files can be dropped here/);
  await page.evaluate(async () => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([await (await fetch('photo.jpg')).blob()], 'image.png', { type: 'image/jpeg' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await page.waitForFunction(() => document.querySelector('[data-testid="selected-style"]')?.textContent?.includes('Pasted style'));
});

test('everything works by keyboard and has a name', async () => {
  await open();
  await capture();
  await page.focus(`${byId('style-starlit-swirls')} input`);
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector(`${byId('style-umber-portrait')} :checked`);
  await page.click(byId('advanced-toggle'));
  const nameless = await page.$$eval('button, input, select, summary, [role="progressbar"]', (nodes) =>
    nodes
      .filter((node) => !(node.ariaLabel || node.textContent?.trim() || (node as HTMLInputElement).labels?.[0]?.innerText))
      .map((node) => node.outerHTML),
  );
  expect(nameless).toEqual([]);

  await page.focus(byId('start'));
  await page.keyboard.press('Enter');
  await page.waitForSelector(byId('cancel'));
  await page.evaluate(() => window.fake.finish());
  await page.waitForSelector(byId('compare-slider'));
  await page.focus(byId('compare-slider'));
  await page.keyboard.press('End');
  await page.waitForSelector(`${byId('compare-slider')}[aria-valuetext="100 % before"]`);
});

test('what waits can be moved and removed; what was made can be found, inserted, pinned, deleted and brought back', async () => {
  await open();
  await capture();
  await start();
  await page.evaluate(() => window.fake.finish());
  await page.waitForSelector(byId('result'));
  await page.evaluate(async () => {
    for (const name of ['Roman mosaic', 'Stained glass', 'Night sky']) await window.fake.putInHistory(name);
    for (const name of ['First', 'Second']) await window.fake.putInQueue(name);
  });
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="queued-job"]').length === 2);
  await page.click(`${byId('queued-job')}:nth-child(2) ${byId('queue-up')}`);
  await page.waitForFunction(() => document.querySelector('[data-testid="queued-job"]')?.textContent?.includes('Second'));
  await page.click(`${byId('queued-job')} ${byId('queue-remove')}`);
  expect(await callsOf(page, 'cancelJob')).toEqual([{ id: 'queued-1' }]);

  await page.click(`${byId('history')} summary`);
  await page.type(byId('history-search'), 'glass');
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="history-job"]').length === 1);
  await page.click(byId('history-insert'));
  expect(await textOf(page, 'history-notice')).toContain('Added as “Brushover · Stained glass”');
  await page.click(byId('history-pin'));
  await page.waitForSelector(`${byId('history-pin')}[aria-pressed="true"]`);
  await screenshot(page, '360-light-8-history');
  await page.click(byId('history-delete'));
  expect(await textOf(page, 'job-deleted')).toContain('Deleted “Brushover · Stained glass”.');
  await page.click(byId('undo-delete-job'));
  await page.waitForSelector(byId('history-job'));
});

test('nothing is cut off or scrolls sideways at any width', async () => {
  await open({ width: 360, theme: 'dark' });
  await capture();
  await page.click(byId('advanced-toggle'));
  await start();
  await page.evaluate(() => window.fake.finish());
  await page.click(byId('insert'));
  await page.waitForSelector(byId('insert-outcome'));
  for (const width of [320, 360, 480, 900]) {
    await page.setViewport({ width, height: 860 });
    expect({ width, beyond: await elementsBeyondEdge() }).toEqual({ width, beyond: [] });
  }
});

function elementsBeyondEdge(): Promise<string[]> {
  return page.$$eval('#panel *', (nodes) =>
    nodes
      .filter((node) => !node.closest('.visually-hidden') && node.getBoundingClientRect().right > innerWidth + 0.5)
      .map((node) => node.outerHTML.slice(0, 80)),
  );
}
