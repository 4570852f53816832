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
const NOTHING_TO_CAPTURE = /no picture that can be edited; open your editor/;
const firefox = findFirefox();

if (!firefox) console.info('No Firefox found (FIREFOX_PATH, firefox-esr, firefox): its tests are skipped.');
const describeFirefox = firefox ? describe : describe.skip;

describeFirefox('the main job in Firefox', () => testMainJob(firefox!));

describeFirefox('in Firefox a call outlasts the event page’s rest', () => {
  const REST_MS = 3000;
  let running: RunningFirefox;
  beforeAll(async () => {
    await ensureBuilt();
    running = await launchFirefox(firefox!, { preferences: { 'extensions.background.idle.timeout': REST_MS } });
  });
  afterAll(() => running?.close());

  it('also when answers are owed for longer', async () => {
    const answers = await running.inExtension(async (restMs) => {
      const image = await (await fetch('/styles/starlit-swirls.jpg')).blob();
      const opened = indexedDB.open('brushover');
      const database = await new Promise<IDBDatabase>((resolve) => (opened.onsuccess = () => resolve(opened.result)));
      const stored = database.transaction('images', 'readwrite');
      stored.objectStore('images').put({ blob: image, createdAt: Date.now() }, 'content');
      await new Promise<void>((resolve) => (stored.oncomplete = () => resolve()));
      const preview = (index: number): Promise<string> => {
        const styles = [{ source: { kind: 'learned', index }, weight: 1 }];
        const order = {
          content: 'content',
          styles,
          strength: 1,
          mask: null,
          size: 640,
          keepColors: 'none',
          priority: 'gallery',
          optimized: null,
          keep: false,
        };
        return chrome.runtime.sendMessage({ context: 'background', name: 'preview', request: { id: crypto.randomUUID(), ...order } }).then(
          (answer: { ok: boolean }) => (answer.ok ? 'answered' : JSON.stringify(answer)),
          (error: Error) => error.message,
        );
      };
      const startedAt = performance.now();
      const all: string[] = [];
      while (performance.now() - startedAt < restMs + 1000) all.push(...(await Promise.all([preview(0), preview(1)])));
      return all;
    }, REST_MS);
    expect(answers).toEqual(answers.map(() => 'answered'));
  });
});

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
    expect(meanDifference(await picture(after.image), await picture(before.image))).toBeGreaterThan(8);
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
    const { page, tabId } = await running.openEditor(`${pages.url}/empty/`);
    const panel = await running.openPanel(tabId);
    await click(panel, 'capture');
    expect(await textOf(panel, 'source-error')).toMatch(NOTHING_TO_CAPTURE);
    await page.close();
    await click(panel, 'capture');
    await panel.waitForFunction(() => /tab is closed/.test(document.querySelector('[data-testid="source-error"]')?.textContent ?? ''));
    await panel.close();
  });
}

async function picture(png: Blob) {
  return pictureOf(new Uint8Array(await png.arrayBuffer()));
}
