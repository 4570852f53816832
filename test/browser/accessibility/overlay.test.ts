/** The overlay in a page, in all that it shows, looked at by axe in the looks that people set their machines to, and walked by keyboard. */
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import type { LocalServer } from '../../../tools/local-server';
import { SOURCE_LANGUAGE, translatedLanguages } from '../../../tools/texts/catalogues';
import { focused, inOverlay, openPage, press, servePageWithOverlay, wordsOf } from '../overlay/open-overlay';
import { catalogueOf, type TestCatalogue } from '../panel/catalogues-for-tests';
import { launchBrowser } from '../panel/open-panel';
import { LIGHT, LOOKS, lookAs, STILL, type Look } from './looks';

let browser: Browser;
let server: LocalServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePageWithOverlay()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** In the order in which a person meets them; each begins where the one before ended. */
const STATES: [string, (page: Page) => Promise<unknown>][] = [
  [
    'painting the first preview',
    async (page) => {
      await page.evaluate(() => {
        window.background.silent.add('preview');
        window.background.address = 'https://pictures.example/cat.jpg';
        void window.background.order();
      });
      await inOverlay(page, 'controls', '[data-painting="true"]');
    },
  ],
  [
    'preview of another site’s picture',
    async (page) => {
      await page.evaluate(() => window.background.silent.delete('preview'));
      await inOverlay(page, 'refine', ' small');
      await inOverlay(page, 'allow');
    },
  ],
  ['waiting', (page) => press(page, 'refine').then(() => inOverlay(page, 'cancel'))],
  ['refining', (page) => page.evaluate(() => window.background.paint(0.3)).then(() => inOverlay(page, 'stop'))],
  ['paused', (page) => press(page, 'pause').then(() => inOverlay(page, 'continue'))],
  [
    'finished',
    async (page) => {
      await page.evaluate(() => window.background.end(false));
      await press(page, 'continue');
      await page.evaluate(() => window.background.end(false));
      await inOverlay(page, 'larger', ' small');
    },
  ],
  [
    'failed',
    async (page) => {
      await page.evaluate(() => (window.background.failures.refine = 'The graphics card stopped answering; choose a smaller size.'));
      await press(page, 'paint-on');
      await inOverlay(page, 'words', '.error');
    },
  ],
  ['kept', (page) => press(page, 'keep').then(() => inOverlay(page, 'notice'))],
  [
    'undone',
    async (page) => {
      await press(page, 'reopen');
      await press(page, 'undo');
      await inOverlay(page, 'open-history');
    },
  ],
  [
    'asking which picture',
    async (page) => {
      await page.$eval('img', (image) => image.setAttribute('hidden', ''));
      await page.evaluate(() => window.background.order('style'));
      await inOverlay(page, 'notice', '.success');
    },
  ],
];

describe.each(LOOKS)('the overlay in $name', (look) => {
  it('can be used by everybody, from the first preview to undone', async () => {
    const page = await openAs(look);
    const faults: string[] = [];
    for (const [state, reach] of STATES) {
      await reach(page);
      faults.push(...[...(await violationsOf(page)), ...(await overflowOf(page))].map((fault) => `${state}: ${fault}`));
      expect([state, await page.evaluate(() => document.querySelector('brushover-overlay')!.shadowRoot!.getAnimations().length)]).toEqual([
        state,
        0,
      ]);
    }
    expect(faults).toEqual([]);
    await page.close();
  });
});

it.each([SOURCE_LANGUAGE, ...translatedLanguages()])('fits 360 px in %s, whatever it shows', async (language) => {
  const page = await openAs({ width: 360, features: [LIGHT, STILL] }, catalogueOf(language));
  const faults: string[] = [];
  for (const [state, reach] of STATES) {
    await reach(page);
    faults.push(...(await overflowOf(page)).map((fault) => `${state}: ${fault}`));
  }
  expect(faults).toEqual([]);
  await page.close();
});

