/** The command that lets a person judge pictures blind: its page in a real browser, its sheets, and its count. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import type { Key } from '../../../bench/judge/key';
import { launchBrowser } from '../../../tools/browser/launch-browser';
import { pngOf, readPng } from '../extension/pictures';

const SIDE = 384;
const NAMES = ['cat', 'rocket', 'sign'];
const folder = mkdtempSync(join(tmpdir(), 'brushover-judge-'));
const file = (...name: string[]): string => join(folder, ...name);

function judge(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', 'bench/judge/judge.ts', ...args], { encoding: 'utf8' });
}

/** A dark picture for A and a light one for B, so that a test sees what the judge must not know. */
function plain(value: number): Buffer {
  return pngOf({ width: SIDE, height: SIDE, data: new Uint8ClampedArray(4 * SIDE * SIDE).map((_, i) => (i % 4 === 3 ? 255 : value)) });
}

beforeAll(() => {
  for (const [name, value] of Object.entries({ a: 40, b: 200, content: 90, style: 120 })) {
    mkdirSync(file(name));
    for (const picture of NAMES) writeFileSync(file(name, `${picture}.png`), plain(value));
  }
  writeFileSync(file('a', 'only-here.png'), plain(0));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the page', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  /** Whether the picture shown as 1 is A's. */
  const firstIsDark = (): Promise<boolean> =>
    page.evaluate(async () => {
      const image = [...document.querySelectorAll('img')].find(({ alt }) => alt === '1')!;
      await image.decode();
      const context = new OffscreenCanvas(1, 1).getContext('2d')!;
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, 1, 1).data[0] === 40;
    });
  const text = (selector: string): Promise<string> => page.$eval(selector, (node) => (node as HTMLElement).innerText);

  it('shows pairs at full size beside their content and style, loads nothing, and opens the key at the end', async () => {
    const { stdout } = judge(
      '--a',
      file('a'),
      '--b',
      file('b'),
      '--content-dir',
      file('content'),
      '--style-dir',
      file('style'),
      '--output',
      file('out'),
    );
    expect(stdout).toContain('3 pairs');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file('out', 'index.html')).href);
    const widths = await page.$$eval('img', (images) => images.map(({ alt, width }) => [alt, width]));
    expect(widths).toEqual([
      ['Content', 240],
      ['Style', 240],
      ['1', SIDE],
      ['2', SIDE],
    ]);
    expect(await text('body')).not.toMatch(/cat|rocket|sign/);

    // A for the first two pairs, taken back once, and no difference for the last.
    for (let pair = 0; pair < 2; pair++) {
      await page.keyboard.press('0');
      await page.keyboard.press('Backspace');
      expect(await text('#progress')).toContain(`Pair ${pair + 1} of 3`);
      await page.keyboard.press((await firstIsDark()) ? '1' : '2');
    }
    await page.click('button[data-key="0"]');

    expect(await text('#outcome h1')).toBe('A preferred in 2 of 3; B in 0; no difference in 1.');
    expect(await text('#outcome')).toContain(`A is ${file('a')}, B is ${file('b')}`);
    for (const name of NAMES) expect(await text('table')).toContain(name);
    expect(requests.filter((url) => !url.startsWith('data:') && !url.startsWith('file:'))).toEqual([]);
    expect(requests.filter((url) => url.startsWith('file:'))).toHaveLength(1);

    const answers = await page.$eval('a[download]', (link) => decodeURIComponent(link.href.split(',').slice(1).join()));
    writeFileSync(file('answers.json'), answers);
    const counted = judge('--count', file('answers.json'), '--key', file('out', 'key.json'));
    expect(counted.stdout).toBe('A preferred in 2 of 3; B in 0; no difference in 1.\n');
  });
});

describe('sheets', () => {
  const order = (): string[] => ['--a', file('a'), '--b', file('b'), '--seed', '5', '--pairs-per-sheet', '2', '--sheet', file('sheet.png')];

  it('hold the pairs in the order of the key, as they are', () => {
    expect(judge(...order()).status).toBe(0);
    const { pairs, folders, seed } = JSON.parse(readFileSync(file('sheet-key.json'), 'utf8')) as Key;
    expect({ folders, seed }).toEqual({ folders: { a: file('a'), b: file('b') }, seed: 5 });
    expect(existsSync(file('sheet-3.png'))).toBe(false);
    const sheets = [1, 2].map((number) => readPng(file(`sheet-${number}.png`)));
    const shown = sheets.flatMap((sheet) => runsOfA(sheet));
    expect(shown).toEqual(pairs.map(({ first }) => (first === 'a' ? [40, 200] : [200, 40])));
  });

  /** The values of the pictures in each row of pairs, from the left; every picture is SIDE wide. */
  function runsOfA({ width, height, data }: { width: number; height: number; data: Uint8Array | Uint8ClampedArray }): number[][] {
    const rows: number[][] = [];
    for (let y = 0; y < height; y++) {
      const found = [40, 200].flatMap((value) => {
        const places = Array.from({ length: width }, (_, x) => x).filter((x) => data[4 * (y * width + x)] === value);
        return places.length === SIDE && places[SIDE - 1] - places[0] === SIDE - 1 ? [{ value, left: places[0] }] : [];
      });
      if (found.length < 2) continue;
      rows.push(found.sort((one, other) => one.left - other.left).map(({ value }) => value));
      y += SIDE;
    }
    return rows;
  }

  it('can be JPEG, with one name for one sheet', () => {
    expect(judge('--a', file('a'), '--b', file('b'), '--sheet', file('one.jpg')).status).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('one'))).toEqual(['one-key.json', 'one.jpg']);
  });
});

it.each([
  [() => ['--a', file('a')], /--a and --b must name the two folders/],
  [() => ['--a', file('a'), '--b', file('nowhere')], /--b: there is no readable folder/],
  [() => ['--a', file('a'), '--b', folder], /no equally named pictures/],
  [() => ['--a', file('a'), '--b', file('b'), '--sheet', file('x.gif')], /--sheet must end in .png or .jpg/],
  [() => ['--a', file('a'), '--b', file('b'), '--style-dir', 'styles'], /--style-dir: styles has no picture that cat is named after/],
  [() => ['--count', file('a', 'cat.png')], /--count needs --key/],
])('answers a mistake in one line', (args, sentence) => {
  const { status, stderr } = judge(...args());
  expect(status).toBe(2);
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
