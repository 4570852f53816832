/** Choosing by looking: previews, Quick, and styles from elsewhere. */
import type { Page } from 'puppeteer';
import type {} from './fake-extension';
import { byId, callsOf, hasSource, textOf } from './open-panel';
import { defaultSettings } from '../../../src/nst/settings';
import { freshPanels } from './fresh-panel';

const freshPanel = freshPanels();
let page: Page;

beforeEach(async () => {
  page = await freshPanel({ width: 400, theme: 'light' });
  await page.click(byId('capture'));
  await hasSource(page);
});

const chosen = async () =>
  (await callsOf(page, 'preview')).filter(({ priority, optimized }) => priority === 'chosen' && optimized === null);
const ofStylize = async () =>
  (await callsOf(page, 'preview')).filter(({ priority, optimized }) => priority === 'chosen' && optimized !== null);
const shows = (kind: 'fast' | 'optimized') => page.waitForSelector(`[data-shows="preview"][data-preview="${kind}"] ${byId('preview')}`);

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

describe('what Stylize would make', () => {
  /** Changes a setting as its field does. */
  const setStrength = (percent: number): Promise<void> =>
    page.$eval(
      byId('preview-strength'),
      (node, value) => {
        (node as HTMLInputElement).value = String(value);
        node.dispatchEvent(new Event('input', { bubbles: true }));
      },
      percent,
    );

  test('takes the fast preview’s place, with the settings of the run', async () => {
    await choose('style-stained-glass');
    // Until then the one of the style before may stand there.
    await page.waitForFunction(() =>
      window.fake.calls.some(({ request }) => /"stained-glass\.jpg".*"optimized":\{/.test(JSON.stringify(request))),
    );
    await shows('optimized');
    // Drawn with the next frame.
    await page.waitForFunction((selector) => document.querySelector<HTMLCanvasElement>(selector)?.width === 9, {}, byId('preview'));
    expect((await ofStylize()).at(-1)).toMatchObject({
      styles: [{ source: { file: 'stained-glass.jpg' } }],
      optimized: { styleWeight: defaultSettings.styleWeight },
    });
  });

  test('is asked for anew where a setting would change it', async () => {
    await choose('style-stained-glass');
    await shows('optimized');
    await page.click(byId('advanced-toggle'));
    await page.click(byId('setting-tvWeight'), { count: 3 });
    await page.keyboard.type('0.25');
    await page.waitForFunction(() =>
      window.fake.calls.some(({ request }) => (request as { optimized?: { tvWeight: number } } | null)?.optimized?.tvWeight === 0.25),
    );
  });

  test('gives way to the fast one while Quick is pointed at, and at strengths below 100 %', async () => {
    await choose('style-stained-glass');
    await shows('optimized');
    await page.hover(byId('quick'));
    await shows('fast');
    await page.hover(byId('preview-strength'));
    await shows('optimized');
    await setStrength(60);
    await shows('fast');
    await page.waitForSelector(`${byId('stage')}[aria-busy="false"]`);
    expect((await ofStylize()).every(({ strength }) => strength === 1)).toBe(true);
  });

  test('is not asked for a learned style, which has no picture', async () => {
    await choose('style-learned-9');
    await page.waitForSelector(byId('preview'));
    await choose('style-stained-glass');
    await shows('optimized');
    expect(JSON.stringify(await ofStylize())).not.toContain('"learned"');
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
  await page.evaluate(() => void (window.fake.changes += 1));
  await page.click(byId('capture'));
  await page.waitForFunction(
    (content) => window.fake.calls.some(({ name, request }) => name === 'preview' && (request as { content: string }).content !== content),
    {},
    first as string,
  );
});

test('the gallery paints a style that the fast networks mislead about once more, and truer', async () => {
  const tile = `${byId('style-pointillist-river')} canvas`;
  await page.waitForFunction((selector) => document.querySelector<HTMLCanvasElement>(selector)?.width === 9, {}, tile);
  const truer = (await callsOf(page, 'preview')).filter(({ priority, optimized }) => priority === 'gallery' && optimized !== null);
  expect(truer[0]).toMatchObject({ size: 96, strength: 1 });
  expect(truer.length).toBeLessThan(6);
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
    await add(new URL('photo.jpg', page.url()).href);
    await page.waitForFunction(() => /photo/.test(document.querySelector('[data-testid="selected-style"] strong')?.textContent ?? ''));
    expect(await page.$(byId('web-style-address'))).toBeNull();
  });

  test.each([
    ['ftp://example.org/a.png', /Enter the web address of a picture/],
    ['missing.png', /answered 404 instead of a picture/],
    ['panel.html', /a page at this address, not a picture/],
  ])('%s gets a sentence', async (address, sentence) => {
    await add(address.includes('//') ? address : new URL(address, page.url()).href);
    expect(await textOf(page, 'style-error')).toMatch(sentence);
  });

  test('of a closed host asks for that host alone, and a refusal leaves everything usable', async () => {
    const { host } = new URL(page.url().replace('127.0.0.1', 'localhost'));
    await add(`http://${host}/panel/photo.jpg`);
    expect(await textOf(page, 'allow-host-reason')).toContain(`${host} hands its pictures only to those you allow`);
    await page.click(byId('allow-host'));
    expect(await textOf(page, 'style-error')).toContain(`Without the permission ${host} keeps its picture`);
    await choose('style-stained-glass');
    await page.waitForSelector(byId('preview'));
  });
});
