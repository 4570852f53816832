import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of Brushover's package.json, whatever folder a command is run in: a checkout's, or an installed package's. */
export const PACKAGE_ROOT = rootAround(dirname(fileURLToPath(import.meta.url)));

/** A path of the package, such as "dist/chrome". */
export function inPackage(path: string): string {
  return join(PACKAGE_ROOT, path);
}

function rootAround(folder: string): string {
  const isRoot = existsSync(join(folder, 'package.json')) || dirname(folder) === folder;
  return isRoot ? folder : rootAround(dirname(folder));
}

/** One of the extension's files, such as "models/vgg16/manifest.json": from the sources, or, where those are not, from what they were built to. */
export async function readExtensionFile(path: string): Promise<ArrayBuffer> {
  const source = inPackage(path);
  return Uint8Array.from(await readFile(existsSync(source) ? source : inPackage(join('dist/chrome', path)))).buffer;
}
