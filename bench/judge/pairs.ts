import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { UsageError } from '../../tools/cli/options';
import type { Side } from './key';
import { companionOf } from './companion-of';

/** Files of one comparison; content and style are null where they aren't shown. */
export interface JudgedPair extends Record<Side, string> {
  content: string | null;
  style: string | null;
}

export interface JudgedFolders extends Record<Side, string> {
  content?: string;
  style?: string;
}

const PICTURE = /^[^.].*\.(png|jpe?g)$/i;

/** Every name that both folders have a picture of, in order. Throws UsageError where there is none, or a companion lacks. */
export async function readPairs(folders: JudgedFolders): Promise<Map<string, JudgedPair>> {
  const [a, b] = await Promise.all([picturesIn('a', folders.a), picturesIn('b', folders.b)]);
  const names = [...a.keys()].filter((name) => b.has(name)).sort();
  if (names.length === 0) throw new UsageError(`${folders.a} and ${folders.b} have no equally named pictures (PNG or JPEG).`);
  const [contents, styles] = await Promise.all([
    companionsOf('content', names, folders.content),
    companionsOf('style', names, folders.style),
  ]);
  return new Map(names.map((name, index) => [name, { a: a.get(name)!, b: b.get(name)!, content: contents[index], style: styles[index] }]));
}

async function companionsOf(kind: 'content' | 'style', names: readonly string[], folder?: string): Promise<(string | null)[]> {
  if (folder === undefined) return names.map(() => null);
  const pictures = await picturesIn(`${kind}-dir`, folder);
  return names.map((name) => {
    const companion = companionOf(kind, name, [...pictures.keys()]);
    if (companion === null) throw new UsageError(`--${kind}-dir: ${folder} has no picture that ${name} is named after.`);
    return pictures.get(companion)!;
  });
}

/** Paths by name without extension. */
async function picturesIn(flag: string, folder: string): Promise<Map<string, string>> {
  const files = await readdir(folder).catch(() => {
    throw new UsageError(`--${flag}: there is no readable folder ${folder}.`);
  });
  const pictures = files.filter((file) => PICTURE.test(file));
  return new Map(pictures.map((file) => [file.slice(0, -extname(file).length), join(folder, file)]));
}
