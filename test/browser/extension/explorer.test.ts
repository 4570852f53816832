/** What the network sees, in the panel of the built extension: on the engine itself, with the real network. */
import type { Page } from 'puppeteer';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { click, openEditor, openPanel, textOf, waitFor } from '../../../tools/demo/main-job';
import { servePages, type PageServer } from '../../../tools/editors/serve-pages';
import { startExtension } from './running-extension';

describe('what the network sees', () => {
  let extension: RunningExtension;
  let pages: PageServer;
  let panel: Page;
  beforeAll(async () => {
    pages = await servePages();
    extension = await startExtension();
    const { tabId } = await openEditor(extension, `${pages.url}/konva-editor/`);
    panel = await openPanel(extension, tabId);
    await click(panel, 'explorer-toggle');
    await says('Capture a layer or open an image');
    await click(panel, 'capture');
    await says('The strongest channels of relu3_1 are shown.');
  });
  afterAll(async () => {
    await extension?.close();
    await pages?.close();
  });

  it('shows the strongest channels of a layer, each from black to white', async () => {
    expect(await textOf(panel, 'layer-words')).toMatch(/It has 256 channels; each of its points sees 24\s×\s24 pixels/);
    await panel.waitForFunction(() => document.querySelector<HTMLCanvasElement>('[data-testid="channel-map"]')?.width === 32);
    const lightest = await panel.$$eval('canvas[data-testid="channel-map"]', (all) =>
      all.map((map) =>
        Math.max(
          ...map
            .getContext('2d')!
            .getImageData(0, 0, map.width, map.height)
            .data.filter((_, i) => i % 4 === 0),
        ),
      ),
    );
    expect(lightest).toEqual(Array(8).fill(255));
  });

  it('rebuilds the picture from a layer, and knows it again in another panel', async () => {
    await click(panel, 'explored-layer-relu1_1');
    await click(panel, 'rebuild');
    await says('The picture is rebuilt from relu1_1.');
    await waitFor(panel, 'rebuilt-content');
    await panel.reload();
    await click(panel, 'explorer-toggle');
    await says('The strongest channels of relu3_1 are shown.');
    await click(panel, 'explored-layer-relu1_1');
    await says('The picture is rebuilt from relu1_1.');
  });

  it('makes a layer one of the settings’ style layers, and leaves it out again', async () => {
    await click(panel, 'explored-layer-relu2_2');
    await click(panel, 'explored-styleLayers');
    await panel.waitForSelector('[data-testid="explored-styleLayers"][aria-pressed="true"]');
    expect(await styleLayers()).toEqual(['relu1_1', 'relu2_1', 'relu2_2', 'relu3_1', 'relu4_1', 'relu5_1']);
    expect(await panel.$eval('[data-testid="styleLayers-relu2_2"]', (field) => (field as HTMLInputElement).value)).toBe('1');
    await click(panel, 'explored-styleLayers');
    await panel.waitForSelector('[data-testid="explored-styleLayers"][aria-pressed="false"]');
    expect(await styleLayers()).toEqual(['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1']);
  });

  it('ends at once when it is cancelled, when another layer is chosen, and for a job', async () => {
    await click(panel, 'explored-layer-relu5_1');
    await rebuildingBegins();
    await click(panel, 'cancel-rebuild');
    await says('The strongest channels of relu5_1 are shown.');
    await rebuildingBegins();
    await click(panel, 'explored-layer-relu2_1');
    await says('The strongest channels of relu2_1 are shown.');
    await click(panel, 'explored-layer-relu5_1');
    await rebuildingBegins();
    await click(panel, 'start');
    await says('A picture is being made; the layers can be looked at when it is done.');
    await click(panel, 'cancel');
    await says('The strongest channels of relu5_1 are shown.');
    expect(await panel.$('[data-testid="explorer-error"]')).toBeNull();
  });

  async function rebuildingBegins(): Promise<void> {
    await click(panel, 'rebuild');
    await panel.waitForSelector('[data-testid="rebuilding-content"]');
  }

  async function says(words: string): Promise<void> {
    await panel.waitForFunction(
      (wanted) => document.querySelector('[data-testid="explorer-status"]')?.textContent?.includes(wanted),
      { timeout: 60_000 },
      words,
    );
  }

  async function styleLayers(): Promise<string[]> {
    const stored = await panel.evaluate(() => chrome.storage.local.get('panelSettings'));
    return Object.keys((stored.panelSettings as { styleLayers: Record<string, number> }).styleLayers).sort();
  }
});
