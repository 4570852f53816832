/** What the options page takes in, tells, clears, exports and imports, with a real picture made with what was set there. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import { startExtension } from '../extension/running-extension';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import type { JobState } from '../../../src/protocol/job';
import { kerasParts, safetensors } from '../../unit/network-files/files-for-tests';
import { vgg16 } from '../../unit/nst/files';
import { isReady } from '../panel/open-panel';
import { byId, keeps, openOptions, reloaded, says, storedAt, textOf } from './open-options';

const PHOTO = resolve('test/fixtures/photos/photo-cat.jpg');
const folder = mkdtempSync(join(tmpdir(), 'brushover-options-'));

let extension: RunningExtension;
let page: Page;

beforeAll(async () => {
  extension = await startExtension();
  ({ page } = await openOptions(extension));
  const session = await extension.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
}, 240_000);
afterAll(async () => {
  await extension?.close();
  rmSync(folder, { recursive: true });
});

const upload = async (where: Page, testId: string, file: string) =>
  ((await where.waitForSelector(byId(testId))) as ElementHandle<HTMLInputElement>).uploadFile(file);

const jobsOf = (where: Page) =>
  where.evaluate(async () => {
    const answer = await chrome.runtime.sendMessage<unknown, { value: JobState[] }>({ context: 'background', name: 'jobs', request: null });
    return answer.value;
  });

it('takes a network in, refuses a damaged one, and brings back what was removed', async () => {
  const file = join(folder, 'my vgg.safetensors');
  const bytes = safetensors(kerasParts(await vgg16('relu5_3')));
  writeFileSync(file, bytes.subarray(0, -1));
  await upload(page, 'network-files', file);
  await says(page, 'network-error', 'lies beyond its end; choose another, or save it again.');
  writeFileSync(file, bytes);
  await upload(page, 'network-files', file);
  await page.waitForSelector(byId('network-notice'), { timeout: 100_000 });
  await says(page, 'network-notice', '“my vgg” is here; new pictures are made with it.');
  await says(page, 'network', 'It is the VGG-16 that was trained on ImageNet, rounded: a test picture looks different through it by ');

  await page.click('[data-testid^="remove-vgg16-"]');
  await says(page, 'network-notice', '“my vgg” is removed.');
  await page.waitForSelector(`${byId('network-shipped')} :checked`);
  await page.click(byId('undo-remove-network'));
  await says(page, 'network-notice', 'The network is back.');
  await page.waitForSelector(`${byId('network')} .own-network :checked`);
}, 240_000);

it('a run takes network, engine, memory and size that were chosen here', async () => {
  await page.bringToFront();
  await page.click(byId('engine-wasm'));
  await page.click(byId('budget-500'));
  await page.click(byId('size-256'));
  await page.click(byId('setting-insertWhenFinished'));
  await keeps(page, 'panelSettings', 'size', 256);
  await says(page, 'budget-says', '500 MB at most');

  const panel = await extension.openPage('panel/panel.html?tabId=1');
  await isReady(panel);
  await panel.click(byId('advanced-toggle'));
  await says(panel, 'own-network', 'your own VGG-16, “my vgg”');
  await panel.locator(byId('setting-evaluations')).fill('2');
  await upload(panel, 'add-style', PHOTO);
  await panel.waitForSelector(byId('rename-style'));
  await panel.click(byId('favourite-style'));
  await upload(panel, 'open-image', PHOTO);
  await panel.waitForSelector(`${byId('start')}:not(:disabled)`);
  await panel.click(byId('start'));
  // On a loaded machine the network alone takes long to be read.
  await panel.waitForSelector(`${byId('action-bar')}[data-status="done"]`, { timeout: 100_000 });
  const [job] = await jobsOf(panel);
  expect(job?.result?.report).toMatchObject({ width: 256, backend: { name: 'wasm' }, settings: { tileMemory: 500, evaluations: 2 } });
  const { model, modelHash = '' } = job!.result!.report.recipe;
  expect([model, modelHash.length]).toEqual([`vgg16-${modelHash.slice(0, 12)}`, 64]);
  await panel.close();
});

it('tells how much is used, keeps what is pinned, and brings back what was cleared', async () => {
  await page.bringToFront();
  await reloaded(page);
  expect(await textOf(page, 'storage-used')).toMatch(/B are used of the .*B that the browser grants/);
  expect(await textOf(page, 'used-history')).not.toBe('0 KB');
  expect(await textOf(page, 'used-checkpoints')).toMatch(/^\d.* [KMG]?B/);
  const [job] = await jobsOf(page);
  const pin = (pinned: boolean) =>
    page.evaluate((request) => chrome.runtime.sendMessage({ context: 'background', name: 'pinJob', request }), { id: job!.id, pinned });

  await pin(true);
  await page.click(byId('clear-history'));
  await says(page, 'cleared', 'nothing to clear');
  await pin(false);
  await page.click(byId('clear-history'));
  await says(page, 'cleared', 'Cleared from the history: 1.');
  expect(await jobsOf(page)).toEqual([]);
  await page.click(byId('undo-clear'));
  await says(page, 'cleared', 'Everything is back.');
  expect(await jobsOf(page)).toHaveLength(1);

  await page.click(byId('clear-styles'));
  await says(page, 'cleared', 'Own styles cleared: 1.');
  await says(page, 'used-styles', '0 KB');
  await page.click(byId('undo-clear'));
  await page.waitForFunction((selector) => document.querySelector(selector)?.textContent !== '0 KB', {}, byId('used-styles'));
  await page.click(byId('clear-previews'));
  await says(page, 'cleared', 'What previews remembered is cleared');
});

it('exports everything and brings it back, asking before settings are replaced', async () => {
  await page.click(byId('with-history'));
  await page.click(byId('export-everything'));
  const file = join(folder, 'brushover.json');
  while (!readdirSync(folder).includes('brushover.json')) await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    format: 'brushover-everything',
    settings: { size: 256 },
    styles: [{}],
    gallery: { favourites: ['own-0'] },
  });

  await page.click(byId('clear-styles'));
  await says(page, 'cleared', 'Own styles cleared: 1.');
  await page.click(byId('clear-history'));
  await says(page, 'cleared', 'Cleared from the history: 1.');
  await page.click(byId('size-768'));
  await keeps(page, 'panelSettings', 'size', 768);

  await upload(page, 'import-everything', file);
  await says(page, 'waiting-import', 'Own styles that are added, unless they are here already: 1');
  await says(page, 'waiting-import', 'Favourite styles that are added: 1');
  expect((await storedAt<{ size: number }>(page, 'panelSettings')).size).toBe(768);
  await page.click(byId('import-now'));
  await says(page, 'import-notice', 'Everything in the file is here now.');
  await keeps(page, 'panelSettings', 'size', 256);
  expect(await jobsOf(page)).toHaveLength(1);
  // The style that was cleared waits for nobody: the one of the file has another id.
  expect(new Set((await storedAt<{ favourites: string[] }>(page, 'galleryMarks')).favourites).size).toBe(2);
  await reloaded(page);
  expect(await textOf(page, 'used-styles')).not.toBe('0 KB');
});

it('refuses another file in one sentence', async () => {
  await upload(page, 'import-everything', PHOTO);
  await says(page, 'import-notice', 'was not made by “Export everything”');
});
