import { isPng, readText } from '../../src/picture-files/png/chunks';
import { RECIPE_KEYWORD } from '../../src/picture-files/recipe-text';
import { recipeInXmp } from './output/metadata';

/** What a picture or a report that Brushover wrote holds as its recipe, unchecked; undefined or null if it holds none. */
export function recipeIn(bytes: Buffer): unknown {
  try {
    if (isPng(bytes)) return JSON.parse(readText(bytes, RECIPE_KEYWORD) ?? 'null');
    if (isJpeg(bytes) || isWebp(bytes)) return JSON.parse(recipeInXmp(bytes) ?? 'null');
    return (JSON.parse(bytes.toString('utf8')) as { recipe?: unknown } | null)?.recipe;
  } catch {
    return undefined;
  }
}

function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

function isWebp(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
}
