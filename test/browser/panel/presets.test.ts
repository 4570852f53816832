/** Presets in the panel: chosen, changed, named, kept and deleted, with the keyboard's place never lost. */
import type { Page } from 'puppeteer';
import { byId } from './open-panel';
import { freshPanels } from './fresh-panel';

const freshPanel = freshPanels();
let page: Page;

beforeEach(async () => {
  page = await freshPanel();
});

test('a preset sets its look in one click, one setting goes back alone, and an own preset stays', async () => {
  const chosen = () => page.$$eval('.preset[aria-pressed="true"]', (nodes) => nodes.map((node) => node.textContent));
  expect(await chosen()).toEqual(['Painterly']);
  await page.click(byId('preset-Abstract'));
  expect(await chosen()).toEqual(['Abstract']);
  await page.click(byId('reset-strokeSize'));
  await page.waitForSelector(byId('save-preset'));
  expect(await page.$(byId('reset-strokeSize'))).toBeNull();
  expect(await chosen()).toEqual([]);
  await page.click(byId('save-preset'));
  await page.waitForSelector(`${byId('preset-name')}:focus`);
  await page.keyboard.press('Escape');
  await page.waitForSelector(`${byId('save-preset')}:focus`);
  await page.keyboard.press('Enter');
  await page.waitForSelector(`${byId('preset-name')}:focus`);
  await page.keyboard.type('Harsh');
  await page.keyboard.press('Enter');
  await page.waitForSelector(`${byId('preset-Harsh')}[aria-pressed="true"]:focus`);
  await page.reload();
  await page.waitForSelector(`${byId('preset-Harsh')}[aria-pressed="true"]`);
  await page.click(byId('delete-preset'));
  await page.waitForFunction(() => !document.querySelector('[data-testid="preset-Harsh"]'));
  await page.waitForSelector(`${byId('save-preset')}:focus`);
});
