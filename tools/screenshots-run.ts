/** `npm run screenshots:run`: draws docs/run/*.png, a run in the panel from before it begins to the history, with the real extension. */
import type { Page } from 'puppeteer';
import { ensureBuilt } from './build/ensure-built';
import { launchExtension } from './browser/launch-extension';
import { look, saveScreenshot } from './browser/screenshot';
import { click, openEditor, openPanel, waitFor } from './demo/main-job';
import { servePages } from './editors/serve-pages';

const FOLDER = 'docs/run';
const THEMES = ['light', 'dark'] as const;

async function main(): Promise<void> {
  await ensureBuilt();
  const pages = await servePages();
  const extension = await launchExtension({ headless: true, viewport: { width: 1180, height: 820 } });
  try {
    const { tabId } = await openEditor(extension, `${pages.url}/konva-editor/`);
    await photograph(await openPanel(extension, tabId));
  } finally {
    await extension.close();
    await pages.close();
  }
}

async function photograph(panel: Page): Promise<void> {
  await panel.setViewport({ width: 360, height: 860 });
  await look(panel, 'light');
  await panel.waitForSelector('#panel[aria-busy="false"]');
  await click(panel, 'capture');
  await waitFor(panel, 'source-thumbnail');
  await click(panel, 'style-woodblock-waves');
  await says(panel, 'status', /^about/m);
  await panel.waitForSelector('[data-testid="preview"]');
  await save(panel, 'before');

  await click(panel, 'start');
  await panel.waitForFunction(() => document.querySelectorAll('[data-testid="moment"]').length > 6, { timeout: 600_000 });
  await click(panel, 'pause');
  await panel.waitForSelector('[data-testid="action-bar"][data-status="paused"]', { timeout: 60_000 });
  await click(panel, 'continue');
  await panel.waitForSelector('[data-testid="action-bar"][data-status="running"]', { timeout: 60_000 });
  await click(panel, 'sparkline');
  await panel.waitForSelector('[data-testid="loss-chart"] canvas');
  await save(panel, 'during');

  await click(panel, 'style-starlit-swirls');
  await click(panel, 'start');
  await waitFor(panel, 'queued-job');
  await panel.$eval('[data-testid="queue"]', (node) => node.scrollIntoView({ block: 'center' }));
  await save(panel, 'queue');

  await waitFor(panel, 'history-job');
  await panel.$eval('main', (node) => node.scrollTo({ top: 0 }));
  await panel.waitForSelector('[data-testid="action-bar"][data-status="done"]', { timeout: 600_000 });
  await waitFor(panel, 'result');
  await save(panel, 'after');
  await panel.$eval('[data-testid="history"]', (node) => {
    (node as HTMLDetailsElement).open = true;
    node.scrollIntoView({ block: 'start' });
  });
  await save(panel, 'history');
}

async function says(panel: Page, testId: string, words: RegExp): Promise<void> {
  await panel.waitForFunction(
    (css, source) => new RegExp(source, 'm').test((document.querySelector(css) as HTMLElement | null)?.innerText ?? ''),
    { timeout: 120_000 },
    `[data-testid="${testId}"]`,
    words.source,
  );
}

async function save(panel: Page, name: string): Promise<void> {
  for (const theme of THEMES) {
    await look(panel, theme);
    await saveScreenshot(`${FOLDER}/${name}-${theme}.png`, panel);
  }
}

void main();
