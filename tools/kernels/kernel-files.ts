import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Relative to the project, which is where all its scripts run. */
export const ASSEMBLY_DIRECTORY = path.resolve('src/nst/engines/wasm/assembly');
const COMPILER_DIRECTORY = path.resolve('tools/kernels');

/** Where compiled kernels are kept, under the hash of what they were compiled from. */
export function kernelCacheDirectory(): string {
  return path.resolve('node_modules/.cache/brushover-kernels', kernelSourceHash());
}

/** Changes whenever the kernels or the way they are compiled do. */
function kernelSourceHash(): string {
  const hash = createHash('sha256');
  for (const directory of [ASSEMBLY_DIRECTORY, COMPILER_DIRECTORY]) {
    for (const file of filesUnder(directory)) hash.update(file).update(readFileSync(path.join(directory, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort();
}
