/** `npm run screenshots:previews`: draws docs/previews/*.png with the real extension in a browser. */
import type { Page, ScreenshotClip } from 'puppeteer';
import { ensureBuilt } from './build/ensure-built';
import { launchExtension, type RunningExtension } from './browser/launch-extension';
import { look, saveScreenshot } from './browser/screenshot';
import { click, openEditor, openPanel, waitFor } from './demo/main-job';
import { servePages } from './editors/serve-pages';
import { chooseMenu, inOverlay, openPictures, quickItem, type PageOfPictures } from './previews/page-of-pictures';

const FOLDER = 'docs/previews';
/** The first picture and the toolbar under it. */
const OVERLAY: ScreenshotClip = { x: 0, y: 0, width: 580, height: 490 };

async function main(): Promise<void> {
  await ensureBuilt();
  const pages = await servePages();
  const extension = await launchExtension({ headless: true, viewport: { width: 1180, height: 820 } });
  try {
    await photographPanel(extension, `${pages.url}/konva-editor/`);
    await photographOverlay(extension, `${pages.url}/pictures/`);
  } finally {
    await extension.close();
    await pages.close();
  }
}

async function photographPanel(extension: RunningExtension, url: string): Promise<void> {
  const editor = await openEditor(extension, url);
  const panel = await openPanel(extension, editor.tabId);
  await panel.setViewport({ width: 400, height: 760 });
  await look(panel, 'light');
  await panel.waitForSelector('#panel[aria-busy="false"]');
  await click(panel, 'capture');
  await waitFor(panel, 'source-thumbnail');
  await click(panel, 'style-woodblock-waves');
  await panel.waitForSelector('[data-testid="preview"]');
  await allPainted(panel, '.few .style-tile:nth-child(-n + 15)');
  await saveScreenshot(`${FOLDER}/panel.png`, panel);
  await panel.setViewport({ width: 400, height: 1180 });
  await click(panel, 'show-all-styles');
  await look(panel, 'dark');
  await panel.$eval('[data-testid="styles"]', (node) => node.scrollIntoView({ block: 'start' }));
  await allPainted(panel, '.style-tile');
  await saveScreenshot(`${FOLDER}/gallery.png`, panel);
  await panel.close();
  await editor.page.close();
}

async function allPainted(panel: Page, tiles: string): Promise<void> {
  await panel.waitForFunction(
    (css) =>
      [...document.querySelectorAll(css)].every(
        (tile) => !('painted' in (tile as HTMLElement).dataset) || (tile as HTMLElement).dataset.painted === 'true',
      ),
    { timeout: 60_000 },
    tiles,
  );
}

async function photographOverlay(extension: RunningExtension, url: string): Promise<void> {
  const pictures = await openPictures(extension, url);
  await quick(pictures, '#plain', 'Woodblock waves', 'woodblock-waves.jpg');
  await inOverlay(pictures, '[data-testid="overlay-compare"]', '=46');
  await saveScreenshot(`${FOLDER}/quick-stylize.png`, pictures.page, OVERLAY);
  await inOverlay(pictures, '[data-testid="overlay-refine"]', 'click');
  await inOverlay(pictures, '[data-testid="overlay-words"][data-fraction]:not([data-fraction="0"])');
  await look(pictures.page, 'dark');
  await saveScreenshot(`${FOLDER}/refining.png`, pictures.page, OVERLAY);
  await inOverlay(pictures, '[data-testid="overlay-undo"]', 'click');
  await pictures.page.close();
}

async function quick(pictures: PageOfPictures, selector: string, name: string, file: string): Promise<void> {
  const src = await pictures.page.$eval(selector, (node) => (node as HTMLImageElement).currentSrc);
  await chooseMenu(pictures, selector, quickItem(name, file), src);
  await inOverlay(pictures, '.controls[data-painting="false"]');
}

void main();
