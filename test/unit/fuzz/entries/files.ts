/** Files: pictures, archives of styles, recipes. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { encode } from 'fast-png';
import * as v from 'valibot';
import { recipeSchema } from '../../../../src/nst/recipe';
import { defaultSettings } from '../../../../src/nst/settings';
import { claimedSize, isTiff, nameOfUnread, withEnd } from '../../../../src/picture-files/formats';
import { orientationOf } from '../../../../src/picture-files/orientation';
import { PngError, readChunks, readHeader, readText } from '../../../../src/picture-files/png/chunks';
import { decodePixels } from '../../../../src/picture-files/png/decode-png';
import { severalIn } from '../../../../src/picture-files/several';
import { readTiff } from '../../../../src/picture-files/tiff/read-tiff';
import { RECIPE_KEYWORD } from '../../../../src/picture-files/recipe-text';
import { withoutExif } from '../../../../src/picture-files/webp-orientation';
import { UserFacingError } from '../../../../src/protocol/failure';
import { parseArchive } from '../../../../src/preferences/styles/parse-archive';
import { assert, assertFinite, isRefused } from '../assert';
import { damaged, entry, mutated, odd } from '../entry';

const SUITE = resolve('test/fixtures/pngsuite');
const PNGS = readdirSync(SUITE)
  .filter((name) => name.endsWith('.png'))
  .map((name) => new Uint8Array(readFileSync(resolve(SUITE, name))));
const WITH_TEXT = encode({ width: 2, height: 2, data: new Uint8Array(16), text: { [RECIPE_KEYWORD]: '{"version":"0.1.0"}' } });
const TIFF_FOLDER = resolve('test/fixtures/tiff');
const TIFFS = ['lzw-strips', 'packbits', 'deflate-tiles-big-endian', 'jpeg', 'palette-4bit', 'pages', 'planes'].map(
  (name) => new Uint8Array(readFileSync(resolve(TIFF_FOLDER, `${name}.tif`))),
);
const GIF = Uint8Array.from(
  Buffer.from('4749463839610100010080000000000000ff000021f904000000000000002c000000000100010000020244010021f90400000000000000', 'hex'),
);
const SVG = new TextEncoder().encode(
  '<?xml version="1.0"?><!-- a --><!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
);
const MOST_PIXELS = 1e6;

/** A WebP's frame around an EXIF chunk, and an EXIF directory with one entry. */
const EXIF = Uint8Array.from(Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex'));
const WEBP = Uint8Array.from([...Buffer.from('RIFF\x40\0\0\0WEBPEXIF\x1a\0\0\0', 'latin1'), ...EXIF, ...new Uint8Array(22)]);
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 9, 1, 1, 0x11, 0, 0xff, 0xd9]);

const RECIPE = {
  version: '0.1.0',
  model: 'vgg16-imagenet',
  backend: 'wasm',
  size: 64,
  settings: defaultSettings,
  styleWeights: [1],
  pictures: { content: 'a', styles: [{ image: 'b', mask: null }], mask: null, start: null },
};

const ARCHIVE = { format: 'brushover-styles', version: 1, styles: [{ name: 'a', image: 'data:image/png;base64,AAAA' }] };

export const FILES = [
  entry('PNG files', damaged(PNGS), async (bytes) => {
    try {
      const { width, height } = readHeader(bytes);
      // What is larger is refused by its header.
      if (width * height > MOST_PIXELS) return;
      const { data } = await decodePixels(readChunks(bytes));
      assert(data.length === 4 * width * height, `${data.length} bytes for ${width} × ${height}.`);
    } catch (error) {
      if (!(error instanceof PngError)) throw error;
    }
  }),
  entry(
    'heads of other pictures',
    fc.oneof(damaged([WEBP, JPEG, EXIF, GIF, SVG, ...PNGS.slice(0, 3)]), fc.uint8Array({ maxLength: 200 })),
    (bytes) => {
      const orientation = orientationOf(bytes);
      assert(orientation >= 1 && orientation <= 8, `An orientation of ${orientation}.`);
      const parts = withoutExif(bytes);
      if (parts) assert(parts.bytes.length === bytes.length, 'The file has another length.');
      claimedSize(bytes);
      nameOfUnread(bytes);
      severalIn(bytes);
      assert(withEnd(bytes).length > 0, 'Nothing is left.');
    },
  ),
  entry('TIFF files', damaged(TIFFS), async (bytes) => {
    if (!isTiff(bytes)) return;
    const assertSize = (width: number, height: number): void => {
      if (!(width * height <= MOST_PIXELS)) throw new UserFacingError('huge-image', 'Too large.');
    };
    const { image } = await readTiff(bytes, 'The image', assertSize).catch((error: unknown) => {
      if (error instanceof UserFacingError) return { image: null };
      throw error;
    });
    if (image) assert(image.data.length === 4 * image.width * image.height, `${image.data.length} bytes.`);
  }),
  entry('texts in PNG files', damaged([Uint8Array.from(WITH_TEXT)]), (bytes) => {
    try {
      readText(bytes, RECIPE_KEYWORD);
    } catch (error) {
      if (!(error instanceof PngError)) throw error;
    }
  }),
  entry('recipes', fc.oneof(mutated(RECIPE), odd), (written) => {
    const { success, output } = v.safeParse(recipeSchema, written);
    if (!success) return;
    assertFinite(output);
    assert(output.settings.evaluations <= 100_000, 'It would never end.');
  }),
  entry('archives of styles', fc.oneof(mutated(ARCHIVE).map(textOf), fc.json(), fc.string({ unit: 'binary' })), async (text) => {
    let styles: { name: string; image: string }[] = [];
    if (await isRefused(() => (styles = parseArchive(text).styles), UserFacingError)) return;
    for (const { name, image } of styles) assert(name.length > 0 && image.startsWith('data:image/'), 'A style without a name or picture.');
  }),
];

/** What JSON lacks is left out by it. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? '';
}
