/**
 * `npm run screenshots:explorer`: draws docs/explorer/*.png with the real extension in a browser: the view in the panel, and
 * a photo's content and a style through five layers of the network.
 */
import type { Page } from 'puppeteer';
import { ensureBuilt } from './build/ensure-built';
import { launchExtension } from './browser/launch-extension';
import { look, saveScreenshot } from './browser/screenshot';
import { click, openEditor, openPanel, waitFor } from './demo/main-job';
import { servePages } from './editors/serve-pages';

const FOLDER = 'docs/explorer';
const LAYERS = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1'];
const STYLE = 'starlit-swirls';
const SHEET = { width: 812, height: 285 };
const PATIENCE_MS = 180_000;

type Kind = 'content' | 'style';

async function main(): Promise<void> {
  await ensureBuilt();
  const pages = await servePages();
  const extension = await launchExtension({ headless: true, viewport: { width: 1180, height: 820 } });
  try {
    const { tabId } = await openEditor(extension, `${pages.url}/konva-editor/`);
    const panel = await openPanel(extension, tabId);
    await panel.setViewport({ width: 360, height: 960 });
    await look(panel, 'light');
    await panel.waitForSelector('#panel[aria-busy="false"]');
    await click(panel, 'capture');
    await waitFor(panel, 'source-thumbnail');
    await click(panel, `style-${STYLE}`);
    await panel.waitForSelector('[data-testid="preview"]');
    await click(panel, 'explorer-toggle');
    const content = await rebuiltAtAll(panel, 'content');
    await click(panel, 'explored-style');
    const style = await rebuiltAtAll(panel, 'style');
    await photograph(panel);
    await drawSheet(await extension.browser.newPage(), { content, style });
  } finally {
    await extension.close();
    await pages.close();
  }
}

/** The picture itself, and what is left of it at each layer, as data: addresses. */
async function rebuiltAtAll(panel: Page, kind: Kind): Promise<string[]> {
  const pictures = [await addressOf(panel, '.explored-frame img')];
  for (const layer of LAYERS) {
    await click(panel, `explored-layer-${layer}`);
    const startedAt = performance.now();
    await click(panel, 'rebuild');
    await panel.waitForSelector('[data-testid="rebuilt-content"]', { timeout: PATIENCE_MS });
    const halfAt = performance.now();
    await panel.waitForSelector('[data-testid="rebuilt-style"]', { timeout: PATIENCE_MS });
    const seconds = [halfAt - startedAt, performance.now() - halfAt].map((ms) => `${(ms / 1000).toFixed(1)} s`);
    console.log(`${layer}: content ${seconds[0]}, style ${seconds[1]}`);
    pictures.push(await addressOf(panel, `[data-testid="rebuilt-${kind}"]`));
  }
  return pictures;
}

/** Drawn with the next frame. */
async function addressOf(panel: Page, selector: string): Promise<string> {
  return panel.$eval(selector, async (node) => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    if (node instanceof HTMLCanvasElement) return node.toDataURL();
    const image = node as HTMLImageElement;
    await image.decode();
    const canvas = document.createElement('canvas');
    const factor = 128 / Math.max(image.naturalWidth, image.naturalHeight);
    canvas.width = Math.round(image.naturalWidth * factor);
    canvas.height = Math.round(image.naturalHeight * factor);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL();
  });
}

async function photograph(panel: Page): Promise<void> {
  await click(panel, 'explored-layer-relu3_1');
  await panel.waitForSelector('[data-testid="rebuilt-style"]');
  for (const theme of ['light', 'dark'] as const) {
    await look(panel, theme);
    await panel.$eval('[data-testid="explorer"]', (node) => node.scrollIntoView({ block: 'start' }));
    await saveScreenshot(`${FOLDER}/panel-${theme}.png`, panel);
  }
}

/** As figure 1 of Gatys et al. (2015): content above, style below, from shallow to deep. */
async function drawSheet(page: Page, rows: Record<Kind, string[]>): Promise<void> {
  const figures = (Object.keys(rows) as Kind[]).map((kind) =>
    rows[kind]
      .map(
        (address, i) =>
          `<figure><img src="${address}"><figcaption>${i === 0 ? 'The picture' : `Its ${kind} at ${LAYERS[i - 1]}`}</figcaption></figure>`,
      )
      .join(''),
  );
  await page.bringToFront();
  await page.setViewport(SHEET);
  await page.setContent(
    `<style>body{margin:12px;display:grid;gap:12px;background:#fff;font:12px system-ui,sans-serif;color:#333}
     div{display:grid;grid-template-columns:repeat(6,128px);gap:4px}figure{margin:0;text-align:center;font-size:11px}
     img{display:block;width:128px;max-height:128px}figcaption{margin-top:4px}</style>
     ${figures.map((row) => `<div>${row}</div>`).join('')}`,
  );
  await saveScreenshot(`${FOLDER}/layers.png`, page);
}

void main();
