/**
 * Pictures of every format, profile and orientation, and such as other programs wrote oddly, in a real browser: within 2
 * levels of what another program (littlecms, Pillow) makes of them, alpha exactly.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { encode } from 'fast-png';
import { PNG } from 'pngjs';
import { bundleScripts, openIsolatedPage, type IsolatedPage } from '../../../bench/isolated-page';
import { withChunk } from '../../../src/picture-files/png/chunks';
import { profileChunk } from '../../../src/picture-files/png/profile-chunk';
import { serveLocally } from '../../../tools/local-server';
import type { DecodeAnswer, DecodeRequest } from './decode-worker';
import type { EnterAnswer } from './enter-script';

const FOLDERS = ['test/fixtures/pictures', 'test/fixtures/odd-pictures', 'test/fixtures/tiff'];
const RIGHT = '.right.png';
const files = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
const shown = files.filter((file) => files.includes(file + RIGHT));
/** Lossy files are also decoded by different programs. */
const LOSSY = ['.jpg', '.avif'];

const scripts = mkdtempSync(join(tmpdir(), 'decode-'));
let page: IsolatedPage;

beforeAll(async () => {
  const folder = 'test/browser/picture-files';
  await bundleScripts({ 'decode-worker': `${folder}/decode-worker.ts`, 'enter-script': `${folder}/enter-script.ts` }, scripts);
  page = await openIsolatedPage([scripts]);
}, 60_000);
afterAll(async () => {
  await page?.close();
  rmSync(scripts, { recursive: true });
});

function decode(bytes: Uint8Array, size?: number): Promise<DecodeAnswer> {
  return page.askWorker<DecodeRequest, DecodeAnswer>('decode-worker.js', { bytes: [...bytes], type: '', size });
}

/** As a part that has a document takes it from a person. */
function enter(bytes: Uint8Array): Promise<EnterAnswer> {
  return page.askPage<DecodeRequest, EnterAnswer>('enter-script.js', { bytes: [...bytes], type: '' });
}

it('has every format, profile and orientation', () => {
  expect(shown).toHaveLength(10 + 33 + 23 + 33);
});

