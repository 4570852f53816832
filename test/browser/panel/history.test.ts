/** What was made before: two of its pictures one over the other. */
import type { Page } from 'puppeteer';
import type {} from './fake-extension';
import { byId, hasSource, screenshot, textOf } from './open-panel';
import { freshPanels } from './fresh-panel';

const freshPanel = freshPanels();
let page: Page;

beforeEach(async () => {
  page = await freshPanel();
  await page.click(byId('capture'));
  await hasSource(page);
  await page.click(byId('start'));
  await page.waitForSelector(byId('cancel'));
  await page.evaluate(async () => {
    await window.fake.finish();
    await window.fake.putInHistory('Roman mosaic', { strokeSize: 'bold', styleWeight: 4 });
    await window.fake.putInHistory('Stained glass');
  });
  await page.click(`${byId('history')} summary`);
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="history-job"]').length === 2);
});

const choose = (name: string): Promise<void> =>
  page.evaluate((wanted) => {
    const items = [...document.querySelectorAll('[data-testid="history-job"]')];
    items
      .find(({ textContent }) => textContent?.includes(wanted))
      ?.querySelector<HTMLElement>('[data-testid="history-compare"]')
      ?.click();
  }, name);

test('two pictures lie one over the other, with what was set otherwise', async () => {
  await choose('Roman mosaic');
  expect(await textOf(page, 'compare-pair')).toContain('Choose another picture to compare with “Brushover · Roman mosaic”.');
  await choose('Stained glass');
  await page.waitForFunction(
    () => [...document.querySelectorAll<HTMLImageElement>('.compare-pair img')].filter((image) => image.naturalWidth > 0).length === 2,
  );
  expect(await textOf(page, 'differences')).toBe('Style Roman mosaic Stained glass Strength 4 1 Stroke size Bold Medium');
  await page.$eval(byId('differences'), (table) => table.scrollIntoView({ block: 'end' }));
  await screenshot(page, '360-light-9-compare-history');
  await page.focus(`${byId('compare-pair')} ${byId('compare-slider')}`);
  await page.keyboard.press('End');
  await page.waitForSelector(`${byId('compare-pair')} ${byId('compare-slider')}[aria-valuetext="100 % before"]`);
});

test('a chosen picture can be let go again, alone or with the other', async () => {
  await choose('Roman mosaic');
  await page.waitForSelector(`${byId('history-compare')}[aria-pressed="true"]`);
  await choose('Roman mosaic');
  await page.waitForSelector(byId('compare-pair'), { hidden: true });
  await choose('Roman mosaic');
  await choose('Stained glass');
  await page.click(byId('end-comparing'));
  await page.waitForSelector(byId('compare-pair'), { hidden: true });
  expect(await page.$$(`${byId('history-compare')}[aria-pressed="true"]`)).toEqual([]);
});
