/**
 * `npm run screenshots:store`: draws the pictures of the stores' listings with the real extension, in dist/packages/listing:
 * screenshots of 1280 × 800 and the tile of 440 × 280.
 */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { ensureBuilt } from './build/ensure-built';
import { launchExtension, type RunningExtension } from './browser/launch-extension';
import { look } from './browser/screenshot';
import { click, openEditor, openPanel, stylizeThroughPanel, waitFor } from './demo/main-job';
import { servePages } from './editors/serve-pages';

const FOLDER = 'dist/packages/listing';
const SHOT = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };
const PANEL = { width: 400, height: SHOT.height };
const EDITOR = { width: SHOT.width - PANEL.width, height: SHOT.height };
const STYLE = 'starlit-swirls';
/** Enough for the photo of the editor, which is shown at about this size. */
const SIZE = 512;
const PATIENCE_MS = 600_000;

async function main(): Promise<void> {
  await ensureBuilt();
  await mkdir(FOLDER, { recursive: true });
  const pages = await servePages();
  const extension = await launchExtension({ headless: true, viewport: EDITOR });
  try {
    await photographEditor(extension, `${pages.url}/konva-editor/`);
    await photographOptions(extension);
    await drawTile(extension);
  } finally {
    await extension.close();
    await pages.close();
  }
}

/** The editor with the panel at its side, as the browser shows them: choosing in the dark, and the new layer by day. */
async function photographEditor(extension: RunningExtension, url: string): Promise<void> {
  const { page: editor, tabId } = await openEditor(extension, url);
  const panel = await openPanel(extension, tabId);
  await panel.setViewport(PANEL);
  await panel.waitForSelector('#panel[aria-busy="false"]');
  await click(panel, `size-${SIZE}`);
  await click(panel, 'capture');
  await waitFor(panel, 'source-thumbnail');
  await click(panel, 'style-woodblock-waves');
  await panel.waitForSelector('[data-testid="preview"]');
  await panel.waitForFunction(arePainted, { timeout: PATIENCE_MS }, '.style-tile', 6);
  await sideBySide(extension, editor, panel, 'dark', '1-choose-by-looking');
  await panel.$eval('main', (node) => node.scrollTo({ top: 0 }));
  console.log(await stylizeThroughPanel(panel, STYLE, () => undefined));
  await waitFor(panel, 'result');
  await sideBySide(extension, editor, panel, 'light', '2-a-new-layer');
  await panel.close();
  await editor.close();
}

function arePainted(tiles: string, count: number): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(tiles)].slice(0, count);
  return all.length === count && all.every(({ dataset }) => !('painted' in dataset) || dataset.painted === 'true');
}

async function sideBySide(extension: RunningExtension, editor: Page, panel: Page, theme: 'light' | 'dark', name: string): Promise<void> {
  const pictures: string[] = [];
  for (const page of [editor, panel]) {
    await look(page, theme);
    await page.bringToFront();
    pictures.push(await page.screenshot({ type: 'png', encoding: 'base64' }));
  }
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture}">`);
  await draw(extension, SHOT, `<style>img { display: block; } body { display: flex; }</style>${images.join('')}`, name);
}

async function photographOptions(extension: RunningExtension): Promise<void> {
  const page = await extension.openPage('options/options.html');
  await page.setViewport(SHOT);
  await look(page, 'light');
  await page.waitForSelector('#options[aria-busy="false"]');
  await page.screenshot({ path: file('3-options') });
  console.log(file('3-options'));
  await page.close();
}

/** Photos in styles, cut from the sheet of results, with the name over them. */
async function drawTile(extension: RunningExtension): Promise<void> {
  // Past the sheet's first row and column of seven, which are the styles and the photos themselves.
  const cell = 150;
  const results = `data:image/jpeg;base64,${readFileSync('docs/results.jpg', 'base64')}`;
  const icon = `data:image/png;base64,${readFileSync('src/icons/128.png', 'base64')}`;
  const html = `
    <style>
      body { background: #14161c url(${results}) -${cell}px -${cell}px / ${7 * cell}px; color: #fff; font: 600 15px/1.35 system-ui, sans-serif; }
      div { position: absolute; inset: auto 0 0; display: flex; gap: 14px; align-items: center; padding: 16px 20px; background: #14161ceb; }
      img { width: 56px; height: 56px; }
      b { display: block; font-size: 27px; line-height: 1.15; letter-spacing: -0.01em; }
    </style>
    <div><img src="${icon}"><span><b>Brushover</b>Your layer in the style of your picture,<br>on your own machine</span></div>`;
  await draw(extension, TILE, html, 'tile');
}

async function draw({ browser }: RunningExtension, size: typeof SHOT, html: string, name: string): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport(size);
  await page.setContent(`<style>body { margin: 0; overflow: hidden; }</style>${html}`);
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  await page.screenshot({ path: file(name) });
  console.log(file(name));
  await page.close();
}

function file(name: string): `${string}.png` {
  return `${join(FOLDER, name)}.png`;
}

await main();
