import type { HeadlessRequest } from '../../src/headless';
import { isFile, readPicture } from './files';
import { numberFlag, UsageError } from './options';

const WEIGHT = { minimum: 0, maximum: 1e6 };

/** "s.png" or "s.png=0.7", each with the mask at the same place in the list; a style without a weight has `weights[i]`, or 1. */
export async function readStyles(styles: string[], masks: string[], weights: readonly number[] = []): Promise<HeadlessRequest['styles']> {
  if (masks.length > 0 && masks.length !== styles.length) {
    throw new UsageError(`There are ${styles.length} --style and ${masks.length} --style-mask; give every style a mask, or none.`);
  }
  const read = await Promise.all(
    styles.map(async (style, i) => {
      const { path, weight } = await weightedPath(style);
      return {
        name: path,
        image: (await readPicture('style', path)).toString('base64'),
        weight: weight ?? weights[i] ?? 1,
        mask: masks[i] ? (await readPicture('style-mask', masks[i])).toString('base64') : null,
      };
    }),
  );
  assertSomeWeight('style', read);
  return read;
}

export function assertSomeWeight(flag: string, styles: readonly { weight: number }[]): void {
  if (!styles.some(({ weight }) => weight > 0)) throw new UsageError(`--${flag} needs a weight above 0 for at least one style.`);
}

/** A name may hold "=" itself, as many sites give: a file of the whole name goes before a weight. */
export async function weightedPath(text: string): Promise<{ path: string; weight: number | null }> {
  const [, path, weight] = /^(.+)=([^=/\\]*)$/.exec(text) ?? [];
  if (path === undefined || (await isFile(text)) || !(await isFile(path))) return { path: text, weight: null };
  return { path, weight: numberFlag('style', weight, WEIGHT) };
}
