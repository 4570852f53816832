import type { Page } from 'puppeteer';
import type { CapturedLayer } from '../../../src/protocol/layer';
import { insertionOf } from '../../../src/protocol/layer';
import type { Answer } from '../../../src/protocol/messages';
import { launchExtension, type RunningExtension } from '../../../tools/browser/launch-extension';
import { tabOfPage } from '../../../tools/browser/tab-of-page';
import { openEditor } from '../../../tools/demo/main-job';
import { servePages, type PageServer } from '../../../tools/editors/serve-pages';
import { serveLocally, type LocalServer } from '../../../tools/local-server';
import { clickMenu, quickItem } from '../../../tools/previews/page-of-pictures';
import { pngOf, scene } from '../extension/pictures';
import { RunDriver } from '../runs/run-driver';
import { htmlOf, MARK, type HostilePage } from './hostile-page';

export interface AttackResult {
  page: string;
  outcome: string;
  problem: string | null;
}

/** How long an honest page may take on a busy machine; what takes longer is said to wait. */
const PATIENCE_MS = 15_000;
const RAW = /undefined|\bnull\b|NaN|\[object|TypeError|at .*\.js|Cannot read|is not a function|Failed to/;
const GLASS = quickItem('Stained glass', 'stained-glass.jpg');

/** One browser, a page that is honest all the time, and one hostile page after the other. */
export class HostileCampaign {
  private constructor(
    private readonly extension: RunningExtension,
    private readonly driver: RunDriver,
    private readonly honest: { server: PageServer; tabId: number },
    private readonly hostile: LocalServer,
    private readonly current: { page: HostilePage | null },
  ) {}

  static async open(): Promise<HostileCampaign> {
    const current: { page: HostilePage | null } = { page: null };
    const photo = pngOf(scene(120, 80, () => 255));
    const hostile = await serveLocally(async (path) => (path.startsWith('/photo') ? photo : htmlOf(current.page!)));
    const server = await servePages();
    const extension = await launchExtension({ headless: true });
    const { tabId } = await openEditor(extension, `${server.url}/konva-editor/`);
    const driver = await RunDriver.open(extension);
    return new HostileCampaign(extension, driver, { server, tabId }, hostile, current);
  }

  async close(): Promise<void> {
    await this.extension.close();
    await Promise.all([this.honest.server.close(), this.hostile.close()]);
  }

  async strike(page: HostilePage): Promise<AttackResult> {
    this.current.page = page;
    const stored = await this.driver.storedPictures().catch(() => 0);
    try {
      const tab = await this.openTab(page);
      const outcome = await this.outcomeOf(page, tab);
      await closed(tab.page);
      const problem = problemOf(page, outcome) ?? (await this.harmDone(stored));
      return { page: page.name, outcome, problem };
    } catch (error) {
      return { page: page.name, outcome: 'lost', problem: error instanceof Error ? error.message : String(error) };
    }
  }

  /** A site of its own, so that a page that hangs hangs no other one. */
  private async openTab(page: HostilePage): Promise<{ page: Page; tabId: number }> {
    const port = new URL(this.hostile.url).port;
    const address = `http://${page.name.toLowerCase().replace(/[^a-z]+/g, '-')}.localhost:${port}/`;
    const opened = await this.extension.browser.newPage();
    opened.on('dialog', (dialog) => void dialog.dismiss());
    await opened.goto(address);
    await opened.bringToFront();
    await this.extension.extension.triggerAction(opened);
    return { page: opened, tabId: await tabOfPage(this.extension.extension, opened) };
  }

  private async outcomeOf(page: HostilePage, tab: { page: Page; tabId: number }): Promise<string> {
    if (page.act === 'quick') return this.quick(tab);
    const capture = this.ask('captureLayer', { tabId: tab.tabId });
    if (page.act === 'capture') return this.ending(capture, tab.page);
    const answer = await capture;
    if (!answer.ok) throw new Error(`The layer was not captured: ${answer.failure.message}`);
    await tab.page.evaluate('turn()');
    const layer = answer.value as CapturedLayer;
    return this.ending(this.ask('insertLayer', insertionOf(layer, layer.image, 'Brushover · test')), tab.page);
  }

  private async ending(asked: Promise<Answer>, page: Page): Promise<string> {
    const answer = await Promise.race([asked, patience()]);
    if (answer) return describe(answer);
    if (!(await this.honestPageIsCaptured())) return 'waits, and others with it';
    await closed(page);
    const late = await Promise.race([asked, patience()]);
    return late ? `waits, then ${describe(late)}` : 'waits even when the tab is closed';
  }

  /** A click in the menu ends in a picture in the overlay, a sentence there, or a mark on the icon. */
  private async quick({ page, tabId }: { page: Page; tabId: number }): Promise<string> {
    const [worker] = await this.extension.extension.workers();
    const box = await page.$eval('#canvas', (node) => ({ x: node.getBoundingClientRect().x + 60, y: node.getBoundingClientRect().y + 60 }));
    await page.mouse.click(box.x, box.y, { button: 'right' });
    await worker!.evaluate('globalThis.__name ??= (named) => named');
    await clickMenu(worker!, tabId, { menuItemId: GLASS, srcUrl: new URL('/photo.png', page.url()).href });
    const end = Date.now() + 4 * PATIENCE_MS;
    for (;;) {
      const seen = await worker!.evaluate(seenOf, tabId);
      if (seen) return seen;
      if (Date.now() > end) return 'nothing is to be seen';
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private ask(name: string, request: unknown): Promise<Answer> {
    const message = { context: 'background', name, request };
    return this.driver.page.evaluate((sent) => chrome.runtime.sendMessage(sent), message) as Promise<Answer>;
  }

  private async honestPageIsCaptured(): Promise<boolean> {
    const answer = await Promise.race([this.ask('captureLayer', { tabId: this.honest.tabId }), patience()]);
    return answer?.ok === true && (answer.value as CapturedLayer).editor === 'konva';
  }

  private async harmDone(stored: number): Promise<string | null> {
    if (!(await this.honestPageIsCaptured())) return 'An honest page can’t be captured any more.';
    const now = await this.driver.storedPictures();
    if (now > stored + 4) return `${now - stored} pictures were stored.`;
    return null;
  }
}

function patience(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
}

/** The driver never hears of the end of some tabs that are leaving for another page as they are closed. */
async function closed(page: Page): Promise<void> {
  if (!page.isClosed()) await Promise.race([page.close(), patience()]);
}

/** Runs in the service worker. */
async function seenOf(tabId: number): Promise<string | null> {
  const badge = await chrome.action.getBadgeText({ tabId });
  if (badge) return 'told: a mark on the icon';
  const [injected] = await chrome.scripting
    .executeScript({
      target: { tabId },
      injectImmediately: true,
      func: () => {
        const host = document.querySelector('brushover-overlay');
        const root = host && chrome.dom.openOrClosedShadowRoot(host as HTMLElement);
        const notice = root?.querySelector<HTMLElement>('[data-testid="overlay-notice"]')?.innerText;
        if (notice) return `told: ${notice.trim()}`;
        // The page took its picture away; what was painted can still be kept.
        const gone = root?.querySelector<HTMLElement>('.controls.gone')?.innerText;
        if (gone) return `told: ${gone.trim()}`;
        return root?.querySelector('[data-testid="overlay-picture"]:not([data-size="0"])') ? 'works' : null;
      },
    })
    .catch(() => [{ result: null }]);
  return injected?.result ?? null;
}

function describe(answer: Answer): string {
  return answer.ok ? 'works' : `told: ${answer.failure.message}`;
}

function problemOf({ ends }: HostilePage, outcome: string): string | null {
  const sentence = /told: (.*)$/s.exec(outcome)?.[1];
  if (sentence?.replace(/“[^“”]*”/g, '').includes(MARK)) return 'The page’s words stand as our own.';
  if (sentence && RAW.test(sentence.replace(/“[^“”]*”/g, ''))) return 'It is told in no user’s words.';
  const kind = /^(works|told|waits, then told|nothing)/.exec(outcome)?.[1];
  if (ends === 'waits') return kind === 'waits, then told' || kind === 'told' ? null : `It should wait: ${outcome}`;
  if (ends === 'either') return kind === 'works' || kind === 'told' ? null : 'It neither works nor is told.';
  return kind === ends ? null : `It should end as “${ends}”.`;
}
