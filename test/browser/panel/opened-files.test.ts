/** Files that browsers do not show, opened in the panel. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer';
import { freshPanels } from './fresh-panel';
import { byId, hasSource, screenshot, textOf } from './open-panel';

const freshPanel = freshPanels();
const folder = mkdtempSync(join(tmpdir(), 'brushover-opened-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('shows TIFF and SVG, says which page it took, and what a HEIC is', async () => {
  const logo = join(folder, 'logo.svg');
  writeFileSync(logo, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle cx="20" cy="10" r="9" fill="tomato"/></svg>');
  const page = await freshPanel();
  const open = async (path: string): Promise<void> => {
    const input = (await page.waitForSelector(byId('open-image'))) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  };
  const originIs = (text: string): Promise<unknown> =>
    page.waitForFunction((id, wanted) => document.querySelector(id)?.textContent === wanted, {}, byId('source-origin'), text);

  await open('test/fixtures/tiff/pages.tif');
  await hasSource(page);
  await originIs('24 × 16 · Image file');
  expect(await textOf(page, 'source-note')).toBe('The file has several pages; this is the first.');
  await page.waitForFunction((id) => document.querySelector<HTMLImageElement>(id)!.naturalWidth === 24, {}, byId('source-thumbnail'));
  await screenshot(page, 'opened-tiff');

  await open(logo);
  await originIs('1024 × 512 · Image file');
  expect(await page.$(byId('source-note'))).toBeNull();
  await screenshot(page, 'opened-svg');

  await open('test/fixtures/odd-pictures/refused-heic.jpg');
  await page.waitForSelector(byId('source-error'));
  expect(await textOf(page, 'source-error')).toContain('The image is a HEIC photograph');
  // What was open stays.
  await originIs('1024 × 512 · Image file');

  const style = (await page.waitForSelector(byId('add-style'))) as ElementHandle<HTMLInputElement>;
  await style.uploadFile('test/fixtures/tiff/rgb16-tiles.tif');
  await page.waitForFunction((id) => document.querySelector(id)?.textContent?.includes('rgb16-tiles'), {}, byId('selected-style'));
});
