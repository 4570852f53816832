/** The command line with lists of pictures, and with files that browsers do not show. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, encode } from 'fast-png';
import type { RunReport } from '../../../src/nst/report';
import { ensureBuilt } from '../../../tools/build/ensure-built';
import { pngOf, readPng, scene } from './pictures';
import { openCommandLine, type CommandLine } from './stylize-in-one-browser';

const folder = mkdtempSync(join(tmpdir(), 'brushover-files-'));
const file = (name: string): string => join(folder, name);
const reportOf = (name: string): RunReport => JSON.parse(readFileSync(file(name), 'utf8')) as RunReport;
const SMALLEST = ['--backend', 'wasm', '--size', '32', '--scales', '1'];

let commandLine: CommandLine;
beforeAll(async () => {
  await ensureBuilt();
  commandLine = await openCommandLine();
  writeFileSync(file('content.png'), pngOf(scene(48, 32)));
  writeFileSync(file('style.png'), pngOf(scene(40, 40)));
  writeFileSync(file('other.png'), pngOf(scene(30, 44)));
  writeFileSync(file('scan.tif'), readFileSync('test/fixtures/tiff/pages.tif'));
  writeFileSync(
    file('logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><circle cx="1" cy="1" r="1" fill="tomato"/></svg>',
  );
});
afterAll(async () => {
  await commandLine.close();
  rmSync(folder, { recursive: true });
});

it.each([
  [
    'list.csv',
    'content,output,style,style,evaluations\ncontent.png,a,style.png,other.png=0.5,2\nscan.tif,,other.png,,3\nlogo.svg,c.png,style.png,,2\n',
  ],
  [
    'list.json',
    JSON.stringify([
      { content: 'content.png', output: 'a', style: ['style.png', 'other.png=0.5'], evaluations: 2 },
      { content: 'scan.tif', style: 'other.png', evaluations: 3 },
      { content: 'logo.svg', output: 'c.png', style: 'style.png', evaluations: 2 },
    ]),
  ],
])('gives each picture of %s its own style and settings, in one browser', async (name, text) => {
  writeFileSync(file(name), text);
  const output = `made-${name}`;
  const browsersBefore = commandLine.openings;
  const run = await commandLine.run('--list', file(name), '--output', file(output), ...SMALLEST, '--summary', file(`${output}.json`));
  expect(run).toEqual({ status: 0, stderr: `${file('scan.tif')}: several pages, of which the first is taken.\n` });
  expect(commandLine.openings - browsersBefore).toBe(1);
  expect(readdirSync(file(output)).sort()).toEqual(['a.json', 'a.png', 'c.json', 'c.png', 'scan.json', 'scan.png']);
  const reports = ['a', 'scan', 'c'].map((made) => reportOf(`${output}/${made}.json`));
  expect(reports.map(({ evaluations }) => evaluations.length)).toEqual([2, 3, 2]);
  expect(reports.map(({ recipe }) => recipe.styleWeights)).toEqual([[1, 0.5], [1], [1]]);
  expect(reports.map(({ width, height }) => [width, height])).toEqual([
    [32, 21],
    [32, 21],
    [32, 16],
  ]);
  // Outside the circle the drawing is transparent, and so is what becomes of it.
  expect(readPng(file(`${output}/c.png`)).data[4 * 31 + 3]).toBe(0);
  expect(JSON.parse(readFileSync(file(`${output}.json`), 'utf8'))).toMatchObject({ done: 3, failed: 0, left: 0 });
});

it('says which row of a list is wrong before anything is painted', async () => {
  writeFileSync(file('wrong.csv'), 'content,style,evaluations\ncontent.png,style.png,2\ncontent.png,style.png,none\n');
  const run = await commandLine.run('--list', file('wrong.csv'), '--output', file('never'), ...SMALLEST);
  expect(run.status).toBe(2);
  expect(run.stderr).toMatch(/^--list: row 2 of .*wrong\.csv: --evaluations needs a whole number .*“none”\.\n$/);
  expect(readdirSync(folder)).not.toContain('never');
});

it('shows the network 16 bits of a PNG and of a TIFF, and writes what it saw', async () => {
  const [width, height] = [32, 20];
  const data = Uint16Array.from({ length: 3 * width * height }, (_, i) => 9000 + 2 * Math.floor(i / 3));
  writeFileSync(file('deep.png'), encode({ width, height, data, channels: 3, depth: 16 }));
  writeFileSync(file('deep.tif'), tiffOf(width, height, data));
  for (const name of ['deep.png', 'deep.tif']) {
    const run = await commandLine.run(
      ...['--content', file(name), '--style', file('style.png'), ...SMALLEST, '--evaluations', '2', '--output', file(`${name}.png`)],
      ...['--write-inputs', file(`inputs-${name}`), '--report', file(`${name}.json`)],
    );
    expect(run).toEqual({ status: 0, stderr: '' });
    const seen = decode(readFileSync(file(`inputs-${name}/content.png`)));
    expect(seen.depth).toBe(16);
    expect([...seen.data].filter((_, i) => i % 4 < 3)).toEqual([...data]);
    expect(new Set(seen.data).size).toBeGreaterThan(600);
  }
  expect(reportOf('deep.tif.json').recipe.pictures).toEqual(reportOf('deep.png.json').recipe.pictures);
  expect(readFileSync(file('deep.tif.png')).equals(readFileSync(file('deep.png.png')))).toBe(true);
});

/** RGB of 16 bits, not packed, the lower byte first. */
function tiffOf(width: number, height: number, data: Uint16Array): Buffer {
  const entries = [
    [256, width],
    [257, height],
    [258, 16],
    [259, 1],
    [262, 2],
    [273, 8],
    [277, 3],
    [278, height],
    [279, data.byteLength],
  ];
  const directory = Buffer.alloc(2 + 12 * entries.length + 4);
  directory.writeUInt16LE(entries.length);
  for (const [i, [tag, value]] of entries.entries()) {
    directory.writeUInt16LE(tag, 2 + 12 * i);
    directory.writeUInt16LE(4, 4 + 12 * i);
    directory.writeUInt32LE(1, 6 + 12 * i);
    directory.writeUInt32LE(value, 10 + 12 * i);
  }
  // One number of bits for three samples: programs write three, readers take either.
  const head = Buffer.from('II*\0\0\0\0\0', 'latin1');
  head.writeUInt32LE(8 + data.byteLength, 4);
  return Buffer.concat([head, Buffer.from(data.buffer), directory]);
}
