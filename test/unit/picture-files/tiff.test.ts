/** What TIFFs hold, in Node; their colours in a browser: test/browser/picture-files. */
import { readFileSync } from 'node:fs';
import type { RgbaImage } from '../../../src/nst/images/image';
import { unpackLzw } from '../../../src/picture-files/tiff/lzw';
import { readTiff } from '../../../src/picture-files/tiff/read-tiff';
import { unpackBits } from '../../../src/picture-files/tiff/unpack-bits';

const read = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/tiff/${name}.tif`));
const imageOf = async (bytes: Uint8Array): Promise<RgbaImage> => (await readTiff(bytes, 'The image', () => undefined)).image;

it.each(['rgb16-big-endian', 'rgb16-tiles'])('keeps 16 bits of %s to the last', async (name) => {
  const { data } = await imageOf(read('lzw-strips'));
  const { width, deep } = await imageOf(read(name));
  // As tools/pictures/make_tiff_fixtures.py wrote it.
  const right = [...data].map((value, i) => (i % 4 === 3 ? 65535 : 257 * value + ((5 * ((i >> 2) % width)) % 128)));
  expect([...deep!]).toEqual(right);
});

it('unpacks no more than a block holds', () => {
  // A run of 128 zeros, again and again; and the code that clears, a zero, then ever longer pieces of zeros.
  const bits = new Uint8Array(2 ** 20).fill(0).map((_, i) => (i % 2 === 0 ? 0x81 : 0));
  expect(unpackBits(bits, 1000)).toHaveLength(1000);
  const codes = [256, 0, ...Array.from({ length: 250 }, (_, i) => 258 + i)];
  expect(unpackLzw(packed(codes, 9), 100)).toHaveLength(100);
});

it('refuses a code of LZW that was never made', () => {
  expect(() => unpackLzw(packed([256, 1, 300], 9), 10)).toThrow('unknown code');
});

it('refuses a page whose pixels are fewer than it claims', async () => {
  await expect(imageOf(withEntry(read('grey8'), 257, 99))).rejects.toThrow('this TIFF is damaged');
});

it.each([
  ['in Lab', 262, 8, 'a TIFF in colours of a rare kind, such as Lab'],
  ['packed by fax', 259, 4, 'a TIFF that is compressed in a rare way, such as fax or ZSTD'],
  ['in 12 bits', 258, 12, 'a TIFF with numbers of a rare kind, such as 12 bits'],
  ['as a thumbnail', 254, 1, "a camera's raw file"],
])('says what a file is %s', async (_, tag, value, sentence) => {
  await expect(imageOf(withEntry(read('grey8'), tag, value))).rejects.toThrow(sentence);
});

/** A directory's entry with another value, in a file whose own order is the lower byte first. */
function withEntry(bytes: Uint8Array, tag: number, value: number): Uint8Array {
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(4, true);
  for (let i = 0; i < view.getUint16(directory, true); i++) {
    const entry = directory + 2 + 12 * i;
    if (view.getUint16(entry, true) !== tag) continue;
    view.setUint16(entry + 2, 3, true);
    view.setUint32(entry + 8, value, true);
    return bytes;
  }
  // A first entry that nobody asks for gives its place away.
  view.setUint16(directory + 2, tag, true);
  view.setUint16(directory + 4, 4, true);
  view.setUint32(directory + 10, value, true);
  return bytes;
}

/** Codes of so many bits, the high one first. */
function packed(codes: readonly number[], width: number): Uint8Array {
  const bits = codes.map((code) => code.toString(2).padStart(width, '0')).join('');
  return Uint8Array.from(bits.match(/.{1,8}/g)!.map((byte) => parseInt(byte.padEnd(8, '0'), 2)));
}
