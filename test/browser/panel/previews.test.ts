/** Choosing by looking: previews, Quick, and styles from elsewhere. */
import type { Browser, Page } from 'puppeteer';
import type {} from './fake-extension';
import { byId, callsOf, launchBrowser, openPanel, textOf } from './open-panel';
import { servePanel, type PanelServer } from './panel-server';

let browser: Browser;
let server: PanelServer;
let page: Page;
let errors: string[];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePanel()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  ({ page, errors } = await openPanel(browser, server.url, { width: 400, theme: 'light' }));
  await page.click(byId('capture'));
  await page.waitForSelector(byId('source-picture'));
});

afterEach(async () => {
  expect(errors).toEqual([]);
  await page.browserContext().close();
});

const chosen = async () => (await callsOf(page, 'preview')).filter(({ priority }) => priority === 'chosen');

/** Clicked by the page itself: the last rows of the gallery lie beyond the window, and pictures that arrive move what is below them. */
function choose(id: string): Promise<void> {
  return page.$eval(byId(id), (node) => (node as HTMLElement).click());
}

test('a chosen style is previewed at once, in its strength', async () => {
  await choose('style-stained-glass');
  await page.waitForSelector(byId('preview'));
  await page.$eval(byId('preview-strength'), (node) => {
    (node as HTMLInputElement).value = '40';
    node.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.waitForFunction(() => window.fake.calls.some(({ request }) => (request as { strength?: number } | null)?.strength === 0.4));
  const last = (await chosen()).at(-1);
  expect(last).toMatchObject({
    strength: 0.4,
    size: 384,
    keep: false,
    styles: [{ source: { kind: 'built-in', file: 'stained-glass.jpg' }, weight: 1 }],
  });
});

test('Quick inserts the preview as a layer by itself', async () => {
  await choose('style-learned-9');
  await page.waitForSelector(byId('preview'));
  await choose('quick');
  expect(await textOf(page, 'quick-outcome')).toContain('Added as “Brushover · Red block print (quick)”');
  expect(await callsOf(page, 'insertLayer')).toMatchObject([{ tabId: 7, x: 12, y: 34, width: 451, height: 300, above: 'layer-3' }]);
  expect((await chosen()).at(-1)).toMatchObject({ size: 1024, keep: true, styles: [{ source: { kind: 'learned', index: 9 } }] });
});

test('the gallery paints what is in sight, and begins anew with another layer', async () => {
  await page.waitForSelector('[data-painted="true"]');
  const asked = (await callsOf(page, 'preview')).filter(({ priority }) => priority === 'gallery');
  expect(asked.length).toBeLessThan(30);
  const first = asked[0].content;
  await page.click(byId('capture'));
  await page.waitForFunction(
    (content) => window.fake.calls.some(({ name, request }) => name === 'preview' && (request as { content: string }).content !== content),
    {},
    first as string,
  );
});

test('a learned style can be refined: what the network makes of the layer is its style image', async () => {
  await choose('style-learned-3');
  await page.click(byId('start'));
  await page.waitForSelector(byId('cancel'));
  expect(await callsOf(page, 'startJob')).toMatchObject([{ styles: [{ name: 'Electric shapes', weight: 1 }], start: null }]);
});

test('a preview that fails says why and leaves the rest usable', async () => {
  await page.evaluate(() => (window.fake.failures.preview = 'There is not enough memory; choose a smaller one.'));
  await choose('style-stained-glass');
  expect(await textOf(page, 'preview-error')).toContain('There is not enough memory');
  await page.click(byId('start'));
  await page.waitForSelector(byId('cancel'));
});

test('the editor’s layer becomes a style, and the content stays', async () => {
  await page.click(byId('layer-as-style'));
  await page.waitForFunction(() => /Photo of a cat/.test(document.querySelector('[data-testid="selected-style"]')?.textContent ?? ''));
  expect(await textOf(page, 'source-name')).toBe('Photo of a cat');
});

describe('a web address', () => {
  async function add(address: string): Promise<void> {
    await page.click(byId('web-style-toggle'));
    await page.type(byId('web-style-address'), address);
    await page.click(byId('web-style-add'));
  }

  test('becomes a style', async () => {
    await add(new URL('photo.jpg', server.url).href);
    await page.waitForFunction(() => /photo/.test(document.querySelector('[data-testid="selected-style"] strong')?.textContent ?? ''));
    expect(await page.$(byId('web-style-address'))).toBeNull();
  });

  test.each([
    ['ftp://example.org/a.png', /Enter the web address of a picture/],
    ['missing.png', /answered 404 instead of a picture/],
    ['panel.html', /a page at this address, not a picture/],
  ])('%s gets a sentence', async (address, sentence) => {
    await add(address.includes('//') ? address : new URL(address, server.url).href);
    expect(await textOf(page, 'style-error')).toMatch(sentence);
  });

  test('of a closed host asks for that host alone, and a refusal leaves everything usable', async () => {
    const { host } = new URL(server.url.replace('127.0.0.1', 'localhost'));
    await add(`http://${host}/panel/photo.jpg`);
    expect(await textOf(page, 'allow-host-reason')).toContain(`${host} hands its pictures only to those you allow`);
    await page.click(byId('allow-host'));
    expect(await textOf(page, 'style-error')).toContain(`Without the permission ${host} keeps its picture`);
    await choose('style-stained-glass');
    await page.waitForSelector(byId('preview'));
  });
});
