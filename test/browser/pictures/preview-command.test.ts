import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { meanDifference, readPng } from '../extension/pictures';
import { ensureBuilt } from '../../../tools/build/ensure-built';

const run = promisify(execFile);
const PHOTO = 'test/fixtures/photos/photo-cat.jpg';

let folder: string;
beforeAll(async () => {
  await ensureBuilt();
  folder = await mkdtemp(join(tmpdir(), 'brushover-preview-'));
});
afterAll(() => rm(folder, { recursive: true }));

function stylize(...args: string[]): Promise<unknown> {
  return run(process.execPath, ['--import', 'tsx', 'tools/stylize.ts', '--content', PHOTO, ...args]);
}

it('previews with a style picture, and more of it with more strength', async () => {
  const [weak, strong] = [join(folder, 'weak.png'), join(folder, 'strong.png')];
  const order = ['--method', 'preview', '--style', 'styles/woodcut-forest.jpg', '--size', '128'];
  await stylize(...order, '--strength', '0', '--output', weak);
  await stylize(...order, '--output', strong);
  expect(readPng(strong)).toMatchObject({ width: 128, height: 85 });
  expect(meanDifference(readPng(weak), readPng(strong))).toBeGreaterThan(15);
});

it('draws a sheet of the learned styles', async () => {
  const sheet = join(folder, 'sheet.png');
  await stylize('--method', 'styles26', '--size', '48', '--sheet', sheet);
  // Seven columns; the picture and four rows of styles, each with its heading or label.
  expect(readPng(sheet)).toMatchObject({ width: 14 + 7 * (48 + 14), height: 14 + 2 * 44 + 5 * (32 + 26) });
});

it.each([
  [['--method', 'styles26', '--style-index', '26', '--output', 'g.png'], /--style-index needs a whole number from 0 to 25/],
  [['--method', 'preview', '--output', 'g.png'], /--style is missing/],
  [['--method', 'preview', '--style', PHOTO, '--strength', '101', '--output', 'g.png'], /--strength needs a number from 0 to 100/],
  [['--sheet', 'sheet.jpg'], /--sheet must end in .png/],
])('refuses %j with one line and status 2', async (args, sentence) => {
  await expect(stylize(...args)).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(sentence) });
});
