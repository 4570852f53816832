/** The command line that makes a picture without an editor, and what it says about bad input. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { rgbOf } from '../../../src/nst/images/rgb';
import type { RunReport } from '../../../src/nst/report';
import { evaluateEach } from '../../unit/nst/evaluate-once';
import { vgg16 } from '../../unit/nst/files';
import { openEngine } from '../../unit/wasm-engine/open-engine';
import { pngOf, readPng, scene } from './pictures';
import { ensureBuilt } from '../../../tools/build/ensure-built';
import { openCommandLine, type CommandAnswer, type CommandLine } from './stylize-in-one-browser';

const folder = mkdtempSync(join(tmpdir(), 'brushover-stylize-'));
const file = (name: string): string => join(folder, name);

let commandLine: CommandLine;
const stylize = (...args: string[]): Promise<CommandAnswer> => commandLine.run(...args);

function stylizeInProcess(...args: string[]): CommandAnswer {
  return spawnSync(process.execPath, ['--import', 'tsx', 'tools/stylize.ts', ...args], { encoding: 'utf8' });
}

const pictures = (): string[] => ['--content', file('content.png'), '--style', file('style.png')];

beforeAll(async () => {
  await ensureBuilt();
  commandLine = await openCommandLine();
  writeFileSync(file('content.png'), pngOf(scene(90, 60)));
  writeFileSync(file('style.png'), pngOf(scene(70, 80)));
});
afterAll(async () => {
  await commandLine.close();
  rmSync(folder, { recursive: true });
});

describe('stylize', () => {
  it('writes G, the inputs, and a report whose displayed J is that of the written picture', async () => {
    const run = stylizeInProcess(
      ...pictures(),
      '--size',
      '64',
      '--evaluations',
      '8',
      '--optimizer',
      'adam',
      '--backend',
      'wasm',
      '--output',
      file('g.png'),
      '--report',
      file('r.json'),
      '--write-inputs',
      file('in'),
    );
    expect(run).toMatchObject({ status: 0, stderr: '' });
    const report = JSON.parse(readFileSync(file('r.json'), 'utf8')) as RunReport;
    const written = readPng(file('g.png'));
    expect([written.width, written.height]).toEqual([64, 43]);
    expect(report).toMatchObject({ width: 64, height: 43, model: 'vgg16-imagenet', backend: { name: 'wasm' } });
    expect(report.evaluations.map(({ evaluation }) => evaluation)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(report.displayed.total).toBeLessThan(report.evaluations[0].total);

    const engine = await openEngine();
    const [{ parts }] = await evaluateEach(
      engine,
      {
        model: await vgg16('relu5_1'),
        content: rgbOf(readPng(file('in/content.png'))),
        style: rgbOf(readPng(file('in/style.png'))),
        settings: report.settings,
      },
      [rgbOf(written)],
    );
    engine.destroy();
    // The same 8-bit picture on another build of the kernels: only rounding differs.
    expect(parts.total / report.displayed.total).toBeCloseTo(1, 3);
  });

  it.each([
    ['a content of 2 × 2', scene(2, 2), scene(70, 80)],
    ['a content of 300 × 2', scene(300, 2), scene(70, 80)],
    ['a style of 200 × 14', scene(90, 60), scene(200, 14)],
  ])('stylises %s on the engine asked for', async (_, content, style) => {
    writeFileSync(file('short.png'), pngOf(content));
    writeFileSync(file('long.png'), pngOf(style));
    const run = await stylize(
      ...['--content', file('short.png'), '--style', file('long.png'), '--backend', 'wasm', '--evaluations', '3'],
      ...['--output', file('short-g.png'), '--report', file('short.json')],
    );
    expect(run).toMatchObject({ status: 0, stderr: '' });
    const { backend, notes, displayed } = JSON.parse(readFileSync(file('short.json'), 'utf8')) as RunReport;
    expect(backend.name).toBe('wasm');
    expect(notes.filter((note) => !note.startsWith('The network sees 16 pixels'))).toEqual([]);
    expect(displayed.total).toBeGreaterThan(0);
    const { width, height } = readPng(file('short-g.png'));
    expect([width, height]).toEqual([content.width, content.height]);
  });

  it('halves J from random pixels by gradient descent', async () => {
    const run = await stylize(
      ...pictures(),
      '--size',
      '48',
      '--evaluations',
      '25',
      '--optimizer',
      'gradient-descent',
      '--init',
      'noise',
      '--output',
      file('noise.png'),
      '--report',
      file('noise.json'),
    );
    expect(run.status).toBe(0);
    const { evaluations, displayed } = JSON.parse(readFileSync(file('noise.json'), 'utf8')) as RunReport;
    expect(displayed.total).toBeLessThan(0.5 * evaluations[0].total);
  });

  it('gives the same bytes for the same settings and seed', async () => {
    const args = [...pictures(), '--size', '48', '--evaluations', '5', '--init', 'noise', '--seed', '7', '--backend', 'wasm'];
    expect((await stylize(...args, '--output', file('one.png'))).status).toBe(0);
    expect((await stylize(...args, '--output', file('two.png'))).status).toBe(0);
    expect(readFileSync(file('one.png')).equals(readFileSync(file('two.png')))).toBe(true);
  });
});

describe('--output', () => {
  const small = (): string[] => [...pictures(), '--size', '48', '--evaluations', '3', '--backend', 'wasm'];

  it('in .jpg and .webp holds the picture and its recipe, from which it is made again', async () => {
    expect(await stylize(...small(), '--output', file('g-small.png'))).toMatchObject({ status: 0, stderr: '' });
    for (const name of ['g.jpg', 'g.webp']) {
      expect(stylizeInProcess(...small(), '--output', file(name))).toMatchObject({ status: 0, stderr: '' });
      const again = await stylize(...pictures(), '--recipe', file(name), '--output', file('again.png'));
      expect(again).toMatchObject({ status: 0, stderr: '' });
      expect(readFileSync(file('again.png')).equals(readFileSync(file('g-small.png')))).toBe(true);
    }
  });

  it('with --bits 16 has levels between those of 8 bits, and is the same picture', async () => {
    const painted = [...small(), '--evaluations', '12'];
    expect(await stylize(...painted, '--output', file('eight.png'))).toMatchObject({ status: 0, stderr: '' });
    expect(await stylize(...painted, '--output', file('sixteen.png'), '--bits', '16')).toMatchObject({ status: 0, stderr: '' });
    const eight = readPng(file('eight.png'));
    const { data, depth } = decode(readFileSync(file('sixteen.png')));
    expect(depth).toBe(16);
    expect(new Set(data).size).toBeGreaterThan(1000);
    const differences = [...eight.data].map((value, i) => Math.abs(value - data[i]! / 257));
    expect(Math.max(...differences)).toBeLessThanOrEqual(0.502);
  });

  it('leaves alone what Brushover did not make', async () => {
    writeFileSync(file('mine.jpg'), 'my own');
    const run = await stylize(...small(), '--output', file('mine.jpg'));
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^--output: .*mine\.jpg is there already, and not made by Brushover; add --overwrite .*\n$/);
    expect(readFileSync(file('mine.jpg'), 'utf8')).toBe('my own');
  });
});

describe('--recipe', () => {
  const stylizeOne = async (name: string): Promise<void> => {
    const run = await stylize(
      ...pictures(),
      '--size',
      '64',
      '--evaluations',
      '6',
      '--init',
      'noise',
      '--seed',
      '5',
      '--style-weight',
      '20',
      '--backend',
      'wasm',
      '--output',
      file(name),
      '--report',
      file(`${name}.json`),
    );
    expect(run).toMatchObject({ status: 0, stderr: '' });
  };

  it('repeats a picture byte for byte from its PNG and from its report', async () => {
    await stylizeOne('first.png');
    for (const recipe of ['first.png', 'first.png.json']) {
      expect(await stylize(...pictures(), '--recipe', file(recipe), '--output', file('again.png'))).toMatchObject({
        status: 0,
        stderr: '',
      });
      expect(readFileSync(file('again.png')).equals(readFileSync(file('first.png')))).toBe(true);
    }
  });

  it('says in one line that the content is another one, goes on, and obeys flags given beside it', async () => {
    await stylizeOne('other-first.png');
    writeFileSync(file('other.png'), pngOf(scene(80, 60)));
    const run = await stylize(
      '--content',
      file('other.png'),
      '--style',
      file('style.png'),
      '--recipe',
      file('other-first.png'),
      '--evaluations',
      '3',
      '--output',
      file('other-again.png'),
      '--report',
      file('other.json'),
    );
    expect(run.status).toBe(0);
    expect(run.stderr.trim()).toMatch(/^\S+other\.png: not as in the recipe, so the result will differ: the content\.$/);
    const { settings, evaluations } = JSON.parse(readFileSync(file('other.json'), 'utf8')) as RunReport;
    expect(settings).toMatchObject({ seed: 5, styleWeight: 20, init: 'noise', evaluations: 3 });
    expect(evaluations).toHaveLength(3);
  });
});

describe('several --content', () => {
  it('writes each picture beside its report, and a damaged one does not stop the rest', async () => {
    const folder = file('many');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.png'), pngOf(scene(60, 40)));
    writeFileSync(join(folder, 'b.png'), pngOf(scene(60, 40)).subarray(0, 500));
    writeFileSync(join(folder, 'c.png'), pngOf(scene(40, 60)));
    const run = stylizeInProcess(
      '--content',
      folder,
      '--style',
      file('style.png'),
      '--size',
      '48',
      '--evaluations',
      '4',
      '--backend',
      'wasm',
      '--output',
      file('made/results'),
      '--summary',
      file('summary.json'),
    );
    expect(run.status).toBe(1);
    expect(run.stderr.trim().split('\n')).toEqual([expect.stringMatching(/b\.png: The content image can't be read/)]);
    expect(readdirSync(file('made/results')).sort()).toEqual(['a.json', 'a.png', 'c.json', 'c.png']);
    expect(readPng(file('made/results/c.png'))).toMatchObject({ width: 32, height: 48 });
    const report = JSON.parse(readFileSync(file('made/results/a.json'), 'utf8')) as RunReport;
    expect(report).toMatchObject({ width: 48, height: 32, recipe: { size: 48, backend: 'wasm' } });
    const summary = JSON.parse(readFileSync(file('summary.json'), 'utf8')) as { pictures: { state: string; message: string | null }[] };
    expect(summary).toMatchObject({ done: 2, failed: 1, skipped: 0, left: 0 });
    expect(summary.pictures.map(({ state }) => state)).toEqual(['done', 'failed', 'done']);
    expect(summary.pictures[1].message).toMatch(/can't be read/);
  });
});

describe('bad input to stylize', () => {
  const output = ['--output', file('never.png')];

  it.each<[string, () => string[], RegExp]>([
    ['a missing file', () => ['--content', file('nowhere.png'), '--style', file('style.png')], /no readable file .*nowhere\.png/],
    ['no style', () => ['--content', file('content.png')], /--style is missing/],
    ['an unknown flag', () => [...pictures(), '--strength', '3'], /Unknown option '--strength'/],
    ['NaN', () => [...pictures(), '--style-weight', 'much'], /--style-weight needs a number from 0 to 1000000, not “much”/],
    ['a negative weight', () => [...pictures(), '--content-weight=-1'], /--content-weight needs a number from 0 to 1000000/],
    ['an unknown layer', () => [...pictures(), '--style-layers', 'conv1=1'], /there is no “conv1”/],
    ['an unknown optimiser', () => [...pictures(), '--optimizer', 'sgd'], /--optimizer needs one of lbfgs, adam, gradient-descent/],
    ['half an evaluation', () => [...pictures(), '--evaluations', '0.5'], /--evaluations needs a whole number/],
    [
      'a recipe where there is none',
      () => [...pictures(), '--recipe', file('content.png')],
      /content\.png holds no recipe; name a picture or a report/,
    ],
    [
      'a file for several pictures',
      () => [...pictures(), '--content', file('style.png')],
      /--output must name a folder for several pictures/,
    ],
    ['a folder that is not there', () => [...pictures(), '--report', file('no/such/r.json')], /--report: the folder .* does not exist/],
  ])('%s: one sentence, exit 2, nothing written', async (_name, args, message) => {
    const before = readdirSync(folder);
    const run = await stylize(...args(), ...output);
    expect(run.status).toBe(2);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toMatch(message);
    expect(readdirSync(folder)).toEqual(before);
    expect(existsSync(file('never.png'))).toBe(false);
  });

  it('as a process: the sentence on stderr, and the status', () => {
    const run = stylizeInProcess('--content', file('content.png'), ...output);
    expect(run).toMatchObject({ status: 2, stderr: expect.stringMatching(/^--style is missing.*\n$/) as string });
  });

  it('a damaged picture: one sentence, exit 2, nothing written', async () => {
    writeFileSync(file('damaged.png'), pngOf(scene(90, 60)).subarray(0, 900));
    const run = await stylize('--content', file('damaged.png'), '--style', file('style.png'), ...output);
    expect(run).toMatchObject({ status: 2 });
    expect(run.stderr).toMatch(/^The content image can't be read/);
    expect(existsSync(file('never.png'))).toBe(false);
  });
});
