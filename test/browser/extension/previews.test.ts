/** Previews in a real Chromium: the fast one, then what the optimisation makes of it, on the engine itself. */
import type { Page } from 'puppeteer';
import type { RgbaImage } from '../../../src/nst/images/image';
import { resampleRgba } from '../../../src/nst/images/resample';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { click, openEditor, openPanel, waitFor } from '../../../tools/demo/main-job';
import { servePages, type PageServer } from '../../../tools/editors/serve-pages';
import { meanDifference } from './pictures';
import { startExtension } from './running-extension';

/** The feed-forward networks turn it into dark blobs. */
const STYLE = 'enamel-spirals';
/** Longest sides in pixels. */
const SIDES = { fast: 384, optimized: 128 };

describe('previews in the panel', () => {
  let extension: RunningExtension;
  let pages: PageServer;
  let panel: Page;
  beforeAll(async () => {
    pages = await servePages();
    extension = await startExtension();
    const { tabId } = await openEditor(extension, `${pages.url}/konva-editor/`);
    panel = await openPanel(extension, tabId);
    await click(panel, 'capture');
    await waitFor(panel, 'source-thumbnail');
  });
  afterAll(async () => {
    await extension?.close();
    await pages?.close();
  });

  it('shows the feed-forward picture and then, in its place, the optimised one of the same choice', async () => {
    await click(panel, `style-${STYLE}`);
    // The style that was chosen before may be there already, optimised.
    await shown(panel, 'fast');
    const optimized = await shown(panel, 'optimized');
    await panel.hover('[data-testid="quick"]');
    const fast = await shown(panel, 'fast');
    const small = resampleRgba(fast, optimized.width, optimized.height);
    expect(meanDifference(small, optimized)).toBeGreaterThan(8);
  });

  it('gives way to a job at once, and comes when the job is over', async () => {
    await click(panel, 'style-woodcut-forest');
    await waitFor(panel, 'preview');
    await click(panel, 'start');
    await panel.waitForSelector('[data-testid="action-bar"][data-status="running"]');
    await click(panel, 'style-stained-glass');
    await shown(panel, 'fast');
    await click(panel, 'cancel');
    await panel.waitForSelector('[data-testid="action-bar"][data-status="cancelled"]');
    await shown(panel, 'optimized');
  });
});

async function shown(panel: Page, kind: 'fast' | 'optimized'): Promise<RgbaImage> {
  await panel.waitForSelector(`[data-shows="preview"][data-preview="${kind}"]`, { timeout: 100_000 });
  // Drawn with the next frame.
  await panel.waitForFunction(
    (side) => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-testid="preview"]');
      return canvas && Math.max(canvas.width, canvas.height) === side;
    },
    {},
    SIDES[kind],
  );
  const { width, height, data } = await panel.$eval('canvas[data-testid="preview"]', (canvas) => {
    const pixels = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
    return { width: canvas.width, height: canvas.height, data: [...pixels] };
  });
  return { width, height, data: Uint8ClampedArray.from(data) };
}
