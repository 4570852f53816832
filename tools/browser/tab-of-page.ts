import type { Extension, Page } from 'puppeteer';

const PATIENCE_MS = 30_000;

/**
 * The id of a page's tab, once the extension may look into it. Which tab is in front tells less: the one before it may be
 * closing still. A document's beginning is its own.
 */
export async function tabOfPage(extension: Extension, page: Page): Promise<number> {
  const [worker] = await extension.workers();
  if (!worker) throw new Error('The extension has no service worker.');
  // Scripts that tsx compiles name their functions through a helper, which goes along with them into the worker.
  await worker.evaluate('globalThis.__name ??= (named) => named');
  const begunAt = await page.evaluate(() => performance.timeOrigin);
  const id = await worker.evaluate(
    async (wanted, patience) => {
      const find = async (): Promise<number | null> => {
        const answers = (await chrome.tabs.query({})).map(async ({ id: tabId = -1 }) => {
          const [shown] = await chrome.scripting.executeScript({
            target: { tabId },
            injectImmediately: true,
            func: () => performance.timeOrigin,
          });
          if (shown?.result !== wanted) throw new Error('Another document.');
          return tabId;
        });
        return Promise.any(answers).catch(() => null);
      };
      // A click on the icon opens the page a moment after it was made.
      for (const end = performance.now() + patience; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
        const found = await find();
        if (found !== null || performance.now() > end) return found;
      }
    },
    begunAt,
    PATIENCE_MS,
  );
  if (id === null) throw new Error(`No tab shows ${page.url()}, or the extension may not look into it.`);
  return id;
}
