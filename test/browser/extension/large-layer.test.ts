/** A layer too large to be packed in the page comes into the extension as a file, with every pixel as the page has it. */
import { openPanel } from '../../../tools/demo/main-job';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { tabOfPage } from '../../../tools/browser/tab-of-page';
import { servePages, type PageServer } from '../../../tools/editors/serve-pages';
import { startExtension } from './running-extension';

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

test('a large layer is captured exactly', async () => {
  const editor = await extension.browser.newPage();
  await editor.goto(`${pages.url}/self-described/`);
  await editor.evaluate(() => window.editorUnderTest.open());
  const expected = await editor.evaluate(async () => {
    const [width, height] = [2200, 1300];
    const image = new ImageData(width, height);
    for (let i = 0, seed = 1; i < image.data.length; i++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
      image.data[i] = seed >>> 24;
    }
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.putImageData(image, 0, 0);
    const editor = Reflect.get(window, 'editor') as { current: object };
    const layer = { ...editor.current, canvas, x: 0, y: 0 };
    Object.assign(editor, { width, height, layers: [layer], current: layer });
    const digest = await crypto.subtle.digest('SHA-256', context.getImageData(0, 0, width, height).data);
    return [...new Uint8Array(digest)].join();
  });
  await extension.extension.triggerAction(editor);
  const panel = await openPanel(extension, await tabOfPage(extension.extension, editor));
  await panel.waitForSelector('#panel[aria-busy="false"]');
  await panel.click('[data-testid="capture"]');
  await panel.waitForFunction(() => document.querySelector('[data-testid="source-origin"]')?.textContent?.includes('2200 × 1300'));

  const captured = await panel.evaluate(async () => {
    const { src } = document.querySelector<HTMLImageElement>('[data-testid="source-thumbnail"]')!;
    const blob = await (await fetch(src)).blob();
    const pixels = (await blob.arrayBuffer()).slice(-4 * 2200 * 1300);
    const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', pixels))].join();
    return { bytes: blob.size, digest };
  });
  expect(captured).toEqual({ bytes: 122 + 4 * 2200 * 1300, digest: expected });
  // And the panel shows it.
  await panel.waitForFunction(() => document.querySelector<HTMLImageElement>('[data-testid="source-thumbnail"]')!.naturalWidth === 2200);
}, 60_000);
