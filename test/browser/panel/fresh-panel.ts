import type { Browser, Page } from 'puppeteer';
import { launchBrowser, openPanel, type PanelLook } from './open-panel';
import { servePanel, type PanelServer } from './panel-server';

export const NARROW: PanelLook = { width: 360, theme: 'light' };

/**
 * Called at the top of a file of tests: one browser and one server for all of them, and a panel with storage of its own for each
 * that opens one. A test in whose panel something went wrong unseen fails.
 */
export function freshPanels(): (look?: PanelLook) => Promise<Page> {
  let browser: Browser;
  let server: PanelServer;
  let opened: { page: Page; errors: string[] };

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), servePanel()]);
  }, 60_000);

  afterEach(async () => {
    expect(opened.errors).toEqual([]);
    await opened.page.browserContext().close();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  return async (look = NARROW) => {
    opened = await openPanel(browser, server.url, look);
    return opened.page;
  };
}
