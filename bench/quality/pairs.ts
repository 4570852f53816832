import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { decode as decodePng } from 'fast-png';
import { rgbaOfPng } from '../../tools/rgba-of-png';
import type { RgbaImage } from '../../src/nst/images/image';
import { UsageError } from '../../tools/cli/options';
import { decode as decodeJpeg } from '../../art/jpeg';
import { pairsOf, type Pair } from './pairs-of';

const PHOTOS = 'test/fixtures/photos';
const STYLES = 'styles';

/** Paint, print, pattern and line; ink, woodcut and comic have large white or black areas, as the portrait has black ones. */
const DEFAULT_PAIRS = [
  ['cat', 'starlit-swirls'],
  ['cat', 'ink-mountains'],
  ['cat', 'neon-rain'],
  ['cat', 'roman-mosaic'],
  ['astronaut', 'woodblock-waves'],
  ['astronaut', 'woodcut-forest'],
  ['astronaut', 'palette-knife-birches'],
  ['astronaut', 'batik-blossoms'],
  ['coffee', 'stained-glass'],
  ['coffee', 'halftone-comic'],
  ['coffee', 'watercolour-sunset'],
  ['coffee', 'cyanotype-ferns'],
] as const;

export function defaultPairs(): Pair[] {
  return DEFAULT_PAIRS.map(([photo, style]) => ({
    name: `${photo} × ${style}`,
    content: path.join(PHOTOS, `photo-${photo}.jpg`),
    style: path.join(STYLES, `${style}.jpg`),
  }));
}

/** Every NAME with both NAME-content.* and NAME-style.* in a folder. Throws UsageError where there is none. */
export async function pairsIn(folder: string): Promise<Pair[]> {
  const files = await readdir(folder).catch(() => {
    throw new UsageError(`--pairs: there is no readable folder ${folder}.`);
  });
  const pairs = pairsOf(files).map(({ name, content, style }) => ({
    name,
    content: path.join(folder, content),
    style: path.join(folder, style),
  }));
  if (pairs.length === 0) throw new UsageError(`--pairs: ${folder} needs files NAME-content.jpg and NAME-style.jpg (or .png).`);
  return pairs;
}

export async function readPicture(file: string): Promise<RgbaImage> {
  const bytes = await readFile(file);
  return /\.png$/i.test(file) ? rgbaOfPng(decodePng(bytes)) : decodeJpeg(bytes);
}
