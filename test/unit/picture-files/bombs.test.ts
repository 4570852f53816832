/** PNGs made to fill the memory or the time of who opens them, and such as are damaged without harm. */
import { deflateSync } from 'node:zlib';
import { readChunks, writtenChunk } from '../../../src/picture-files/png/chunks';
import { decodePixels } from '../../../src/picture-files/png/decode-png';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const chunk = (type: string, data: Uint8Array): Uint8Array => writtenChunk({ type, data });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function header(width: number, height: number, color = 6): Uint8Array {
  const data = new Uint8Array(13);
  new DataView(data.buffer).setUint32(0, width);
  new DataView(data.buffer).setUint32(4, height);
  data.set([8, color, 0, 0, 0], 8);
  return chunk('IHDR', data);
}

/** 2 × 2 pixels of one colour. */
const PIXELS = new Uint8Array(deflateSync(Buffer.from([0, 9, 8, 7, 6, 9, 8, 7, 6, 0, 9, 8, 7, 6, 9, 8, 7, 6])));
const END = chunk('IEND', new Uint8Array());

function png(...chunks: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat([SIGNATURE, ...chunks]));
}

const decoded = async (bytes: Uint8Array): Promise<number[]> => [...(await decodePixels(readChunks(bytes))).data.subarray(0, 4)];

it('unpacks no more than the header promised', async () => {
  const bomb = png(header(2, 2), chunk('IDAT', new Uint8Array(deflateSync(Buffer.alloc(300 * 2 ** 20)))), END);
  const before = process.memoryUsage().arrayBuffers;
  expect(await decoded(bomb)).toEqual([0, 0, 0, 0]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 2 ** 20);
});

it.each([
  ['a text of 50 MB', chunk('tEXt', new Uint8Array(50 * 2 ** 20))],
  ['a profile that is none', chunk('iCCP', bytesOf('nonsense'))],
  ['a text with a wrong check sum', chunk('tEXt', bytesOf('Title\0a')).map((byte, i, all) => (i === all.length - 1 ? byte ^ 1 : byte))],
  ['a resolution that is too short', chunk('pHYs', Uint8Array.of(1))],
  ['an unknown part', chunk('zZzz', bytesOf('anything'))],
  ['tRNS beside an alpha channel', chunk('tRNS', Uint8Array.of(0, 9, 0, 8, 0, 7))],
])('passes over %s', async (_, extra) => {
  expect(await decoded(png(header(2, 2), extra, chunk('IDAT', PIXELS), END))).toEqual([9, 8, 7, 6]);
});

it.each([
  ['half of its end', (whole: Uint8Array) => whole.subarray(0, -6)],
  ['no end', (whole: Uint8Array) => whole.subarray(0, -12)],
  ['something after its end', (whole: Uint8Array) => new Uint8Array(Buffer.concat([whole, bytesOf('and more')]))],
])('shows a picture with %s', async (_, cut) => {
  expect(await decoded(cut(png(header(2, 2), chunk('IDAT', PIXELS), END)))).toEqual([9, 8, 7, 6]);
});

it.each([
  ['a second header', png(header(2, 2), header(9000, 9000), chunk('IDAT', PIXELS), END)],
  ['a header that comes late', png(chunk('CgBI', new Uint8Array(4)), header(2, 2), chunk('IDAT', PIXELS), END)],
  ['fewer pixels than it claims', png(header(2, 3), chunk('IDAT', PIXELS), END)],
  ['an unknown critical part', png(header(2, 2), chunk('ABCD', new Uint8Array(4)), chunk('IDAT', PIXELS), END)],
  ['a palette picture without its palette', png(header(2, 2, 3), chunk('IDAT', PIXELS), END)],
])('refuses %s', async (_, bytes) => {
  await expect((async () => decoded(bytes))()).rejects.toThrow();
});
