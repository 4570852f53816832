/** Which pictures a command line stylises, and where each result goes. */
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { UsageError } from './options';
import { isLayeredName } from './layer-order';
import { endingOf, formatOf, type OutputForm } from './output/format';
import { assertApart, assertReplaceable, assertWritable, assertWritableFolder, type NamedFile } from './targets';

export interface Item {
  content: string;
  output: string;
  report: string | null;
}

export interface Items {
  items: Item[];
  /** The folder of a batch; null where there is one picture. */
  folder: string | null;
  /** Pictures of the batch's folders in formats that can't be read. */
  leftOut: string[];
}

/** What goes in and out beside the contents, and how. */
export interface Others {
  form: OutputForm;
  /** Files that Brushover did not make may be replaced, also the contents themselves. */
  overwrite: boolean;
  /** Those that are there are left as they are. */
  skipFinished: boolean;
  report: string | null;
  inputs: readonly NamedFile[];
  targets: readonly NamedFile[];
}

const PICTURE = /^[^.].*\.(png|apng|jpe?g|jpe|jfif|pjpe?g|pjp|webp|gif|avif|bmp|ico)$/i;
/** Pictures as well, but none that a browser shows. */
const OTHER_PICTURE = /^[^.].*\.(tiff?|hei[cf]|psd|xcf|ora|kra|jp2|jxl|svgz?|dng|cr[23w]|nef|arw|raf|orf|rw2|exr|hdr|tga|ppm)$/i;

/** One picture with a file as output; or several, or a folder's, with a folder as output. Throws UsageError before anything is written. */
export async function readItems(contents: string[], output: string, others: Others): Promise<Items> {
  const found = await Promise.all(contents.map(picturesAt));
  const single = found.length === 1 && found[0].folder === null;
  const pictures = found.flatMap(({ paths }) => paths);
  const items = single
    ? [{ content: contents[0], output, report: others.report }]
    : pictures.map((content) => batchItem(content, output, others.form));
  await (single ? assertSingle(items[0]) : assertBatch(output, others.report));
  const read = items.map(({ content }) => ({ flag: 'content', path: content }));
  const targets = [...targetsOf(items, single), ...others.targets];
  await assertApart(targets, others.inputs);
  const outputs = new Set(items.map((item) => item.output));
  await assertApart(others.overwrite ? targets.filter(({ path }) => !outputs.has(path)) : targets, read);
  if (!others.overwrite && !others.skipFinished) await Promise.all(targetsOf(items, single).map(assertReplaceable));
  return { items, folder: single ? null : output, leftOut: found.flatMap(({ leftOut }) => leftOut) };
}

interface Found {
  paths: string[];
  leftOut: string[];
  folder: string | null;
}

/** The path of a file; of a folder the paths of its pictures. */
async function picturesAt(path: string): Promise<Found> {
  const stats = await stat(path).catch(() => null);
  if (!stats) throw new UsageError(`--content: there is no readable file ${path}.`);
  if (!stats.isDirectory()) return { paths: [path], leftOut: [], folder: null };
  const names = await filesIn(path);
  const pathsOf = (kind: RegExp): string[] => names.filter((name) => kind.test(name)).map((name) => join(path, name));
  const paths = pathsOf(PICTURE);
  if (paths.length === 0) throw new UsageError(`--content: the folder ${path} holds no PNG, JPEG, WebP, GIF, AVIF or BMP files.`);
  return { paths, leftOut: pathsOf(OTHER_PICTURE), folder: path };
}

/** In order; a folder may be called like a picture, and a link may lead to a file. */
async function filesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  const isFolder = await Promise.all(names.map(async (name) => (await stat(join(folder, name)).catch(() => null))?.isDirectory() ?? false));
  return names.filter((_, i) => !isFolder[i]);
}

async function assertSingle({ content, output, report }: Item): Promise<void> {
  if (!formatOf(output) && !isLayeredName(output)) {
    throw new UsageError('--output must end in .png, .jpg or .webp, which says how the picture is written, or in .psd or .ora.');
  }
  if (isLayeredName(output) && extname(output).toLowerCase() !== extname(content).toLowerCase()) {
    throw new UsageError(`--output: ${output} would hold the layers of ${content}; give it the same ending, or end it in .png.`);
  }
  await assertWritable('output', output);
  if (report) await assertWritable('report', report);
}

async function assertBatch(output: string, report: string | null): Promise<void> {
  if (report) throw new UsageError('--report goes with one picture; several get NAME.json beside their pictures.');
  const existing = await stat(output).catch(() => null);
  if (!existing?.isDirectory() && (existing || formatOf(output) || isLayeredName(output))) {
    throw new UsageError(`--output must name a folder for several pictures, not ${output}.`);
  }
  await assertWritableFolder('output', output);
}

function batchItem(content: string, folder: string, { format }: OutputForm): Item {
  const name = basename(content, extname(content));
  return { content, output: join(folder, `${name}${endingOf(format)}`), report: join(folder, `${name}.json`) };
}

function targetsOf(items: readonly Item[], single: boolean): NamedFile[] {
  return items.flatMap(({ output, report }) => [
    { flag: 'output', path: output },
    ...(report === null ? [] : [{ flag: single ? 'report' : 'output', path: report }]),
  ]);
}
