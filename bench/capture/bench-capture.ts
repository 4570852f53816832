/**
 * `npm run bench:capture`: seconds that a person waits for a large layer in the built extension: from *Capture* until it is shown, and from
 * then until the preview of the chosen style is. --width 5000 --height 3400 --repeats 3 --json c.json
 */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { Page } from 'puppeteer';
import { numberFlag, parseFlags, UsageError } from '../../tools/cli/options';
import { launchExtension } from '../../tools/browser/launch-extension';
import { tabOfPage } from '../../tools/browser/tab-of-page';
import { ensureBuilt } from '../../tools/build/ensure-built';
import { openPanel } from '../../tools/demo/main-job';
import { servePages } from '../../tools/editors/serve-pages';
import { median } from '../speed/rounds';

interface Sizes {
  width: number;
  height: number;
}

/** Of what the panel shows. */
type Moment = 'capture' | 'preview';

const PHOTO = '/photos/photo-coffee.jpg';
const PATIENCE_MS = 60_000;

async function main(): Promise<void> {
  const { sizes, repeats, json } = readOptions(process.argv.slice(2));
  await ensureBuilt();
  const pages = await servePages();
  try {
    const rounds: Record<Moment, number>[] = [];
    for (let round = 1; round <= repeats; round++) {
      const seconds = await measure(pages.url, sizes);
      console.log(`${round}: capture ${seconds.capture.toFixed(2)} s, preview ${seconds.preview.toFixed(2)} s`);
      rounds.push(seconds);
    }
    const report = {
      ...sizes,
      processor: cpus()[0].model,
      cores: cpus().length,
      captureSeconds: median(rounds.map(({ capture }) => capture)),
      previewSeconds: median(rounds.map(({ preview }) => preview)),
    };
    console.log(`median: capture ${report.captureSeconds.toFixed(2)} s, preview ${report.previewSeconds.toFixed(2)} s`);
    if (json) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await pages.close();
  }
}

/** In a browser of its own, which has loaded the networks for a small layer before. */
async function measure(url: string, { width, height }: Sizes): Promise<Record<Moment, number>> {
  const running = await launchExtension({ headless: true });
  const { browser, extension } = running;
  try {
    // In a window of its own: beside the side panel a person sees the editor, and a page that is not seen gets less of the processor.
    const editor = await browser.newPage({ type: 'window' });
    await editor.goto(`${url}/self-described/`);
    await editor.evaluate(() => (Reflect.get(window, 'editorUnderTest') as { open(): Promise<void> }).open());
    await editor.bringToFront();
    await extension.triggerAction(editor);
    await browser.waitForTarget((target) => target.type() === 'service_worker');
    const panel = await openPanel(running, await tabOfPage(extension, editor));
    await panel.waitForSelector('#panel[aria-busy="false"]');
    await secondsUntilBoth(panel, '×');
    await panel.waitForSelector('[data-testid="stage"][data-preview="optimized"]', { timeout: PATIENCE_MS });
    await addLargeLayer(editor, { width, height });
    return await secondsUntilBoth(panel, `${width} × ${height}`);
  } finally {
    await running.close();
  }
}

/** A photo, enlarged and with noise as a camera's, so that it packs as badly as one. */
async function addLargeLayer(page: Page, sizes: Sizes): Promise<void> {
  await page.evaluate(
    async (photo, { width, height }) => {
      const bitmap = await createImageBitmap(await (await fetch(photo)).blob());
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
      context.drawImage(bitmap, 0, 0, width, height);
      const image = context.getImageData(0, 0, width, height);
      for (let i = 0, seed = 1; i < image.data.length; i++) {
        seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
        if (i % 4 < 3) image.data[i] += (seed >>> 30) - 1;
      }
      context.putImageData(image, 0, 0);
      const editor = Reflect.get(window, 'editor') as { layers: object[]; current: object };
      const layer = { ...editor.current, canvas, x: 0, y: 0 };
      Object.assign(editor, { width, height, layers: [layer], current: layer });
    },
    PHOTO,
    sizes,
  );
}

/** Watched in the panel itself: a driver that asks would be in the way. */
async function secondsUntilBoth(panel: Page, size: string): Promise<Record<Moment, number>> {
  const [capture, both] = await panel.evaluate(
    async (moments, size, patienceMs) => {
      const start = performance.now();
      const seconds: number[] = [];
      document.querySelector<HTMLElement>('[data-testid="capture"]')!.click();
      while (seconds.length < moments.length) {
        const elapsed = performance.now() - start;
        const error = document.querySelector('[data-testid="source-error"], [data-testid="preview-error"]')?.textContent;
        if (error || elapsed > patienceMs) throw new Error(error ?? 'The panel took too long.');
        const isCaptured = document.querySelector('[data-testid="source-origin"]')?.textContent?.includes(size);
        if (isCaptured && document.querySelector(moments[seconds.length])) seconds.push(elapsed / 1000);
        await new Promise(requestAnimationFrame);
      }
      return seconds;
    },
    ['[data-testid="source-thumbnail"]', '[data-testid="stage"][aria-busy="false"]:has([data-testid="view-preview"])'],
    size,
    PATIENCE_MS,
  );
  return { capture, preview: both - capture };
}

function readOptions(args: string[]): { sizes: Sizes; repeats: number; json: string | null } {
  const flags = parseFlags(
    {
      width: { type: 'string', default: '5000' },
      height: { type: 'string', default: '3400' },
      repeats: { type: 'string', default: '3' },
      json: { type: 'string' },
    },
    args,
  );
  const side = (name: 'width' | 'height') => numberFlag(name, flags[name], { minimum: 64, whole: true });
  return {
    sizes: { width: side('width'), height: side('height') },
    repeats: numberFlag('repeats', flags.repeats, { minimum: 1, whole: true }),
    json: flags.json ?? null,
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