it('is walked by keyboard from the menu to a kept picture and back to the page, and tells what happens', async () => {
  const page = await openAs({ width: 900, features: [LIGHT, STILL] });
  await page.focus('#link');
  await page.evaluate(() => window.background.order());
  await inOverlay(page, 'controls', '[data-painting="false"]');
  expect(await focused(page)).toBe('controls');
  expect(await wordsOf(page, 'announcement')).toBe('Preview in the style “Stained glass”');
  expect(await (await inOverlay(page, 'picture')).evaluate((node) => node.ariaLabel)).toBe('“A cat” in the style “Stained glass”, preview');
  await tabTo(page, ['style', 'strength', 'keep', 'refine']);
  await page.keyboard.press('Enter');
  await inOverlay(page, 'cancel');
  await page.evaluate(() => window.background.paint(0.55));
  await inOverlay(page, 'pause');
  expect(await focused(page)).not.toBe('BODY');
  expect(await wordsOf(page, 'announcement')).toBe('Painting 50 %');
  await (await inOverlay(page, 'stop')).focus();
  await page.keyboard.press('Enter');
  await page.evaluate(() => window.background.end(true));
  await inOverlay(page, 'keep');
  expect(await focused(page)).toBe('paint-on');
  expect(await wordsOf(page, 'announcement')).toBe('Stopped and kept, painted at 300 × 200.');
  await page.keyboard.down('Shift');
  await tabTo(page, ['keep']);
  await page.keyboard.up('Shift');
  await page.keyboard.press('Enter');
  await inOverlay(page, 'reopen', ':focus');
  await page.keyboard.press('Enter');
  await inOverlay(page, 'controls', ':focus');
  await page.keyboard.press('Escape');
  await inOverlay(page, 'notice');
  expect(await focused(page)).toBe('link');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('link');
  await page.close();
});

it('gives the focus to the picture where the page had none, and leaves no trace of it', async () => {
  const page = await openAs({ width: 900, features: [LIGHT, STILL] });
  await page.evaluate(() => window.background.order());
  await inOverlay(page, 'controls', '[data-painting="false"]');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('picture');
  await page.focus('#link');
  expect(await page.$eval('#picture', (node) => node.outerHTML)).not.toContain('tabindex');
  await page.close();
});

/** Each of them by one press. */
async function tabTo(page: Page, ids: string[]): Promise<void> {
  for (const id of ids) {
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(id);
  }
}

function openAs({ width, features, catalogue }: Pick<Look, 'width' | 'features' | 'catalogue'>, texts?: TestCatalogue): Promise<Page> {
  return openPage(browser, server.url, width, async (page) => {
    await lookAs(page, features, texts ?? catalogue?.());
    await page.evaluateOnNewDocument(axe.source);
  });
}

/** Of the overlay alone; the page is not ours. Axe measures contrasts of what is in the body. */
async function violationsOf(page: Page): Promise<string[]> {
  const { violations, passes } = await page.evaluate(() => {
    const overlay = document.querySelector<HTMLElement>('brushover-overlay')!;
    if (overlay.parentElement !== document.body) document.body.append(overlay);
    return window.axe.run(overlay, { resultTypes: ['violations', 'passes'] });
  });
  expect([...violations, ...passes].map(({ id }) => id)).toContain('color-contrast');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
}

/** What lies beyond the window's edge, or is cut off by its card. */
function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('brushover-overlay')!.shadowRoot!;
    const cards = [...root.querySelectorAll<HTMLElement>('.card')];
    const wide = cards.filter((card) => card.scrollWidth > card.clientWidth);
    const beyond = cards
      .flatMap((card) => [card, ...card.querySelectorAll<HTMLElement>('button, select, input, label, p, span')])
      .filter((element) => !element.closest('.visually-hidden'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > document.documentElement.clientWidth + 1;
      });
    return [...wide, ...beyond].map((element) => `too wide: ${element.className || element.tagName} ${element.innerText}`);
  });
}
