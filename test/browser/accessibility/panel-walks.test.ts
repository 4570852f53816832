/** The panel's main tasks by keyboard alone, from the first Tab on: the focus is always on a control. */
import type { Page } from 'puppeteer';
import type {} from '../panel/fake-extension';
import { freshPanels } from '../panel/fresh-panel';
import { byId, hasSource, textOf } from '../panel/open-panel';

const MOST_TABS = 60;

const freshPanel = freshPanels();
let page: Page;

beforeEach(async () => {
  page = await freshPanel();
});

it('a layer is captured, stylised and inserted', async () => {
  await tabTo('capture');
  await press('Enter');
  await hasSource(page);
  expect(await focused()).toBe('capture');
  await tabTo('style-starlit-swirls');
  await press('ArrowRight');
  await tabTo('start');
  await press('Enter');
  await page.waitForSelector(byId('cancel'));
  expect(await focused()).toBe('start');
  await page.evaluate(() => window.fake.progress(3));
  await tabTo('pause', true);
  await press('Enter');
  await page.waitForSelector(byId('continue'));
  expect(await focused()).toBe('continue');
  await page.evaluate(() => window.fake.finish());
  await page.waitForSelector(byId('insert'));
  expect(await focused()).not.toBe('body');
  await tabTo('insert', true);
  await press('Enter');
  expect(await textOf(page, 'insert-outcome')).toContain('Added as');
  expect(await focused()).toBe('insert');
});

it('a style is tried quickly, and a run that was begun is given up', async () => {
  await tabTo('capture');
  await press('Enter');
  await hasSource(page);
  await tabTo('style-starlit-swirls');
  await press('ArrowRight');
  await page.waitForSelector(byId('preview'));
  await tabTo('quick', true);
  await press('Enter');
  expect(await textOf(page, 'quick-outcome')).toContain('Added as');
  expect(await focused()).toBe('quick');
  await tabTo('start');
  await press('Enter');
  await page.waitForSelector(byId('cancel'));
  await tabTo('cancel', true);
  await press('Enter');
  await page.waitForSelector(`${byId('action-bar')}[data-status="cancelled"]`);
  expect(await focused()).not.toBe('body');
});

it('what was made before is found, deleted and brought back, and a style of one’s own is renamed', async () => {
  await page.click(byId('capture'));
  await hasSource(page);
  await page.click(byId('start'));
  await page.waitForSelector(byId('cancel'));
  await page.evaluate(async () => {
    await window.fake.finish();
    for (const name of ['Roman mosaic', 'Stained glass']) await window.fake.putInHistory(name);
  });
  await page.waitForSelector(byId('history'));
  await page.focus(`${byId('history')} summary`);
  await press('Enter');
  await tabTo('history-delete');
  await press('Enter');
  await page.waitForSelector(byId('job-deleted'));
  expect(await focused()).toMatch(/^history-/);
  await tabTo('undo-delete-job', true);
  await press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="history-job"]').length === 2);
  expect(await focused()).not.toBe('body');

  await page.click(byId('layer-as-style'));
  await page.waitForSelector(byId('rename-style'));
  await page.focus(byId('rename-style'));
  await press('Enter');
  await page.waitForSelector(`${byId('style-name')}:focus`);
  await press('Escape');
  await page.waitForSelector(`${byId('rename-style')}:focus`);
});

type Key = 'Enter' | 'Escape' | 'ArrowRight';
const press = (key: Key): Promise<void> => page.keyboard.press(key);

/** From control to control, and never by the page itself. */
async function tabTo(testId: string, backwards = false): Promise<void> {
  if (backwards) await page.keyboard.down('Shift');
  for (let tabs = 0; (await focused()) !== testId; tabs++) {
    if (tabs === MOST_TABS) throw new Error(`${testId} was not met within ${MOST_TABS} tabs.`);
    await page.keyboard.press('Tab');
    expect([testId, await focused()]).not.toContain('body');
  }
  if (backwards) await page.keyboard.up('Shift');
}

/** The test id of what has the focus, or of the tile around it. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'body';
    return element.closest<HTMLElement>('[data-testid]')?.dataset.testid ?? element.tagName;
  });
}
