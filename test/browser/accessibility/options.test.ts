/** The options page of the built extension, looked at by axe in the looks that people set their machines to, and walked by keyboard. */
import axe from 'axe-core';
import type { MediaFeature, Page } from 'puppeteer';
import { startExtension } from '../extension/running-extension';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { openOptions } from '../options/open-options';
import type {} from './looks';

const STILL = { name: 'prefers-reduced-motion', value: 'reduce' };
const LIGHT = { name: 'prefers-color-scheme', value: 'light' };
const LOOKS: { name: string; width: number; features: MediaFeature[]; direction?: 'rtl' }[] = [
  { name: 'light', width: 1100, features: [LIGHT, STILL] },
  { name: 'light at 360 px', width: 360, features: [LIGHT, STILL] },
  { name: 'dark', width: 1100, features: [{ name: 'prefers-color-scheme', value: 'dark' }, STILL] },
  { name: 'forced colours', width: 360, features: [{ name: 'forced-colors', value: 'active' }, STILL] },
  // 200 % zoom of 360 px leaves 180 CSS pixels.
  { name: '200 % zoom', width: 180, features: [LIGHT, STILL] },
  { name: 'right to left', width: 360, features: [LIGHT, STILL], direction: 'rtl' },
];

let extension: RunningExtension;
let page: Page;

beforeAll(async () => {
  extension = await startExtension();
  ({ page } = await openOptions(extension));
  // The extension's own rules let no script in that is not its own.
  await page.evaluate(axe.source);
}, 240_000);
afterAll(() => extension?.close());

it.each(LOOKS)('can be used by everybody in $name', async ({ width, features, direction }) => {
  await page.setViewport({ width, height: 860 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features });
  await page.evaluate((value) => {
    document.documentElement.dir = value;
    for (const details of document.querySelectorAll('details')) details.open = true;
  }, direction ?? 'ltr');
  expect([...(await violations()), ...(await overflow())]).toEqual([]);
  await session.detach();
});

it('is walked by keyboard from its first link to its last control and back, and the focus is always seen', async () => {
  await page.setViewport({ width: 480, height: 860 });
  await page.evaluate(() => {
    document.documentElement.dir = 'ltr';
    (document.activeElement as HTMLElement | null)?.blur();
  });
  const reachable = await page.evaluate(tabStops);
  expect((await walk(reachable, false)).size).toBe(reachable);
  expect((await walk(reachable - 1, true)).size).toBe(reachable - 1);
});

/** The names of what is met; none of it may be the page itself, or out of sight. */
async function walk(steps: number, isBackwards: boolean): Promise<Set<string>> {
  const met = new Set<string>();
  if (isBackwards) await page.keyboard.down('Shift');
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(focused);
    expect(at).toMatchObject({ tag: expect.not.stringMatching(/^(BODY|HTML)$/) as string, isSeen: true });
    met.add(at.name);
  }
  if (isBackwards) await page.keyboard.up('Shift');
  return met;
}

/** A group of radio buttons is one stop, and what a closed part hides is none. */
function tabStops(): number {
  const groups = new Set<string>();
  const controls = [...document.querySelectorAll<HTMLInputElement>('a[href], button:not(:disabled), input, select, summary')];
  const stops = controls.filter((control) => {
    if (!control.checkVisibility()) return false;
    if (control.type !== 'radio') return true;
    if (groups.has(control.name)) return false;
    groups.add(control.name);
    return true;
  });
  return stops.length;
}

function focused(): { tag: string; name: string; isSeen: boolean } {
  const element = document.activeElement as HTMLInputElement;
  const place = (element.closest('label') ?? element).getBoundingClientRect();
  const isSeen = place.bottom > 0 && place.top < innerHeight && place.width > 0;
  return { tag: element.tagName, name: element.dataset.testid || element.name || element.innerText, isSeen };
}

async function violations(): Promise<string[]> {
  const { violations: found } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
}

/** What lies beyond the page's edge can't be reached without scrolling sideways. */
function overflow(): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    return [`${scrollWidth - clientWidth} px too wide: ${beyond.map((element) => element.className || element.tagName).join(', ')}`];
  });
}
