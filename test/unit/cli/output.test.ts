/** How the command line's pictures are written; test/browser/extension/stylize-command.test.ts reads whole ones again. */
import { encode } from 'fast-png';
import type { HeadlessResult } from '../../../src/headless';
import { encodeDeepPng, encodePng } from '../../../src/picture-files/encode';
import { findChunk, readChunks, withChunk } from '../../../src/picture-files/png/chunks';
import { encodeOutput } from '../../../tools/cli/output/encode-output';
import { outputForm } from '../../../tools/cli/output/format';
import { exifBlock, recipeInXmp, xmpPacket } from '../../../tools/cli/output/metadata';
import { withJpegMetadata } from '../../../tools/cli/output/jpeg-segments';
import { withWebpMetadata } from '../../../tools/cli/output/webp-chunks';
import { physOf, resolutionOf } from '../../../tools/cli/output/resolution';
import { recipeIn } from '../../../tools/cli/recipe-in';

const recipe = { settings: { text: 'α < β & “γ” &lt;' }, size: 64 };
const WIDTH = 48;
const HEIGHT = 20;
const picture = {
  width: WIDTH,
  height: HEIGHT,
  data: Uint8ClampedArray.from({ length: 4 * WIDTH * HEIGHT }, (_, i) => (i % 4 === 3 ? 255 : (5 * Math.floor(i / 4)) % 256)),
};
const deep = { width: 600, height: 2, data: Uint16Array.from({ length: 4800 }, (_, i) => (i % 4 === 3 ? 65535 : 3 * Math.floor(i / 4))) };
/** 300 pixels to the inch. */
const content = Buffer.from(
  withChunk(encode({ width: 2, height: 2, data: new Uint8Array(16), channels: 4 }), { type: 'pHYs', data: physOf(300) }),
);

async function resultOf(image = picture): Promise<HeadlessResult> {
  const base64 = async (blob: Blob): Promise<string> => Buffer.from(await blob.arrayBuffer()).toString('base64');
  return {
    image: await base64(encodePng(image)),
    deep: await base64(encodeDeepPng(deep)),
    report: { recipe },
  } as unknown as HeadlessResult;
}

describe('a picture is written', () => {
  it('as PNG that says it is in sRGB, with the content’s resolution', async () => {
    const file = await encodeOutput(await resultOf(), outputForm('g.png', {}), content);
    expect(findChunk(file, ({ type }) => type === 'sRGB')?.data).toEqual(Uint8Array.of(0));
    expect(resolutionOf(file)).toBeCloseTo(300, 1);
  });

  it('with 16 bits: more levels than 8 bits have', async () => {
    const file = await encodeOutput(await resultOf(), outputForm('g.png', { bits: '16' }), content);
    expect(readChunks(file).header).toMatchObject({ depth: 16, color: 'rgb-alpha', width: 600 });
  });
});

const text = JSON.stringify(recipe);

it('a recipe in XMP comes back to the letter', () => {
  expect(recipeInXmp(xmpPacket(text))).toBe(text);
});

it('a JPEG gets its parts behind the JFIF header, which tells the same resolution', () => {
  const jfif = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0000ffd9', 'hex');
  const file = withJpegMetadata(jfif, 299.9994, text);
  expect(resolutionOf(file)).toBe(300);
  expect(file.subarray(20, 24).toString('hex')).toMatch(/^ffe1/);
  expect(file.includes(exifBlock(299.9994))).toBe(true);
  expect(recipeIn(file)).toEqual(recipe);
  expect(file.subarray(-6).toString('hex')).toBe('ffdb0000ffd9');
});

it('a WebP gets them in the order that its standard asks for', () => {
  const simple = Buffer.concat([Buffer.from('RIFF\x12\0\0\0WEBPVP8 \x05\0\0\0', 'latin1'), Buffer.from([1, 2, 3, 4, 5, 0])]);
  const file = withWebpMetadata(simple, { width: WIDTH, height: HEIGHT }, 72, text);
  expect(file.readUInt32LE(4)).toBe(file.length - 8);
  const kinds = ['VP8X', 'VP8 ', 'EXIF', 'XMP '].map((type) => file.indexOf(type, 12, 'latin1'));
  expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
  expect(kinds[0]).toBe(12);
  expect([1 + file.readUIntLE(24, 3), 1 + file.readUIntLE(27, 3)]).toEqual([WIDTH, HEIGHT]);
  expect(recipeIn(file)).toEqual(recipe);
});

it.each([
  ['g.jpg', { bits: '16' }, /--bits 16 goes with PNG alone/],
  ['g.png', { quality: '90' }, /--quality goes with JPEG and WebP/],
  ['g.jpg', { quality: '0' }, /--quality needs a whole number from 1 to 100/],
  ['g.jpg', { format: 'png' }, /ends as jpeg, not png/],
  ['out', { format: 'gif' }, /--format needs one of png, jpeg, webp/],
  ['g.png', { bits: '12' }, /--bits needs one of 8, 16/],
])('%s with %j: one sentence', (name, flags, message) => {
  expect(() => outputForm(name, flags)).toThrow(message);
});
