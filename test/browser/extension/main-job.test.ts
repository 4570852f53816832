/** The main job in a real Chromium: a layer of a Konva editor in, G optimised, a new layer out. */
import type { Page, WebWorker } from 'puppeteer';
import { captureLayer, findEditor } from '../../../src/editors';
import { click, openEditor, openPanel, stylizeThroughPanel, textOf, waitFor } from '../../../tools/demo/main-job';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { pageAccessOf } from '../../../tools/editors/page-access-of';
import { servePages, type PageServer } from '../../../tools/editors/serve-pages';
import { meanDifference, pictureOf } from './pictures';
import { closeSidePanel } from './side-panel';
import { startExtension } from './running-extension';

const STYLE = 'starlit-swirls';

describe('the main job through the panel', () => {
  let extension: RunningExtension;
  let pages: PageServer;
  beforeAll(async () => {
    pages = await servePages();
    extension = await startExtension();
  });
  afterAll(async () => {
    await extension?.close();
    await pages?.close();
  });

  async function openBoth(): Promise<{ editor: Page; panel: Page; tabId: number }> {
    const { page: editor, tabId } = await openEditor(extension, `${pages.url}/konva-editor/`);
    const panel = await openPanel(extension, tabId);
    await useSettings(panel, { size: 64, evaluations: 6 });
    return { editor, panel, tabId };
  }

  it('brings G back as a new, aligned, named layer that the editor can undo', async () => {
    const { editor, panel } = await openBoth();
    const access = pageAccessOf(editor);
    const before = await captureLayer(access);
    const layersBefore = (await findEditor(access))!.layers;
    const evaluations: number[] = [];

    const message = await stylizeThroughPanel(panel, STYLE, ({ evaluation }) => evaluations.push(evaluation));

    expect(message).toContain('new layer');
    expect(evaluations.length).toBeGreaterThan(1);
    const after = await captureLayer(access);
    const description = (await findEditor(access))!;
    expect(description.layers).toHaveLength(layersBefore.length + 1);
    expect(after.layerName).toBe('Brushover · Starlit swirls');
    expect({ x: after.x, y: after.y, width: after.width, height: after.height }).toEqual({
      x: before.x,
      y: before.y,
      width: before.width,
      height: before.height,
    });
    const [source, result] = [await picture(before.image), await picture(after.image)];
    expect(meanDifference(result, source)).toBeGreaterThan(8);
    expect(alphaOf(result)).toEqual(alphaOf(source));

    await editor.bringToFront();
    await editor.keyboard.down('Control');
    await editor.keyboard.press('z');
    await editor.keyboard.up('Control');
    expect((await findEditor(access))!.layers).toHaveLength(layersBefore.length);
    await panel.close();
    await editor.close();
  });

  it('captures another layer of the editor than the current one, chosen in the panel', async () => {
    const { editor, panel } = await openBoth();
    await click(panel, 'capture');
    await waitFor(panel, 'editor-layer');
    const current = await textOf(panel, 'source-name');
    const { layers } = (await findEditor(pageAccessOf(editor)))!;
    const [other] = layers.filter(({ name, visible }) => visible && name !== current);
    await panel.select('[data-testid="editor-layer"]', String(layers.length - 1 - layers.indexOf(other!)));
    await panel.waitForFunction((name) => document.querySelector('[data-testid="source-name"]')?.textContent === name, {}, other!.name);
    expect(await captureLayer(pageAccessOf(editor))).toMatchObject({ layerName: current });
    await panel.close();
    await editor.close();
  });

  it('Alt+Shift+D captures the layer, stylizes it as last time, and brings it back', async () => {
    const { editor, panel, tabId } = await openBoth();
    await click(panel, 'style-stained-glass');
    const [worker] = await extension.extension.workers();
    await closeSidePanel(worker);
    // As the browser tells of the keys, which no driver can press outside of a page.
    await worker.evaluate(async (id) => {
      const told = chrome.commands.onCommand as unknown as { dispatch(command: string, tab: chrome.tabs.Tab): void };
      told.dispatch('stylize-again', await chrome.tabs.get(id));
    }, tabId);
    await panel.waitForFunction(
      () => document.querySelector('[data-testid="insert-outcome"]')?.textContent?.includes('Brushover · Stained glass'),
      { timeout: 100_000 },
    );
    expect((await captureLayer(pageAccessOf(editor))).layerName).toBe('Brushover · Stained glass');
    await panel.close();
    await editor.close();
  });

  it('keeps the last picture after a cancelled run, and shows a finished one to a reopened panel', async () => {
    const { editor, panel, tabId } = await openBoth();
    await waitFor(panel, 'result');
    await useSettings(panel, { size: 96, evaluations: 1000 });
    await click(panel, 'capture');
    await waitFor(panel, 'source-thumbnail');
    await click(panel, `style-${STYLE}`);
    await click(panel, 'start');
    await waitFor(panel, 'live-picture');
    await click(panel, 'cancel');
    await panel.waitForSelector('[data-testid="action-bar"][data-status="cancelled"]');
    expect(await textOf(panel, 'status')).toContain('Cancelled');
    await waitFor(panel, 'result');
    await panel.close();

    const again = await openPanel(extension, tabId);
    await again.waitForSelector('[data-testid="action-bar"][data-status="cancelled"]');
    await again.close();
    await editor.close();
  });

  it('goes on from the last checkpoint when the worker dies in silence', async () => {
    const { editor, panel } = await openBoth();
    await useSettings(panel, { size: 96, evaluations: 1000 });
    await click(panel, 'capture');
    await waitFor(panel, 'source-thumbnail');
    await click(panel, `style-${STYLE}`);
    await click(panel, 'start');
    await waitFor(panel, 'live-picture');
    const optimiser = await workerOf('offscreen/worker.js');
    // It is gone as if the browser had ended it: no error is told.
    await optimiser.evaluate(() => self.close());
    await panel.waitForSelector('[data-testid="action-bar"][data-status="capturing"]');
    await panel.waitForSelector('[data-testid="action-bar"][data-status="running"]');
    expect(await panel.$('[data-testid="run-error"]')).toBeNull();
    await click(panel, 'cancel');
    await panel.waitForSelector('[data-testid="action-bar"][data-status="cancelled"]');
    await panel.close();
    await editor.close();
  });

  it('says what to do on a page without a picture, and when the page was closed', async () => {
    const { page, tabId } = await openEditor(extension, `${pages.url}/empty/`);
    const panel = await openPanel(extension, tabId);
    await click(panel, 'capture');
    expect(await textOf(panel, 'source-error')).toMatch(/no picture that can be edited; open your editor/);
    await page.close();
    await click(panel, 'capture');
    await panel.waitForFunction(() => /tab is closed/.test(document.querySelector('[data-testid="source-error"]')?.textContent ?? ''));
    await panel.close();
  });

  it('says what to do on a page that no click has opened to it', async () => {
    const page = await extension.browser.newPage();
    await page.goto(`${pages.url}/empty/`);
    const panel = await openPanel(extension, await newestTab());
    await click(panel, 'capture');
    expect(await textOf(panel, 'source-error')).toMatch(/click its icon in the toolbar on that tab/);
    await panel.close();
    await page.close();
  });

  async function newestTab(): Promise<number> {
    const [worker] = await extension.extension.workers();
    return worker.evaluate(async () => Math.max(...(await chrome.tabs.query({})).map(({ id }) => id ?? 0)));
  }

  async function workerOf(path: string): Promise<WebWorker> {
    const target = await extension.browser.waitForTarget((one) => one.url().endsWith('offscreen/index.html'));
    const found = (await target.asPage()).workers().find((worker) => worker.url().endsWith(path));
    if (!found) throw new Error(`The offscreen document has no ${path}.`);
    return found;
  }
});

/** Changes stored settings and opens the panel anew, as a user's earlier choice would be found. */
async function useSettings(panel: Page, change: { size: number; evaluations: number }): Promise<void> {
  await panel.waitForSelector('#panel[aria-busy="false"], #panel:not([aria-busy])');
  await panel.evaluate(async (settings) => {
    const stored = await chrome.storage.local.get('panelSettings');
    await chrome.storage.local.set({ panelSettings: { ...(stored.panelSettings as object), ...settings } });
  }, change);
  await panel.reload();
}

function alphaOf({ data }: { data: Uint8Array | Uint8ClampedArray }): number[] {
  return Array.from({ length: data.length / 4 }, (_, i) => data[4 * i + 3]);
}

async function picture(png: Blob) {
  return pictureOf(new Uint8Array(await png.arrayBuffer()));
}
