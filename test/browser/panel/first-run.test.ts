/** What a panel says in which nothing was ever captured. */
import { freshPanels } from './fresh-panel';
import { byId, hasSource, isReady, screenshot } from './open-panel';

const freshPanel = freshPanels();

it('tells the first steps until they are understood, for good, and the focus goes on to the first of them', async () => {
  const page = await freshPanel();
  await page.waitForSelector(byId('first-run'));
  await screenshot(page, 'first-run');
  await page.click(byId('dismiss-first-run'));
  await page.waitForSelector(`${byId('capture')}:focus`);
  expect(await page.$(byId('first-run'))).toBeNull();
  await page.reload();
  await isReady(page);
  expect(await page.$(byId('first-run'))).toBeNull();
});

it('tells them no longer once something was captured', async () => {
  const page = await freshPanel({ width: 360, theme: 'dark' });
  await page.waitForSelector(byId('first-run'));
  await page.click(byId('capture'));
  await hasSource(page);
  expect(await page.$(byId('first-run'))).toBeNull();
});
