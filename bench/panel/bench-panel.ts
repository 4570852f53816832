/**
 * `npm run bench:panel -- [--repeats 7] [--json FILE]`: how long the panel takes from its opening until it can be used, and from
 * the choice of a style to its preview once the networks are loaded; and how much script it loads, compressed as stores do.
 */
import { writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { ensureBuilt } from '../../tools/build/ensure-built';
import { launchExtension, type RunningExtension } from '../../tools/browser/launch-extension';
import { numberFlag, parseFlags } from '../../tools/cli/options';
import { click, openEditor, waitFor } from '../../tools/demo/main-job';
import { servePages } from '../../tools/editors/serve-pages';
import { median } from '../speed/rounds';
import { scriptsOf } from './scripts-of';

const STYLES = ['woodblock-waves', 'stained-glass', 'ink-mountains', 'watercolour-sunset', 'starlit-swirls'];
const PATIENCE_MS = 120_000;

async function main(): Promise<void> {
  const values = parseFlags({ repeats: { type: 'string' }, json: { type: 'string' } }, process.argv.slice(2));
  const repeats = numberFlag('repeats', String(values.repeats ?? 7), { minimum: 1, maximum: 50 });
  await ensureBuilt();
  const scripts = scriptsOf('dist/chrome/panel/index.js');
  for (const { name, bytes, compressed } of scripts) console.log(`${kilobytes(compressed)} of ${kilobytes(bytes)}  ${name}`);
  const compressed = scripts.reduce((sum, script) => sum + script.compressed, 0);
  console.log(`script, compressed: ${kilobytes(compressed).trim()}`);

  const pages = await servePages();
  const extension = await launchExtension({ headless: true });
  try {
    const { tabId } = await openEditor(extension, `${pages.url}/konva-editor/`);
    const openings: number[] = [];
    for (let i = 0; i <= repeats; i++) openings.push(await openingMs(extension, tabId));
    const [first, ...later] = openings;
    console.log(`opening to usable: ${Math.round(median(later))} ms (median of ${repeats}; the first one ${Math.round(first)} ms)`);
    const previews = await previewsMs(extension, tabId, repeats);
    console.log(`choice to preview, warm: ${Math.round(median(previews))} ms (median of ${previews.length})`);
    if (values.json) {
      const row = { compressed, openingMs: median(later), firstOpeningMs: first, previewMs: median(previews), scripts };
      writeFileSync(String(values.json), `${JSON.stringify(row, null, 1)}\n`);
    }
  } finally {
    await extension.close();
    await pages.close();
  }
}

/** From the beginning of the navigation, by the page's own clock. */
async function openingMs({ browser, origin }: RunningExtension, tabId: number): Promise<number> {
  const panel = await browser.newPage();
  await panel.goto(`${origin}/panel/panel.html?tabId=${tabId}`, { waitUntil: 'domcontentloaded' });
  const usableAt = await panel.evaluate(async () => {
    while (!document.querySelector('#panel[aria-busy="false"]')) await new Promise((resolve) => setTimeout(resolve));
    return performance.now();
  });
  await panel.close();
  return usableAt;
}

async function previewsMs({ browser, origin }: RunningExtension, tabId: number, count: number): Promise<number[]> {
  const panel = await browser.newPage();
  await panel.goto(`${origin}/panel/panel.html?tabId=${tabId}`);
  await panel.waitForSelector('#panel[aria-busy="false"]');
  await click(panel, 'capture');
  await waitFor(panel, 'source-thumbnail');
  const times: number[] = [];
  for (let i = 0; i <= count; i++) times.push(await previewMs(panel, STYLES[i % STYLES.length]));
  await panel.close();
  // The first one loads the networks.
  return times.slice(1);
}

/** Until the canvas of the preview is drawn; afterwards it waits until the panel is at rest. */
async function previewMs(panel: Page, style: string): Promise<number> {
  const milliseconds = await panel.evaluate(async (tile) => {
    const from = performance.now();
    const drawn = new Promise<number>((resolve) => {
      const observer = new MutationObserver((records) => {
        if (!records.some(({ target }) => (target as HTMLElement).dataset.testid === 'preview')) return;
        observer.disconnect();
        resolve(performance.now() - from);
      });
      observer.observe(document.body, { subtree: true, attributeFilter: ['width'] });
    });
    document.querySelector<HTMLElement>(`[data-testid="style-${tile}"]`)!.click();
    return drawn;
  }, style);
  await panel.waitForSelector('[data-testid="stage"][data-preview="optimized"][aria-busy="false"]', { timeout: PATIENCE_MS });
  return milliseconds;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`.padStart(9);
}

void main();
