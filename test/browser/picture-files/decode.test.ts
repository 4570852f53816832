/**
 * Pictures of every format, profile and orientation, and such as other programs wrote oddly, in a real browser: within 2
 * levels of what another program (littlecms, Pillow) makes of them, alpha exactly.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { PNG } from 'pngjs';
import { bundleScripts, openIsolatedPage, type IsolatedPage } from '../../../bench/isolated-page';
import type { DecodeAnswer, DecodeRequest } from './decode-worker';

const FOLDERS = ['test/fixtures/pictures', 'test/fixtures/odd-pictures'];
const RIGHT = '.right.png';
const files = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
const shown = files.filter((file) => files.includes(file + RIGHT));
/** Lossy files are also decoded by different programs. */
const LOSSY = ['.jpg', '.avif'];

const scripts = mkdtempSync(join(tmpdir(), 'decode-'));
let page: IsolatedPage;

beforeAll(async () => {
  await bundleScripts({ 'decode-worker': 'test/browser/picture-files/decode-worker.ts' }, scripts);
  page = await openIsolatedPage([scripts]);
}, 60_000);
afterAll(async () => {
  await page?.close();
  rmSync(scripts, { recursive: true });
});

function decode(bytes: Uint8Array, size?: number): Promise<DecodeAnswer> {
  return page.askWorker<DecodeRequest, DecodeAnswer>('decode-worker.js', { bytes: [...bytes], type: '', size });
}

it('has every format, profile and orientation', () => {
  expect(shown).toHaveLength(10 + 33 + 23);
});

it.each(shown)('%s', async (file) => {
  const answer = await decode(readFileSync(file));
  const right = PNG.sync.read(readFileSync(file + RIGHT));
  expect(answer.failure).toBeNull();
  expect([answer.width, answer.height]).toEqual([right.width, right.height]);
  const isVisible = (i: number): boolean => right.data[i | 3] > 0;
  const differences = answer.data.map((value, i) => (i % 4 < 3 && isVisible(i) ? Math.abs(value - right.data[i]) : 0));
  expect(differences.reduce((most, difference) => Math.max(most, difference), 0)).toBeLessThanOrEqual(
    LOSSY.includes(extname(file)) ? 4 : 2,
  );
  expect(differences.reduce((sum, difference) => sum + difference, 0) / differences.length).toBeLessThanOrEqual(1);
  expect(answer.data.filter((_, i) => i % 4 === 3)).toEqual([...right.data].filter((_, i) => i % 4 === 3));
});

it.each([
  ['cgbi.png', /damaged or no picture/],
  ['truncated.png', /damaged or no picture/],
  ['heic.jpg', /is a HEIC photograph, which can't be read here; save it as PNG or JPEG/],
  ['drawing.svg', /is an SVG drawing, which can't be read here/],
])('says what %s is', async (name, sentence) => {
  const { failure } = await decode(readFileSync(join('test/fixtures/odd-pictures', `refused-${name}`)));
  expect(failure).toMatch(sentence);
});

it('refuses a JPEG of 16000 × 60000 by its header', async () => {
  const { failure } = await decode(jpegHeader(16000, 60000));
  expect(failure).toMatch(/has 16000 × 60000 pixels; the limit/);
});

it('shrinks a large picture on the way, colours and alpha', async () => {
  const png = new PNG({ width: 2000, height: 1200 });
  for (let y = 0; y < 1200; y++) for (let x = 0; x < 2000; x++) png.data.set([x >> 3, y / 5, 90, 255 - (x >> 4)], 4 * (2000 * y + x));
  const { width, height, data } = await decode(PNG.sync.write(png), 100);
  expect([width, height]).toEqual([200, 120]);
  for (let y = 5; y < 115; y += 10) {
    for (let x = 5; x < 195; x += 10) {
      const [r, g, b, a] = data.slice(4 * (200 * y + x), 4 * (200 * y + x) + 4);
      const right = [((x + 0.5) * 10) / 8, ((y + 0.5) * 10) / 5, 90, 255 - ((x + 0.5) * 10) / 16];
      [r, g, b, a].forEach((value, i) => expect(Math.abs(value - right[i])).toBeLessThanOrEqual(3));
    }
  }
});

it.each([401, 500])('leaves a picture as it is that is not much larger than %i / 4', async (size) => {
  const png = new PNG({ width: size, height: 20 });
  expect((await decode(PNG.sync.write(png), Math.ceil(size / 4))).width).toBe(size);
});

it('refuses what can’t be held in memory, small or not', async () => {
  expect((await decode(jpegHeader(16000, 60000), 100)).failure).toMatch(/has 16000 × 60000 pixels; the limit/);
});

it('says what is wrong with a large picture that is damaged', async () => {
  const png = new PNG({ width: 2000, height: 100 });
  expect((await decode(PNG.sync.write(png).subarray(0, 120), 100)).failure).toMatch(/damaged or no picture/);
});

/** Up to where the size stands; no pixels follow. */
function jpegHeader(width: number, height: number): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const frame = [0xff, 0xc0, 0, 17, 8, ...size, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, ...frame, 0xff, 0xd9]);
}
