/** `npm run screenshots:editors`: pictures of real editors with a new layer in them, to docs/editors. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'puppeteer';
import { decode, encode } from 'fast-png';
import { captureLayer, insertLayer } from '../../../../src/editors';
import { rgbaOfPng } from '../../../../tools/rgba-of-png';
import { launchBrowser } from '../../../../tools/browser/launch-browser';
import { ensureBuilt } from '../../../../tools/build/ensure-built';
import { findFirefox } from '../../../../tools/browser/find-firefox';
import { screenshotFirefox } from '../../../../tools/editors/screenshot-firefox';
import { pageAccessOf } from '../../../../tools/editors/page-access-of';
import { servePages } from '../../../../tools/editors/serve-pages';
import { smallPng } from '../../../../tools/editors/small-png';

const FOLDER = 'docs/editors';
const PHOTO = 'test/fixtures/photos/photo-coffee.jpg';
const PHOTO_ADDRESS = '/photos/photo-coffee.jpg';
const STYLE = 'styles/starlit-swirls.jpg';
const STYLIZED = 'out/stylized-photo.png';
const LAYER_NAME = 'Brushover · Starlit swirls';
const MOST_BYTES = 200_000;

/** Editors of real libraries, and the room that each needs. */
const EDITORS = {
  konva: { page: `/konva-editor/?photo=${PHOTO_ADDRESS}`, width: 1120, height: 640 },
  'tui-image-editor': { page: '/tui-image-editor/', width: 648, height: 448 },
  fabric: { page: '/fabric/', width: 728, height: 528 },
  painterro: { page: '/painterro/', width: 900, height: 660 },
  excalidraw: { page: '/excalidraw/', width: 1120, height: 700 },
};

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const picture = fadedIn(await stylizedPhoto());
  const [browser, pages] = await Promise.all([launchBrowser(), servePages()]);
  try {
    for (const [name, editor] of Object.entries(EDITORS)) {
      const page = await openWithPhoto(browser, pages.url + editor.page, editor);
      await insertIntoEditor(page, picture);
      await save(name, smallPng(await page.screenshot()));
      await page.close();
    }
    const firefox = findFirefox();
    if (firefox) await save('firefox', await screenshotFirefox(firefox, `${pages.url}/konva-editor/`));
    else console.log('No Firefox found: its picture stays as it is.');
  } finally {
    await browser.close();
    await pages.close();
  }
}

/** A real result of the extension, made once. */
async function stylizedPhoto(): Promise<Uint8Array> {
  await ensureBuilt();
  if (!existsSync(STYLIZED)) {
    console.log('Stylising the photo; this takes minutes …');
    await mkdir('out', { recursive: true });
    const args = ['--content', PHOTO, '--style', STYLE, '--output', STYLIZED, '--evaluations', '80', '--progress'];
    const { status } = spawnSync('npx', ['--no-install', 'tsx', 'tools/stylize.ts', ...args], { stdio: 'inherit' });
    if (status !== 0) throw new Error('The photo could not be stylised.');
  }
  return readFile(STYLIZED);
}

/** Transparent at the left and opaque at the right, so that the layer below can be seen. */
function fadedIn(png: Uint8Array): { png: Blob; width: number; height: number } {
  const { width, height, data } = rgbaOfPng(decode(png));
  for (let i = 0; i < width * height; i++) {
    const across = (i % width) / width;
    data[4 * i + 3] = Math.round(255 * Math.min(1, Math.max(0, (across - 0.35) / 0.3)));
  }
  return { png: new Blob([encode({ width, height, data, channels: 4, depth: 8 }) as BlobPart], { type: 'image/png' }), width, height };
}

async function openWithPhoto(browser: Browser, url: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  await page.goto(url);
  await page.waitForFunction(
    () => window.editorUnderTest !== undefined && (document.querySelector('#app') === null || document.body.dataset.ready === 'true'),
  );
  await page.evaluate((address) => window.editorUnderTest.openPhoto?.(address), PHOTO_ADDRESS);
  return page;
}

async function insertIntoEditor(page: Page, { png, width, height }: { png: Blob; width: number; height: number }): Promise<void> {
  const access = pageAccessOf(page);
  const { editor, x, y, layerId } = await captureLayer(access);
  const { message } = await insertLayer(access, { name: LAYER_NAME, png, x, y, width, height, above: layerId });
  console.log(`${editor}: ${message}`);
  // A dropped picture is read in the page's own time.
  if (editor === 'excalidraw') await page.waitForFunction(async () => (await window.editorUnderTest.layers()).length === 2);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

async function save(name: string, png: Uint8Array): Promise<void> {
  const path = `${FOLDER}/${name}.png`;
  await writeFile(path, png);
  console.log(`${path}: ${Math.round(png.length / 1000)} kB`);
  if (png.length > MOST_BYTES) throw new Error(`${path} is larger than ${MOST_BYTES / 1000} kB; show less of the editor.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
