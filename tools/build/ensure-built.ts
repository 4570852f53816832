import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inPackage, PACKAGE_ROOT } from '../package-root';

const OUTPUT = inPackage('dist/chrome/manifest.json');
/** A checkout has it; an installed package comes built. */
const BUILD_CONFIGURATION = inPackage('rollup.config.ts');
/** All that the build reads; a test compares it with what the build imports. */
export const BUILD_SOURCES = [
  'src',
  'models',
  'styles',
  'manifest.json',
  'rollup.config.ts',
  'tools/build',
  'tools/build-kernels.ts',
  'tools/kernels',
  'package-lock.json',
];

/** Set by whoever built it for all that run at once: another build would take the files from under running browsers. */
export const BUILT_FOR_ALL = 'BRUSHOVER_IS_BUILT';

/** Builds the extension unless the last build is newer than every source. */
export async function ensureBuilt(): Promise<void> {
  if (process.env[BUILT_FOR_ALL] || !existsSync(BUILD_CONFIGURATION)) return;
  const sources = BUILD_SOURCES.map(inPackage).filter((path) => existsSync(path));
  if (existsSync(OUTPUT) && statSync(OUTPUT).mtimeMs > Math.max(...sources.map(newest))) return;
  build();
}

export function build(): void {
  try {
    execFileSync(
      process.execPath,
      ['node_modules/rollup/dist/bin/rollup', '-c', 'rollup.config.ts', '--configPlugin', 'esbuild', '--silent'],
      {
        cwd: PACKAGE_ROOT,
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
      },
    );
  } catch (error) {
    const details = error && typeof error === 'object' && 'stderr' in error ? String(error.stderr) : '';
    throw new Error(`The build failed; run \`npm run build\` to see why. ${details}`.trim());
  }
}

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}
