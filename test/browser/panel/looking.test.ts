/** Finding a style, and looking closely: the gallery's parts, favourites and words; the picture that stays in sight and can be enlarged. */
import type { Page } from 'puppeteer';
import type {} from './fake-extension';
import type { JobRequest } from '../../../src/protocol/job';
import { byId, callsOf, hasSource, isReady, screenshot, textOf } from './open-panel';
import { freshPanels } from './fresh-panel';

const freshPanel = freshPanels();
let page: Page;

beforeEach(async () => {
  page = await freshPanel();
  await page.click(byId('capture'));
  await hasSource(page);
  await page.waitForSelector(byId('zoom-in'));
});

const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? document.activeElement?.tagName);
const tiles = () => page.$$eval('.style-tile > label', (labels) => labels.map((label) => (label as HTMLElement).dataset.testid));
const choose = (id: string) => page.$eval(byId(id), (tile) => (tile as HTMLElement).click());

test('a style is found by its words and by its kind, and where none is, one sentence says what to do', async () => {
  await page.type(byId('search-styles'), 'Oil');
  await page.waitForFunction((id) => document.querySelector(id)?.textContent?.startsWith('Styles found: '), {}, byId('styles-found'));
  const found = await tiles();
  expect([found.includes('style-storm-sea'), found.includes('style-kilim-weave'), found.length < 12]).toEqual([true, false, true]);
  await page.click(byId('group-pattern'));
  expect(await textOf(page, 'nothing-found')).toBe(
    'No style of this kind has “Oil” in its name or description; try another word, or look in all of them.',
  );
  await page.click(byId('reset-gallery'));
  await page.waitForSelector(byId('show-all-styles'));
  expect(await focused()).toBe('show-all-styles');
});

test('favourites by keyboard alone come first and are kept; what is hidden can be had back', async () => {
  await page.focus('[name="style"]:checked');
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector(`${byId('star-umber-portrait')}:not([tabindex])`);
  await page.keyboard.press('Tab');
  await page.waitForSelector(`${byId('star-umber-portrait')}:focus`);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.style-tile > label')?.getAttribute('data-testid') === 'style-umber-portrait');
  await page.waitForSelector(`${byId('star-umber-portrait')}[aria-pressed="true"]:focus`);
  await page.click(byId('group-favourites'));
  expect(await tiles()).toEqual(['style-umber-portrait']);

  await page.click(byId('hide-style'));
  expect(await textOf(page, 'style-hidden')).toContain('“Umber portrait” is hidden.');
  expect(await tiles()).not.toContain('style-umber-portrait');
  await page.reload();
  await isReady(page);
  expect(await textOf(page, 'selected-style')).toContain('Umber portrait');
  await page.click(byId('group-hidden'));
  expect(await tiles()).toEqual(['style-umber-portrait']);
  await screenshot(page, '360-light-gallery-hidden');
  await page.click(byId('show-all-hidden'));
  await page.waitForFunction(() => document.querySelector('.style-tile > label')?.getAttribute('data-testid') === 'style-umber-portrait');
  expect(await focused()).not.toBe('BODY');
});

test('the folded gallery unfolds for a tile of another row, which is seen as a whole', async () => {
  expect(await page.$eval(byId('style-grid'), (grid) => grid.classList.contains('few'))).toBe(true);
  await page.focus('[name="style"]:checked');
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
  await page.waitForSelector(`${byId('style-grid')}:not(.few)`);
  const isSeen = await page.evaluate(() => {
    const tile = document.activeElement!.closest('.style-tile')!.getBoundingClientRect();
    const [stage, bar] = ['.stage', '.action-bar'].map((css) => document.querySelector(css)!.getBoundingClientRect());
    return tile.top >= stage!.bottom && tile.bottom <= bar!.top;
  });
  expect(isSeen).toBe(true);
});

test('the picture stays in sight while settings scroll, and covers nothing that has the focus', async () => {
  await page.click(byId('advanced-toggle'));
  await page.$eval('main', (main) => main.scrollTo(0, main.scrollHeight));
  const stage = () => page.$eval(byId('stage'), (place) => place.getBoundingClientRect().toJSON() as DOMRect);
  await page.waitForFunction((id) => document.querySelector(id)!.getBoundingClientRect().height < 170, {}, byId('stage'));
  const { top, height } = await stage();
  expect([top >= 0, height > 100]).toEqual([true, true]);
  await page.focus(byId('setting-seed'));
  await page.keyboard.down('Shift');
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const [focus, picture] = [document.activeElement!, document.querySelector('.stage-place')!];
      const [at, over] = [focus, picture].map((element) => element.getBoundingClientRect());
      return !picture.contains(focus) && at!.height > 1 && at!.top < over!.bottom - 1 && at!.bottom > over!.top + 1;
    });
    expect([await focused(), covered]).toEqual([expect.any(String), false]);
  }
  await page.keyboard.up('Shift');
});

interface Place {
  x: number;
  y: number;
}

/** Which part of the picture (0…1) is seen at a place of the window. */
const seenAt = (css: string, { x, y }: Place): Promise<Place> =>
  page.$eval(
    css,
    (picture, clientX, clientY) => {
      const { left, top, width, height } = picture.getBoundingClientRect();
      return { x: (clientX - left) / width, y: (clientY - top) / height };
    },
    x,
    y,
  );

/** By the wheel, from the whole picture: each turn by the fourth root of e. */
async function enlarge({ x, y }: Place, turns: number): Promise<void> {
  await page.mouse.move(Math.round(x), Math.round(y));
  await page.keyboard.down('Control');
  for (let i = 0; i < turns; i++) await page.mouse.wheel({ deltaY: -100 });
  await page.keyboard.up('Control');
  const percent = `${Math.round(100 * Math.exp(turns / 4))} %`;
  await page.waitForFunction((id, text) => document.querySelector(id)?.textContent?.startsWith(text), {}, byId('zoom-whole'), percent);
}

