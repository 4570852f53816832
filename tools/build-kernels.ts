import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileKernels, KERNEL_BUILDS } from './kernels/compile-kernels';
import { kernelCacheDirectory } from './kernels/kernel-files';

/** Compiles the WebAssembly engine's kernels into a directory, from a cache if their sources are unchanged; returns the files' paths. */
export async function buildKernels(outputDirectory: string): Promise<string[]> {
  const cache = kernelCacheDirectory();
  await fillCache(cache);
  await mkdir(outputDirectory, { recursive: true });
  const files = KERNEL_BUILDS.map(({ fileName }) => path.join(outputDirectory, fileName));
  if (path.resolve(outputDirectory) === cache) return files;
  for (const file of files) await copyFile(path.join(cache, path.basename(file)), file);
  return files;
}

async function fillCache(cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  for (const build of KERNEL_BUILDS) {
    const file = path.join(cache, build.fileName);
    if (!existsSync(file)) await writeWhole(file, await compileKernels(build));
  }
}

/** Nobody sees half a file, even where two builds run at once. */
async function writeWhole(file: string, contents: Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, contents);
  await rename(unfinished, file);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [outputDirectory] = process.argv.slice(2);
  if (!outputDirectory) throw new Error('Give the directory to write the kernels to: tsx tools/build-kernels.ts DIRECTORY');
  for (const file of await buildKernels(outputDirectory)) console.log(file);
}
