import type { Page } from 'puppeteer';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { byId } from '../panel/open-panel';

export { byId, textOf } from '../panel/open-panel';

/** The options page of the built extension; what goes wrong in it is kept in `errors`. */
export async function openOptions(extension: RunningExtension): Promise<{ page: Page; errors: string[] }> {
  const page = await extension.openPage('options/options.html');
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await optionsAreReady(page);
  return { page, errors };
}

async function optionsAreReady(page: Page): Promise<void> {
  await page.waitForSelector('#options[aria-busy="false"]');
}

export async function reloaded(page: Page): Promise<void> {
  await page.reload();
  await optionsAreReady(page);
}

/** Waits until it says so. */
export async function says(page: Page, testId: string, text: string): Promise<void> {
  await page.waitForFunction(
    (selector, words) => document.querySelector<HTMLElement>(selector)?.innerText.includes(words),
    {},
    byId(testId),
    text,
  );
}

/** What is kept under a key of the extension's storage. */
export function storedAt<Value>(page: Page, key: string): Promise<Value> {
  return page.evaluate(async (name) => (await chrome.storage.local.get(name))[name] as Value, key);
}

/** Waits until a part of what is kept has a value. */
export async function keeps(page: Page, key: string, name: string, value: unknown): Promise<void> {
  const kept = async (at: string, part: string, wanted: unknown): Promise<boolean> => {
    const stored = (await chrome.storage.local.get(at))[at] as Record<string, unknown> | undefined;
    return stored?.[part] === wanted;
  };
  await page.waitForFunction(kept, {}, key, name, value);
}