/** In whole pixels, as the mouse has it. */
async function middle(): Promise<Place & { width: number; height: number }> {
  const { x, y, width, height } = (await (await page.$(byId('stage')))!.boundingBox())!;
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2), width, height };
}

test('wheel, drag, double click and keys enlarge and move the comparison, whose line stays where the pictures part', async () => {
  await choose('style-stained-glass');
  await page.waitForSelector(byId('preview'));
  // The tile took the panel along to it; in the whole stage the picture leaves nothing free.
  await page.$eval('main', (main) => main.scrollTo(0, 0));
  await page.waitForSelector('.stage-place:not([data-pinned])');
  const stage = await middle();
  const at = { x: stage.x + 60, y: stage.y - 30 };
  const before = await seenAt('.compare > .before', at);
  await enlarge(at, 6);
  const now = await seenAt('.compare > .before', at);
  expect(now.x).toBeCloseTo(before.x, 3);
  expect(now.y).toBeCloseTo(before.y, 3);
  expect(await seenAt(byId('preview'), at)).toEqual(now);

  const parting = () =>
    page.evaluate(() => {
      const picture = document.querySelector('.compare > .before')!;
      const line = document.querySelector('.compare-line')!.getBoundingClientRect();
      const cut = parseFloat(getComputedStyle(picture).clipPath.split(' ')[1]!);
      return picture.getBoundingClientRect().right - cut - (line.left + line.right) / 2;
    });
  expect(Math.abs(await parting())).toBeLessThan(0.6);

  await page.mouse.down();
  await page.mouse.move(at.x - 40, at.y + 25, { steps: 4 });
  await page.mouse.up();
  const dragged = await seenAt('.compare > .before', { x: at.x - 40, y: at.y + 25 });
  expect(dragged.x).toBeCloseTo(now.x, 3);
  expect(dragged.y).toBeCloseTo(now.y, 3);
  expect(Math.abs(await parting())).toBeLessThan(0.6);
  await screenshot(page, '360-light-zoomed');

  await page.keyboard.press('b');
  expect(await page.$eval('.stage-side', (side) => side.textContent)).toBe('Before');
  await page.keyboard.press('b');
  expect(await page.$eval('.stage-side', (side) => side.textContent)).toBe('After');
  const held = await seenAt('.compare > .before', stage);
  await page.keyboard.press('ArrowRight');
  expect((await seenAt('.compare > .before', stage)).x).toBeGreaterThan(held.x);
  await page.click(byId('zoom-whole'));
  await page.waitForSelector('.fit:not(.zoomed)');
  expect(await focused()).toBe('zoom-in');
  await page.keyboard.press('+');
  expect(await textOf(page, 'zoom-whole')).toContain('150 %');
  await page.mouse.click(at.x, at.y, { count: 2 });
  await page.waitForSelector('.fit:not(.zoomed)');
});

test('the brush paints where the pointer is, enlarged or not, and when the panel has scrolled', async () => {
  await page.click(byId('brush'));
  await page.waitForSelector(byId('brush-canvas'));
  await page.$eval(byId('brush-size'), (slider) => {
    (slider as HTMLInputElement).value = '2';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.$eval('main', (main) => main.scrollTo(0, 0));
  const wanted: Place[] = [];
  const dot = async (near: Place): Promise<void> => {
    const at = { x: Math.round(near.x), y: Math.round(near.y) };
    wanted.push(await seenAt(byId('source-picture'), at));
    await page.mouse.click(at.x, at.y);
  };
  const { x, y, width, height } = await middle();
  await dot({ x: x - 0.4 * width, y: y - 0.3 * height });
  await enlarge({ x: x + 0.3 * width, y: y + 0.2 * height }, 5);
  await dot({ x: x + 0.21 * width, y: y + 0.13 * height });
  await page.keyboard.press('0');
  await enlarge({ x: x - 0.3 * width, y: y + 0.35 * height }, 10);
  await dot({ x: x - 0.07 * width, y: y - 0.11 * height });
  await page.$eval('main', (main) => main.scrollTo(0, 400));
  await page.focus(byId('brush-canvas'));
  await page.keyboard.press('0');
  await page.waitForSelector('.fit:not(.zoomed)');
  const scrolled = await middle();
  await dot({ x: scrolled.x + 30, y: scrolled.y + 0.35 * scrolled.height });

  await page.click(byId('start'));
  await page.waitForFunction(() => window.fake.calls.some(({ name }) => name === 'startJob'));
  const [{ mask }] = (await callsOf(page, 'startJob')) as unknown as JobRequest[];
  const { width: wide, height: high, data } = await page.evaluate((ref) => window.fake.pixelsOf(ref!), mask);
  for (const place of wanted) {
    const centre = centreNear(place, wide, high, data);
    expect(Math.hypot(centre.x - place.x * wide, centre.y - place.y * high)).toBeLessThan(0.5);
  }
});

/** Of what is painted within a few pixels of a place, in the mask's pixels. */
function centreNear({ x, y }: Place, width: number, height: number, data: readonly number[]): Place {
  let [sum, sumX, sumY] = [0, 0, 0];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      if (Math.hypot(column + 0.5 - x * width, row + 0.5 - y * height) > 12) continue;
      const value = data[4 * (row * width + column)]!;
      [sum, sumX, sumY] = [sum + value, sumX + value * (column + 0.5), sumY + value * (row + 0.5)];
    }
  return { x: sumX / sum, y: sumY / sum };
}
