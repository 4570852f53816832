/** What `npm pack` makes, in a folder that has nothing else: its files, the command, and the library's types. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'puppeteer';
import { launchBrowser } from '../../../tools/browser/launch-browser';
import { serveLocally, type LocalServer } from '../../../tools/local-server';
import { pngOf, readPng, scene } from '../extension/pictures';
import { installPackage } from './install-package';

const home = mkdtempSync(join(tmpdir(), 'brushover-package-'));
let installed: string;

beforeAll(async () => {
  installed = await installPackage(home);
  writeFileSync(join(home, 'content.png'), pngOf(scene(40, 30)));
  writeFileSync(join(home, 'style.png'), pngOf(scene(30, 40)));
}, 300_000);
afterAll(() => rmSync(home, { recursive: true }));

describe('the package', () => {
  const MOST_MEGABYTES = 30;
  const files = (): string[] =>
    readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(installed, name)).isFile());

  test('holds what is built, the example and what it says of itself, and nothing else', () => {
    const places = new Set(
      files().map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('dist/') ? 2 : 1)
          .join('/'),
      ),
    );
    expect([...places].sort()).toEqual([
      ...['CHANGELOG.md', 'LICENSE', 'README.md', 'dist/chrome', 'dist/command', 'dist/nst', 'examples', 'package.json'],
    ]);
    expect(files().filter((name) => /\.(map|ts|tsx)$/.test(name) && name !== 'dist/nst/index.d.ts')).toEqual([]);
  });

  test('names no folder of the machine that packed it', () => {
    const scripts = files().filter((name) => /\.([cm]?js|ts|json|html)$/.test(name));
    const folders = [resolve('.'), tmpdir(), home];
    expect(scripts.filter((name) => folders.some((folder) => readFileSync(join(installed, name), 'utf8').includes(`${folder}/`)))).toEqual(
      [],
    );
  });

  test('is not larger than an extension may be', () => {
    const packed = readdirSync(home).find((name) => name.endsWith('.tgz'))!;
    expect(statSync(join(home, packed)).size / 1e6).toBeLessThan(MOST_MEGABYTES);
  });

  test('needs no tools of development beside it', () => {
    const tools = ['typescript', 'tsx', 'rollup', 'esbuild', 'puppeteer', 'webgpu', '@tensorflow'];
    expect(tools.filter((name) => existsSync(join(home, 'node_modules', name)))).toEqual([]);
  });
});

describe('the command', () => {
  const ORDER = [...'--content content.png --style style.png --backend wasm --evaluations 3 --scales 1'.split(' '), '--output'];

  function brushover(...args: string[]): { status: number | null; stderr: string; stdout: string } {
    const { bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { bin: { brushover: string } };
    return spawnSync(process.execPath, [join(installed, bin.brushover), ...args], { cwd: home, encoding: 'utf8' });
  }

  test('paints with the extension inside it, writes JPEG, and repeats a recipe', () => {
    expect(brushover(...ORDER, 'g.jpg')).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(home, 'g.jpg')).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(brushover(...ORDER, 'g.png', '--recipe', 'g.jpg')).toMatchObject({ status: 0, stderr: '' });
    const { width, height } = readPng(join(home, 'g.png'));
    expect([width, height]).toEqual([40, 30]);
  });

  test('answers a mistake in one line', () => {
    expect(brushover('--content', 'nothing.png', '--style', 'style.png', '--output', 'x.png')).toMatchObject({
      status: 2,
      stderr: '--content: there is no readable file nothing.png.\n',
    });
  });

  test('says what to install for --backend webgpu-node', () => {
    expect(brushover(...ORDER, 'x.png', '--backend', 'webgpu-node')).toMatchObject({
      status: 2,
      stderr:
        '--backend webgpu-node needs one more package: run `npm install webgpu` where Brushover is installed, or leave the flag out.\n',
    });
  });

  test('is called by its name in its help', () => {
    expect(brushover('--help').stdout).toMatch(/^brushover --content/);
  });
});

test.each(['bundler', 'nodenext'])('the library’s types serve a page that is compiled with %s', (resolution) => {
  const page = `import { createStylizer, StylizeError, type Stylized } from 'brushover/nst';
    const stylizer = createStylizer({ assets: '/assets', engine: 'wasm' });
    export const made: Promise<Stylized> = stylizer.stylize({ content: new Image(), style: [{ picture: new Blob() }], settings: { evaluations: 9 } });
    // @ts-expect-error There is no such setting.
    export const wrong = stylizer.stylize({ content: new Image(), style: new Image(), settings: { evaluation: 9 } });
    export const failed = (error: StylizeError): string => error.code;\n`;
  writeFileSync(join(home, 'page.mts'), page);
  const flags = [...'--noEmit --strict --skipDefaultLibCheck --target es2022 --lib es2022,dom --moduleResolution'.split(' '), resolution];
  const modules = ['--module', resolution === 'nodenext' ? 'nodenext' : 'esnext'];
  const compiler = resolve('node_modules/typescript/bin/tsc');
  expect(spawnSync(process.execPath, [compiler, ...flags, ...modules, 'page.mts'], { cwd: home, encoding: 'utf8' })).toMatchObject({
    status: 0,
    stdout: '',
  });
});

describe('the example page, on a server of plain files', () => {
  const EXAMPLE = '/node_modules/brushover/examples/stylize-image/index.html';
  let server: LocalServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await serveLocally(async (path) => (path === EXAMPLE ? quickExample() : readFile(join(home, path))));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** Smaller and shorter: software that stands for a graphics card takes a minute for more. */
  function quickExample(): string {
    const page = readFileSync(join(home, EXAMPLE), 'utf8');
    const quick = page.replace('size: 192', 'size: 48').replace('evaluations: 30', 'evaluations: 4');
    expect(quick).toMatch(/size: 48, settings: \{ evaluations: 4 \}/);
    return quick;
  }

  test.each(['wasm', 'webgl'])('stylises its <img> with %s', async (engine) => {
    const page = await browser.newPage();
    await page.goto(`${server.url}${EXAMPLE}?engine=${engine}`);
    await page.waitForSelector('#start:enabled');
    const before = await page.$eval('#photo', pixelsDrawnSmall);
    await page.click('#start');
    await page.waitForSelector('#start:disabled');
    await page.waitForSelector('#start:enabled', { timeout: 100_000 });
    expect(await page.$eval('#state', (state) => state.textContent)).toBe(`Painted by ${engine}.`);
    await page.$eval('#photo', (photo) => (photo as HTMLImageElement).decode());
    const after = await page.$eval('#photo', pixelsDrawnSmall);
    const difference = before.reduce((sum, value, i) => sum + Math.abs(value - after[i]), 0) / before.length;
    // Grey levels, alpha included: the photo only packed anew differs by less than one.
    expect(difference).toBeGreaterThan(10);
    await page.close();
  });

  test('says what is wrong in a sentence', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}${EXAMPLE}`);
    await page.waitForSelector('#start:enabled');
    const said = await page.evaluate(`${MESSAGE_OF} Promise.all([
      messageOf({ settings: { evaluations: 0 } }),
      messageOf({}, '/nowhere'),
      messageOf({ style: document.createElement('img') }),
    ])`);
    expect(said).toEqual([
      'The setting evaluations needs a whole number from 1 to 10000.',
      'The network could not be loaded; serve the folders `engines` and `models` of the package, and say where in `assets`.',
      "A style can't be read; give a picture that has loaded.",
    ]);
    await page.close();
  });
});

/** Text, since the compiler of these tests would turn an import into something of Node's. */
const MESSAGE_OF = `
  async function messageOf(order, assets) {
    const { createStylizer } = await import('../../dist/nst/index.js');
    const photo = document.getElementById('photo');
    const run = createStylizer({ assets, engine: 'wasm' }).stylize({ content: photo, style: photo, ...order });
    return run.then(() => 'painted', (error) => error.message);
  }
`;

function pixelsDrawnSmall(image: Element): number[] {
  const context = new OffscreenCanvas(32, 32).getContext('2d')!;
  context.drawImage(image as HTMLImageElement, 0, 0, 32, 32);
  return Array.from(context.getImageData(0, 0, 32, 32).data);
}
