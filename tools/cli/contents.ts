/** Which pictures a command line stylises, and where each result goes. */
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, isAbsolute, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { ListedPicture } from './list';
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

const PICTURE = /^[^.].*\.(png|apng|jpe?g|jpe|jfif|pjpe?g|pjp|webp|gif|avif|bmp|ico|tiff?|svg|jxl)$/i;
/** Pictures as well, but none that a browser shows. */
const OTHER_PICTURE = /^[^.].*\.(hei[cf]|psd|psb|xcf|ora|kra|jp2|svgz|dng|cr[23w]|nef|arw|raf|orf|rw2|exr|hdr|tga|ppm)$/i;

/** One picture with a file as output; or several, a folder's or a pattern's, with a folder as output. Throws UsageError before anything is written. */
export async function readItems(contents: string[], output: string, others: Others): Promise<Items> {
  const found = await Promise.all(contents.map(picturesAt));
  const single = found.length === 1 && !found[0].isMany;
  const pictures = found.flatMap(({ paths }) => paths);
  const items = single
    ? [{ content: contents[0], output, report: others.report }]
    : pictures.map((content) => batchItem(content, output, others.form));
  await (single ? assertSingle(items[0]) : assertBatch(output, others.report));
  return checked({ items, folder: single ? null : output, leftOut: found.flatMap(({ leftOut }) => leftOut) }, others);
}

/** The pictures of a list, always with a folder as output. Throws UsageError before anything is written. */
export async function readListed(listed: readonly ListedPicture[], output: string, others: Others): Promise<Items> {
  const items = listed.map(({ content, name }) => batchItem(content, output, others.form, name ?? undefined));
  await assertBatch(output, others.report);
  return checked({ items, folder: output, leftOut: [] }, others);
}

/** Nothing that is read, or was not made here, would be written over. */
async function checked(all: Items, others: Others): Promise<Items> {
  const { items } = all;
  const written = targetsOf(items, all.folder === null);
  const read = items.map(({ content }) => ({ flag: 'content', path: content }));
  const targets = [...written, ...others.targets];
  await assertApart(targets, others.inputs);
  const outputs = new Set(items.map((item) => item.output));
  await assertApart(others.overwrite ? targets.filter(({ path }) => !outputs.has(path)) : targets, read);
  if (!others.overwrite && !others.skipFinished) await Promise.all(written.map(assertReplaceable));
  return all;
}

interface Found {
  paths: string[];
  leftOut: string[];
  /** Whether there may be any number of them. */
  isMany: boolean;
}

/** The path of a file; of a folder, or of all that fits a pattern, the paths of its pictures. */
async function picturesAt(path: string): Promise<Found> {
  const stats = await stat(path).catch(() => null);
  if (stats?.isDirectory()) return picturesAmong(await filesIn(path), `the folder ${path} holds`);
  if (stats) return { paths: [path], leftOut: [], isMany: false };
  // A file whose name looks like a pattern was found above.
  if (!isDynamicPattern(path)) throw new UsageError(`--content: there is no readable file ${path}.`);
  return picturesAmong(await filesLike(path), `the pattern ${path} finds`);
}

function picturesAmong(files: readonly string[], theseHold: string): Found {
  const filesOf = (kind: RegExp): string[] => files.filter((file) => kind.test(basename(file)));
  const paths = filesOf(PICTURE);
  if (paths.length === 0) throw new UsageError(`--content: ${theseHold} no PNG, JPEG, WebP, GIF, AVIF, TIFF, SVG or BMP files.`);
  return { paths, leftOut: filesOf(OTHER_PICTURE), isMany: true };
}

/** In order; a folder may be called like a picture, and a link may lead to a file. */
async function filesIn(folder: string): Promise<string[]> {
  const paths = (await readdir(folder)).sort().map((name) => join(folder, name));
  const isFolder = await Promise.all(paths.map(async (path) => (await stat(path).catch(() => null))?.isDirectory() ?? false));
  return paths.filter((_, i) => !isFolder[i]);
}

/** In order; patterns are written with slashes, also where paths are not. */
async function filesLike(pattern: string): Promise<string[]> {
  const slashed = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  return (await glob(slashed, { absolute: isAbsolute(pattern), expandDirectories: false })).sort();
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

function batchItem(content: string, folder: string, { format }: OutputForm, name = basename(content, extname(content))): Item {
  return { content, output: join(folder, `${name}${endingOf(format)}`), report: join(folder, `${name}.json`) };
}

function targetsOf(items: readonly Item[], single: boolean): NamedFile[] {
  return items.flatMap(({ output, report }) => [
    { flag: 'output', path: output },
    ...(report === null ? [] : [{ flag: single ? 'report' : 'output', path: report }]),
  ]);
}
