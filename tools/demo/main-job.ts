import type { ElementHandle, Page } from 'puppeteer';
import type { JobProgress } from '../../src/protocol/job';
import type { JobEvent } from '../../src/protocol/events';
import type { RunningExtension } from '../browser/launch-extension';
import { tabOfPage } from '../browser/tab-of-page';

/** Opens a page of an editor as a user has it: in its own tab, with the extension's icon clicked once. */
export async function openEditor({ browser, extension }: RunningExtension, url: string): Promise<{ page: Page; tabId: number }> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForSelector('body[data-ready]');
  await page.bringToFront();
  await extension.triggerAction(page);
  return { page, tabId: await tabOfPage(extension, page) };
}

/** The panel in a window of its own, working with the editor's tab: no driver can click into the side panel. */
export function openPanel(extension: RunningExtension, tabId: number): Promise<Page> {
  return extension.openPage(`panel/panel.html?tabId=${tabId}`);
}

export async function click(page: Page, testId: string): Promise<void> {
  const element = await waitFor(page, testId);
  await element.evaluate((node) => (node as HTMLElement).click());
}

export async function waitFor(page: Page, testId: string): Promise<ElementHandle> {
  const element = await page.waitForSelector(`[data-testid="${testId}"]:not([disabled]):not([aria-busy="true"])`, { timeout: PATIENCE_MS });
  if (!element) throw new Error(`The panel has no ${testId}.`);
  return element;
}

export async function textOf(page: Page, testId: string): Promise<string> {
  return (await waitFor(page, testId)).evaluate((node) => (node as HTMLElement).innerText);
}

/** Captures, picks a style, starts, and waits until G is a new layer; returns what the panel says about it. */
export async function stylizeThroughPanel(panel: Page, styleId: string, onProgress: (progress: JobProgress) => void): Promise<string> {
  await listen(panel, onProgress);
  await click(panel, 'capture');
  await waitFor(panel, 'source-thumbnail');
  await click(panel, `style-${styleId}`);
  await click(panel, 'start');
  return outcome(panel);
}

/** The sentence about the new layer, or an error with the panel's own sentence. */
async function outcome(panel: Page): Promise<string> {
  const ids = ['insert-outcome', 'run-error', 'result-error', 'source-error', 'style-error'];
  const selector = ids.map((id) => `[data-testid="${id}"]`).join(',');
  const element = await panel.waitForSelector(selector, { timeout: PATIENCE_MS });
  const { id, text } = await element!.evaluate((node) => ({
    id: (node as HTMLElement).dataset.testid,
    text: (node as HTMLElement).innerText,
  }));
  if (id !== 'insert-outcome') throw new Error(text);
  return text;
}

async function listen(panel: Page, onProgress: (progress: JobProgress) => void): Promise<void> {
  await panel.exposeFunction('onJobProgress', onProgress);
  await panel.evaluate(() => {
    const channel = new BroadcastChannel('brushover-job-events');
    const tell = (globalThis as unknown as { onJobProgress(progress: JobProgress): void }).onJobProgress;
    let last = 0;
    channel.onmessage = ({ data }: MessageEvent<JobEvent>) => {
      if (data.type !== 'state' || !data.state.progress || data.state.progress.evaluation === last) return;
      last = data.state.progress.evaluation;
      tell(data.state.progress);
    };
  });
}

/** A slow machine may need minutes for one picture. */
const PATIENCE_MS = 15 * 60_000;
