/**
 * Every file of PngSuite, against pngjs: pixels within a level (16 bits are rounded, there cut off), alpha too. Hidden colours
 * are not compared: pngjs blackens them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { readChunks } from '../../../src/picture-files/png/chunks';
import { decodePixels } from '../../../src/picture-files/png/decode-png';

const FOLDER = 'test/fixtures/pngsuite';
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.png'));
/** Files that are damaged on purpose begin with an x. */
const isDamaged = (name: string): boolean => name.startsWith('x');
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, name)));
const decoded = async (bytes: Uint8Array) => decodePixels(readChunks(bytes));

it('is there as a whole', () => {
  expect([names.filter(isDamaged).length, names.length]).toEqual([14, 174]);
});

it.each(names.filter((name) => !isDamaged(name)))('%s', async (name) => {
  const image = await decoded(read(name));
  const right = PNG.sync.read(readFileSync(join(FOLDER, name)));
  expect([image.width, image.height]).toEqual([right.width, right.height]);
  const differences = image.data.map((value, i) => (i % 4 === 3 || right.data[i | 3] > 0 ? Math.abs(value - right.data[i]) : 0));
  expect(differences.reduce((most, difference) => Math.max(most, difference), 0)).toBeLessThanOrEqual(1);
});

it.each(names.filter(isDamaged))('%s is refused', async (name) => {
  await expect((async () => decoded(read(name)))()).rejects.toThrow();
});
