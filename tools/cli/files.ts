import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
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

export async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}