it.each(shown)('%s', async (file) => {
  const answer = await (extname(file) === '.tif' ? enter : decode)(readFileSync(file));
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
  ['heic.jpg', /is a HEIC photograph, which browsers don't read; export it as JPEG/],
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

describe('what browsers do not show', () => {
  it('refuses a TIFF of 20000 × 20000 by its header, and says what is wrong with a damaged one', async () => {
    expect((await enter(tiffHeader(20000, 20000))).failure).toMatch(/has 20000 × 20000 pixels; the limit/);
    const damaged = readFileSync('test/fixtures/tiff/lzw-strips.tif').subarray(0, 600);
    expect((await enter(damaged)).failure).toMatch(/this TIFF is damaged; save it anew/);
  });

  it('keeps 16 bits of a picture in other colours, and its alpha exactly', async () => {
    const [width, height] = [512, 2];
    const data = Uint16Array.from({ length: 4 * width * height }, (_, i) => (i % 4 === 3 ? 40 * i : 12000 + 30 * ((i >> 2) % width)));
    const profile = await profileChunk(readFileSync('test/fixtures/pictures/profile-adobe-rgb.icc'));
    const png = withChunk(encode({ width, height, data, channels: 4, depth: 16 }), profile);
    const { deep, data: rounded, failure } = await enter(png);
    const { data: by8 } = await decode(png);
    expect(failure).toBeNull();
    expect(new Set(deep!.filter((_, i) => i % 4 === 0)).size).toBeGreaterThan(400);
    expect(deep!.filter((_, i) => i % 4 === 3)).toEqual([...data].filter((_, i) => i % 4 === 3));
    // The browser's own conversion of 8 bits.
    expect(Math.max(...by8.map((value, i) => Math.abs(value - rounded[i]!)))).toBeLessThanOrEqual(1);
  });

  it('draws an SVG on 1024 pixels at least', async () => {
    const { width, height, data } = await enter(readFileSync('test/fixtures/odd-pictures/drawing.svg'));
    const at = (x: number, y: number): number[] => data.slice(4 * (width * y + x), 4 * (width * y + x) + 4);
    expect([width, height]).toEqual([1024, 683]);
    expect([at(10, 10), at(420, 420), at(434, 10), at(1000, 600)]).toEqual([
      [255, 0, 0, 255],
      [255, 0, 0, 255],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('draws one whose first element comes late, or lacks its namespace', async () => {
    const entity = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [<!ENTITY green "#00ff00">]>';
    const late = `<?xml version="1.0"?><!-- a > b --><!-- c -->${entity}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path fill="&green;" d="M0 0h8v4H0z"/></svg>`;
    const bare = '\ufeff<svg width="2000" height="500"><rect width="100%" height="100%" fill="#0f0"/></svg>';
    const drawn = await Promise.all([late, bare].map((text) => enter(Buffer.from(text))));
    expect(drawn.map(({ width, height, failure }) => [width, height, failure])).toEqual([
      [1024, 512, null],
      [2000, 500, null],
    ]);
    for (const { data } of drawn) expect(data.slice(0, 4)).toEqual([0, 255, 0, 255]);
  });

  it('runs nothing of an SVG and loads nothing for it', async () => {
    const asked: string[] = [];
    const server = await serveLocally((pathname) => {
      asked.push(pathname);
      return Promise.resolve('');
    });
    const from = (name: string): string => `${server.url}/${name}`;
    const { data, failure } = await enter(
      Buffer.from(`<?xml-stylesheet href="${from('sheet.css')}"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="1024" height="64" onload="fetch('${from('onload')}')">
          <style>@import url(${from('import.css')}); text { font-family: remote } @font-face { font-family: remote; src: url(${from('font')}) }</style>
          <rect width="1024" height="64" fill="#00f"/><text y="9">a</text>
          <script>fetch('${from('script')}'); document.documentElement.innerHTML = ''</script>
          <image width="9" height="9" href="${from('image.png')}"/><use href="${from('use.svg#a')}"/>
          <foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${from('html.png')}"/></foreignObject>
        </svg>`),
    );
    await server.close();
    expect([failure, asked]).toEqual([null, []]);
    expect(data.slice(-4)).toEqual([0, 0, 255, 255]);
  });

  it('says that an SVG is damaged, also one that would grow without end', async () => {
    const levels = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const bomb = `<!DOCTYPE svg [<!ENTITY e0 "aaaaaaaaaa">${levels}]><svg xmlns="http://www.w3.org/2000/svg"><text>&e12;</text></svg>`;
    for (const text of [bomb, '<svg xmlns="http://www.w3.org/2000/svg"><rect></svg>']) {
      expect((await enter(Buffer.from(text))).failure).toMatch(/is an SVG drawing that can't be drawn: it is damaged/);
    }
  });
});

/** A directory of one page, without its pixels. */
function tiffHeader(width: number, height: number): Uint8Array {
  const entries = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 0],
    [277, 1],
    [278, height],
    [279, width * height],
  ];
  const bytes = Buffer.alloc(14 + 12 * entries.length);
  bytes.write('II*\0\x08', 'latin1');
  bytes.writeUInt16LE(entries.length, 8);
  for (const [i, [tag, value]] of entries.entries()) {
    bytes.writeUInt16LE(tag, 10 + 12 * i);
    bytes.writeUInt16LE(4, 12 + 12 * i);
    bytes.writeUInt32LE(1, 14 + 12 * i);
    bytes.writeUInt32LE(value, 18 + 12 * i);
  }
  return bytes;
}

/** Up to where the size stands; no pixels follow. */
function jpegHeader(width: number, height: number): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const frame = [0xff, 0xc0, 0, 17, 8, ...size, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, ...frame, 0xff, 0xd9]);
}
