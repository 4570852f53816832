/** Which pictures a command line stylises, and where each result goes. */
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { assertWritable } from './files';
import { UsageError } from './options';

export interface Item {
  content: string;
  output: string;
  report: string | null;
}

export interface Items {
  items: Item[];
  /** The folder of a batch; null where there is one picture. */
  folder: string | null;
}

const PICTURE = /^[^.].*\.(png|jpe?g|webp|gif|avif)$/i;

/** One picture with a file as output; or several, or a folder's, with a folder as output. Throws UsageError. */
export async function readItems(contents: string[], output: string, report: string | null): Promise<Items> {
  const found = await Promise.all(contents.map(picturesAt));
  if (found.length === 1 && typeof found[0] === 'string') return { items: [await singleItem(found[0], output, report)], folder: null };
  if (report) throw new UsageError('--report goes with one picture; several get NAME.json beside NAME.png.');
  const items = found.flat().map((content) => batchItem(content, output));
  assertDistinct(items);
  if (output.toLowerCase().endsWith('.png') || (await stat(output).catch(() => null))?.isFile()) {
    throw new UsageError(`--output must name a folder for several pictures, not ${output}.`);
  }
  return { items, folder: output };
}

/** The path of a file; of a folder the paths of its pictures. */
async function picturesAt(path: string): Promise<string | string[]> {
  const stats = await stat(path).catch(() => null);
  if (!stats) throw new UsageError(`--content: there is no readable file ${path}.`);
  if (!stats.isDirectory()) return path;
  const names = (await readdir(path)).filter((name) => PICTURE.test(name)).sort();
  if (names.length === 0) throw new UsageError(`--content: the folder ${path} holds no PNG, JPEG, WebP, GIF or AVIF files.`);
  return names.map((name) => join(path, name));
}

async function singleItem(content: string, output: string, report: string | null): Promise<Item> {
  if (!output.toLowerCase().endsWith('.png')) throw new UsageError('--output must end in .png: the picture is written as PNG.');
  await assertWritable('output', output);
  if (report) await assertWritable('report', report);
  return { content, output, report };
}

function batchItem(content: string, folder: string): Item {
  const name = basename(content, extname(content));
  return { content, output: join(folder, `${name}.png`), report: join(folder, `${name}.json`) };
}

/** No result takes the place of another one, nor of a picture that is still to be read. */
function assertDistinct(items: Item[]): void {
  const outputs = items.map(({ output }) => resolve(output).toLowerCase());
  const twice = items.find((_, i) => outputs.indexOf(outputs[i]) !== i);
  if (twice) throw new UsageError(`--content: two pictures would be written to ${twice.output}; rename one of them.`);
  const contents = new Set(items.map(({ content }) => resolve(content).toLowerCase()));
  const lost = items.find((_, i) => contents.has(outputs[i]));
  if (lost) throw new UsageError(`--output: ${lost.output} is one of the pictures; name another folder.`);
}
