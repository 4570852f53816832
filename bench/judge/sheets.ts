import { encode as encodePng } from 'fast-png';
import { readPicture } from '../quality/pairs';
import { UsageError } from '../../tools/cli/options';
import { onWhite } from '../sheets/masks';
import { encode as encodeJpeg, type Pixels } from '../../art/jpeg';
import type { RgbaImage } from '../../src/nst/images/image';
import type { Key } from './key';
import type { JudgedPair } from './pairs';
import { drawSheet, type SheetRow } from './sheet';

/** Compression that the eye can't see. */
const JPEG_QUALITY = 95;

/** The pairs in the key's order, so many on a sheet, as files of the extension's format. */
export async function sheetsOf(key: Key, pairs: Map<string, JudgedPair>, perSheet: number, extension: string): Promise<Buffer[]> {
  const rows = await Promise.all(key.pairs.map(({ name, first }, index) => readRow(index + 1, pairs.get(name)!, first)));
  const sheets: Buffer[] = [];
  for (let start = 0; start < rows.length; start += perSheet)
    sheets.push(await encoded(drawSheet(rows.slice(start, start + perSheet)), extension));
  return sheets;
}

async function readRow(number: number, pair: JudgedPair, first: 'a' | 'b'): Promise<SheetRow> {
  const companions = [pair.content, pair.style].filter((file) => file !== null);
  const shown = first === 'a' ? [pair.a, pair.b] : [pair.b, pair.a];
  const [one, two] = await Promise.all(shown.map(readShown));
  return { number, companions: await Promise.all(companions.map(readShown)), pictures: [one, two] };
}

async function readShown(file: string): Promise<RgbaImage> {
  const picture = await readPicture(file).catch(() => {
    throw new UsageError(`${file} can't be read as a PNG or JPEG; make it anew or take it away.`);
  });
  return onWhite(picture);
}

async function encoded(sheet: Pixels, extension: string): Promise<Buffer> {
  return /png$/i.test(extension) ? Buffer.from(encodePng(sheet)) : encodeJpeg(sheet, JPEG_QUALITY);
}
