import type { HeadlessRequest } from '../../src/headless';
import { readPicture } from './files';
import { numberFlag, UsageError } from './options';

/** "s.png" or "s.png=0.7", each with the mask at the same place in the list; a style without a weight has `weights[i]`, or 1. */
export async function readStyles(styles: string[], masks: string[], weights: readonly number[] = []): Promise<HeadlessRequest['styles']> {
  if (masks.length > 0 && masks.length !== styles.length) {
    throw new UsageError(`There are ${styles.length} --style and ${masks.length} --style-mask; give every style a mask, or none.`);
  }
  return Promise.all(
    styles.map(async (style, i) => {
      const [, path, weight] = /^(.*?)(?:=([^=/\\]*))?$/.exec(style) ?? [];
      return {
        name: path,
        image: (await readPicture('style', path)).toString('base64'),
        weight: weight === undefined ? (weights[i] ?? 1) : numberFlag('style', weight, { minimum: 0 }),
        mask: masks[i] ? (await readPicture('style-mask', masks[i])).toString('base64') : null,
      };
    }),
  );
}
