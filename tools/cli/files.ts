import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from './options';

export async function readInput(flag: string, path: string): Promise<Buffer> {
  return readFile(path).catch(() => {
    throw new UsageError(`--${flag}: there is no readable file ${path}.`);
  });
}

export async function readPicture(flag: string, path: string): Promise<Buffer> {
  const bytes = await readInput(flag, path);
  if (bytes.length === 0) throw new UsageError(`--${flag}: the file ${path} is empty; choose another one.`);
  return bytes;
}

/** Complains before any work is done if a file can't be written later. */
export async function assertWritable(flag: string, path: string): Promise<void> {
  const folder = dirname(resolve(path));
  await access(folder).catch(() => {
    throw new UsageError(`--${flag}: the folder ${folder} does not exist; make it first.`);
  });
  const existing = await stat(path).catch(() => null);
  if (existing?.isDirectory()) throw new UsageError(`--${flag}: ${path} is a folder; name a file in it.`);
}

/** A reader never sees half a file: it is written aside and then renamed. */
export async function writeWhole(path: string, data: Buffer | string): Promise<void> {
  const aside = join(dirname(resolve(path)), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeFile(aside, data);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

export async function ensureFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch(() => {
    throw new UsageError(`The folder ${path} can't be made; name another one.`);
  });
}
