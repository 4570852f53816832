/** Masks found by the networks of the built extension, on the command line. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunReport } from '../../../src/nst/report';
import { ensureBuilt } from '../../../tools/build/ensure-built';
import { readPng } from './pictures';

const folder = mkdtempSync(join(tmpdir(), 'brushover-masks-'));
const file = (name: string): string => join(folder, name);

function stylize(photo: string, ...flags: string[]): { status: number | null; stderr: string } {
  const files = ['--content', `test/fixtures/photos/photo-${photo}.jpg`, '--style', 'styles/woodcut-forest.jpg', '--output', file('g.png')];
  const quick = ['--size', '96', '--evaluations', '3', '--backend', 'wasm', '--overwrite'];
  return spawnSync(process.execPath, ['--import', 'tsx', 'tools/stylize.ts', ...files, ...quick, ...flags], { encoding: 'utf8' });
}

beforeAll(ensureBuilt);
afterAll(() => rmSync(folder, { recursive: true }));

it('keeps faces, and a run from the recipe finds the same mask', () => {
  expect(stylize('astronaut', '--keep-mask', 'faces', '--report', file('r.json'))).toMatchObject({ status: 0, stderr: '' });
  const { recipe } = JSON.parse(readFileSync(file('r.json'), 'utf8')) as RunReport;
  expect(recipe.pictures.keepMask).toMatch(/^[0-9a-f]{64}$/);
  // It would say that the mask differs.
  expect(stylize('astronaut', '--keep-mask', 'faces', '--recipe', file('r.json'))).toMatchObject({ status: 0, stderr: '' });
  expect(stylize('astronaut', '--keep-mask', 'subject', '--recipe', file('r.json')).stderr).toContain('the mask of what is kept');
});

it('changes the background alone', () => {
  expect(stylize('astronaut', '--mask', 'background')).toMatchObject({ status: 0, stderr: '' });
  const { width, data } = readPng(file('g.png'));
  const alphaAt = (x: number, y: number): number => data[4 * (y * width + x) + 3];
  // On the suit and the forehead; on the flag and between head and shuttle.
  expect([alphaAt(28, 56), alphaAt(42, 17)]).toEqual([0, 0]);
  expect([alphaAt(4, 28), alphaAt(62, 11)]).toEqual([255, 255]);
});

it('says in one sentence that there is no face', () => {
  const { status, stderr } = stylize('coffee', '--keep-mask', 'faces');
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'No face was found in this picture; paint over it with the brush.\n' });
});
