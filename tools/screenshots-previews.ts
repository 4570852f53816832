/** `npm run screenshots:previews`: draws docs/previews/*.png with the real extension in a browser. */
import type { Page } from 'puppeteer';
import { ensureBuilt } from './build/ensure-built';
import { launchExtension, type RunningExtension } from './browser/launch-extension';
import { look, saveScreenshot } from './browser/screenshot';
import { click, openEditor, openPanel, waitFor } from './demo/main-job';
import { servePages } from './editors/serve-pages';

const FOLDER = 'docs/previews';

async function main(): Promise<void> {
  await ensureBuilt();
  const pages = await servePages();
  const extension = await launchExtension({ headless: true, viewport: { width: 1180, height: 820 } });
  try {
    await photographPanel(extension, `${pages.url}/konva-editor/`);
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

void main();
