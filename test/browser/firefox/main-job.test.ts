/** The main job in a real Firefox: the same source, with the Worker owned by the panel's page. */
import { ensureBuilt } from '../../../tools/build/ensure-built';
import { findFirefox } from '../../../tools/browser/find-firefox';
import { launchFirefox, type RunningFirefox } from '../../../tools/browser/launch-firefox';
import { click, stylizeThroughPanel, textOf } from '../../../tools/demo/main-job';
import { captureLayer, findEditor } from '../../../src/editors';
import { pageAccessOf } from '../../../tools/editors/page-access-of';
import { servePages, type PageServer } from '../../../tools/editors/serve-pages';
import { meanDifference, pictureOf } from '../extension/pictures';

const STYLE = 'starlit-swirls';
const firefox = findFirefox();

if (firefox) describe('the main job in Firefox', () => testMainJob(firefox));
else reportMissing();

function testMainJob(executablePath: string): void {
  let running: RunningFirefox;
  let pages: PageServer;
  beforeAll(async () => {
    await ensureBuilt();
    [running, pages] = await Promise.all([launchFirefox(executablePath), servePages()]);
    await running.inExtension((panelSettings) => chrome.storage.local.set({ panelSettings }), { size: 64, evaluations: 6 });
  });
  afterAll(async () => {
    await running?.close();
    await pages?.close();
  });

  it('brings G back as a new, aligned, named layer, on one thread of WebAssembly', async () => {
    const { page: editor, tabId } = await running.openEditor(`${pages.url}/konva-editor/`);
    const access = pageAccessOf(editor);
    const before = await captureLayer(access);
    const panel = await running.openPanel(tabId);
    expect(await panel.evaluate(() => typeof SharedArrayBuffer)).toBe('undefined');

    const message = await stylizeThroughPanel(panel, STYLE, () => undefined);

    expect(message).toContain('new layer');
    const after = await captureLayer(access);
    expect(after.layerName).toBe('Brushover · Starlit swirls');
    expect({ x: after.x, y: after.y, width: after.width, height: after.height }).toEqual({
      x: before.x,
      y: before.y,
      width: before.width,
      height: before.height,
    });
    expect(meanDifference(await picture(after.png), await picture(before.png))).toBeGreaterThan(8);
    expect((await findEditor(access))!.layers).toHaveLength(4);
    await panel.close();
    await editor.close();
  });

  it('gives one of two panels the Worker, and the other one takes over when it is closed', async () => {
    const { page: editor, tabId } = await running.openEditor(`${pages.url}/konva-editor/`);
    const access = pageAccessOf(editor);
    const [first, second] = [await running.openPanel(tabId), await running.openPanel(tabId)];
    expect(await stylizeThroughPanel(second, STYLE, () => undefined)).toContain('new layer');
    // One job, not one for each panel.
    expect((await findEditor(access))!.layers).toHaveLength(4);
    await first.close();
    const third = await running.openPanel(tabId);
    expect(await stylizeThroughPanel(third, STYLE, () => undefined)).toContain('new layer');
    expect((await findEditor(access))!.layers).toHaveLength(5);
    await second.close();
    await third.close();
    await editor.close();
  });

  it('says what to do where there is nothing to capture', async () => {
    const panel = await running.openPanel(999_999);
    await click(panel, 'capture');
    expect(await textOf(panel, 'source-error')).toMatch(/tab is closed/i);
    await panel.close();
  });
}

/** One test in the report instead of a silent gap. */
function reportMissing(): void {
  console.info('No Firefox found (FIREFOX_PATH, firefox-esr, firefox): the main job is skipped there.');
  it('finds no Firefox on this machine, so the main job ran in Chromium only', () => expect(findFirefox()).toBeNull());
}

async function picture(png: Blob) {
  return pictureOf(new Uint8Array(await png.arrayBuffer()));
}
