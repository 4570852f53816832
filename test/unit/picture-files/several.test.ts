import { readFileSync } from 'node:fs';
import { encode } from 'fast-png';
import { withChunk } from '../../../src/picture-files/png/chunks';
import { severalIn } from '../../../src/picture-files/several';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const tiff = (name: string): Uint8Array => readFileSync(`test/fixtures/tiff/${name}.tif`);
const png = encode({ width: 2, height: 2, data: new Uint8Array(16) });
const animated = (frames: number): Uint8Array => withChunk(png, { type: 'acTL', data: Uint8Array.of(0, 0, 0, frames, 0, 0, 0, 0) });
const webp = (flags: number): Uint8Array =>
  Uint8Array.from([...Buffer.from('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0', 'latin1'), flags, ...new Uint8Array(9)]);
/** By Pillow: 2 × 2 pixels, and the same with a comment of the loop and a second picture. */
const STILL = '47494638376102000200810000000000ff00000000000000002c0000000002000200000806000108041010003b';
const MOVING =
  '47494638396102000200810000000000ff000000000000000021ff0b4e45545343415045322e3003010000002c00000000020002000008060001080410100021f90401000001002c000000000200020081ff00000000000000000000000806000108041010003b';

it.each([
  ['a GIF of one frame', hex(STILL), null],
  ['a GIF of two', hex(MOVING), 'frames'],
  ['a PNG', png, null],
  ['a PNG that says it moves, with one frame', animated(1), null],
  ['a PNG of three frames', animated(3), 'frames'],
  ['a WebP', webp(0x10), null],
  ['a WebP that moves', webp(0x12), 'frames'],
  ['an AVIF', Buffer.from('\0\0\0\x1cftypavif', 'latin1'), null],
  ['an AVIF that moves', Buffer.from('\0\0\0\x1cftypavis', 'latin1'), 'frames'],
  ['a TIFF', tiff('lzw-strips'), null],
  ['a TIFF of two pages', tiff('pages'), 'pages'],
  ['a GIF that was cut off', hex(MOVING).subarray(0, 60), null],
  ['nothing', new Uint8Array(), null],
])('knows %s', (_, bytes, several) => {
  expect(severalIn(bytes)).toBe(several);
});
