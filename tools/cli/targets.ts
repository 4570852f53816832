/** What a run will write, checked before it begins: nothing that is read is overwritten, and all of it can be written. */
import { constants } from 'node:fs';
import { access, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from './options';
import { recipeIn } from './recipe-in';

export interface NamedFile {
  /** As in "--output". */
  flag: string;
  path: string;
}

/** Throws UsageError where a target is one of the inputs or another target, by whatever name it goes. */
export async function assertApart(targets: readonly NamedFile[], inputs: readonly NamedFile[]): Promise<void> {
  const read = new Map<string, NamedFile>();
  for (const input of inputs) read.set(await identity(input.path), input);
  const written = new Map<string, NamedFile>();
  for (const target of targets) {
    const key = await identity(target.path);
    const lost = read.get(key);
    if (lost) throw new UsageError(`--${target.flag}: ${target.path} is read by --${lost.flag} and would be lost; name another place.`);
    const other = written.get(key);
    if (other) throw new UsageError(twice(target, other));
    written.set(key, target);
  }
}

function twice({ flag, path }: NamedFile, other: NamedFile): string {
  if (flag === other.flag) return `--content: two pictures would be written to ${path}; give one of them another name.`;
  return `--${flag}: ${path} is written by --${other.flag} already; name another place.`;
}

/** Two names of one file have one identity: links, other spellings of a path, and other cases where those are one file. */
async function identity(path: string): Promise<string> {
  const there = await stat(path).catch(() => null);
  if (there) return `${there.dev}:${there.ino}`;
  return (await wouldBe(resolve(path))).toLowerCase();
}

/** Where a file that is not there yet would lie, without links. */
async function wouldBe(path: string): Promise<string> {
  const folder = dirname(path);
  if (folder === path) return path;
  return join(await realpath(folder).catch(() => wouldBe(folder)), basename(path));
}

/** Throws UsageError where a file would be lost that Brushover did not make: its own ones hold a recipe. */
export async function assertReplaceable({ flag, path }: NamedFile): Promise<void> {
  const there = await readFile(path).catch(() => null);
  if (!there || recipeIn(there)) return;
  throw new UsageError(
    `--${flag}: ${path} is there already, and not made by Brushover; add --overwrite to replace it, or name another file.`,
  );
}

/** Throws UsageError if the file can't be written. */
export async function assertWritable(flag: string, path: string): Promise<void> {
  const folder = dirname(resolve(path));
  const around = await stat(folder).catch(() => null);
  if (!around) throw new UsageError(`--${flag}: the folder ${folder} does not exist; make it first.`);
  if (!around.isDirectory()) throw new UsageError(`--${flag}: ${folder} is a file, not a folder; name another place.`);
  await assertMayWrite(flag, folder);
  const existing = await stat(path).catch(() => null);
  if (existing?.isDirectory()) throw new UsageError(`--${flag}: ${path} is a folder; name a file in it.`);
  if (existing) await assertMayWrite(flag, path);
}

/** Throws UsageError if the folder is none, or can't be made, or takes no files. */
export async function assertWritableFolder(flag: string, path: string): Promise<void> {
  const existing = await stat(path).catch(() => null);
  if (existing?.isDirectory()) return assertMayWrite(flag, path);
  if (existing) throw new UsageError(`--${flag} must name a folder, not the file ${path}.`);
  const parent = dirname(resolve(path));
  if (parent !== resolve(path)) await assertWritableFolder(flag, parent);
}

async function assertMayWrite(flag: string, path: string): Promise<void> {
  await access(path, constants.W_OK).catch(() => {
    throw new UsageError(`--${flag}: ${path} may not be written; name another place, or allow it.`);
  });
}
