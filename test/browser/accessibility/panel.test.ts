/** The panel from empty to finished and failed, looked at by axe in the looks that people set their machines to. */
import axe from 'axe-core';
import type { Browser, MediaFeature, Page } from 'puppeteer';
import type {} from '../panel/fake-extension';
import { catalogueOf, type TestCatalogue } from '../panel/catalogues-for-tests';
import { byId, hasSource, isReady, launchBrowser } from '../panel/open-panel';
import { SOURCE_LANGUAGE, translatedLanguages } from '../../../tools/texts/catalogues';
import { servePanel, type PanelServer } from '../panel/panel-server';
import { LIGHT, LOOKS, lookAs, STILL } from './looks';

let browser: Browser;
let server: PanelServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePanel()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** In the order in which a person meets them; each begins where the one before ended. */
const STATES: [string, (page: Page) => Promise<unknown>][] = [
  ['empty', () => Promise.resolve()],
  [
    'captured',
    async (page) => {
      await page.click(byId('capture'));
      await hasSource(page);
      await page.$eval(byId('style-stained-glass'), (tile) => (tile as HTMLElement).click());
    },
  ],
  [
    'a favourite and a hidden style',
    async (page) => {
      await page.click(byId('favourite-style'));
      await page.click(byId('hide-style'));
      // The sentence about it moves what is below.
      await page.waitForSelector(byId('style-hidden'));
      await page.$eval(byId('group-hidden'), (group) => (group as HTMLElement).click());
      await page.waitForSelector(byId('show-all-hidden'));
    },
  ],
  [
    'no style found',
    async (page) => {
      await page.$eval(byId('show-all-hidden'), (button) => (button as HTMLElement).click());
      await page.type(byId('search-styles'), 'zebra');
      await page.waitForSelector(byId('nothing-found'));
    },
  ],
  [
    'all styles, and the picture enlarged',
    async (page) => {
      await page.click(byId('reset-gallery'));
      await page.click(byId('show-all-styles'));
      await page.click(byId('zoom-in'));
      await page.waitForSelector(byId('zoom-whole'));
    },
  ],
  ['brush open', (page) => page.click(byId('brush'))],
  [
    'all settings open',
    async (page) => {
      await page.click(byId('advanced-toggle'));
    },
  ],
  [
    'layers of the network open',
    async (page) => {
      await page.click(byId('explorer-toggle'));
      await page.waitForSelector(byId('channel-map'));
      await page.click(byId('rebuild'));
      await page.waitForSelector(byId('rebuilt-style'));
    },
  ],
  [
    'running',
    async (page) => {
      await page.click(byId('start'));
      await page.waitForSelector(byId('cancel'));
      await page.evaluate(async () => {
        for (let i = 1; i <= 5; i++) window.fake.progress(i);
        await window.fake.picture();
      });
      await page.waitForSelector(byId('live-picture'));
    },
  ],
  [
    'finished',
    async (page) => {
      await page.evaluate(() => window.fake.finish());
      await page.waitForSelector(byId('result'));
    },
  ],
  [
    'failed',
    async (page) => {
      await page.click(byId('start'));
      await page.waitForSelector(byId('cancel'));
      await page.evaluate(() => window.fake.fail('The graphics card stopped answering; choose a smaller size.'));
      await page.waitForSelector(byId('run-error'));
    },
  ],
];

describe.each(LOOKS)('the panel in $name', ({ width, features, catalogue }) => {
  it('can be used by everybody, from empty to finished and failed', async () => {
    const page = await openAs(width, features, catalogue?.());
    const faults: string[] = [];
    for (const [state, reach] of STATES) {
      await reach(page);
      faults.push(...(await violationsOf(page)).map((fault) => `${state}: ${fault}`));
      faults.push(...(await overflowOf(page)).map((fault) => `${state}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await page.browserContext().close();
  });
});

it.each([SOURCE_LANGUAGE, ...translatedLanguages()])('fits 360 px in %s, whatever it shows', async (language) => {
  const page = await openAs(360, [LIGHT, STILL], catalogueOf(language));
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
  const faults: string[] = [];
  for (const [state, reach] of STATES) {
    await reach(page);
    faults.push(...(await overflowOf(page)).map((fault) => `${state}: ${fault}`));
  }
  expect(faults).toEqual([]);
  await page.browserContext().close();
});

it('rests where motion is unwelcome', async () => {
  const page = await openAs(360, [LIGHT, STILL]);
  for (const [, reach] of STATES.slice(0, 9)) {
    await reach(page);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  }
  await page.browserContext().close();
});

it('keeps the tracks of sliders and switches where the system chooses the colours', async () => {
  const page = await openAs(360, [{ name: 'forced-colors', value: 'active' }, STILL]);
  await page.click(byId('capture'));
  await hasSource(page);
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.switch, input[type="range"]')]
      .filter((control) => getComputedStyle(control).forcedColorAdjust !== 'none')
      .map((control) => control.outerHTML),
  );
  expect(lost).toEqual([]);
  await page.browserContext().close();
});

async function openAs(width: number, features: MediaFeature[], catalogue?: TestCatalogue): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height: 860, deviceScaleFactor: 1 });
  await lookAs(page, features, catalogue);
  await page.goto(server.url);
  await isReady(page);
  await page.evaluate(axe.source);
  return page;
}

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
}

/** What lies beyond the panel's edge can't be reached without scrolling sideways. */
function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ['html', 'main', '.action-bar'].flatMap((selector) => {
      const place = document.querySelector(selector)!;
      if (place.scrollWidth <= place.clientWidth) return [];
      const edge = place.getBoundingClientRect().left + place.clientWidth;
      const beyond = [...place.querySelectorAll('*')].filter(
        (element) =>
          element.getBoundingClientRect().right > edge + 1 || (element.clientWidth > 1 && element.scrollWidth > element.clientWidth),
      );
      return [
        `${selector} is ${place.scrollWidth - place.clientWidth} px too wide: ${beyond.map((element) => element.className || element.tagName).join(', ')}`,
      ];
    }),
  );
}
