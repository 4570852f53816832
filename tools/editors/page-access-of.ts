import type { Page } from 'puppeteer';
import type { PageAccess } from '../../src/editors';
import { bundlePageScript } from './bundle-page-script';

/** Reaches into a page that the driver holds, as the extension does with `chrome.scripting`. */
export function pageAccessOf(page: Page): PageAccess {
  return {
    async loadScript() {
      await page.evaluate(await bundlePageScript());
    },
    run: (func, ...args) => page.evaluate(func as (...args: unknown[]) => ReturnType<typeof func>, ...args),
  };
}
