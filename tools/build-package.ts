/** `npm run build:package`: what `npm pack` adds to the built extension, the command and the library for web pages. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { build, type BuildOptions } from 'esbuild';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { inPackage, PACKAGE_ROOT } from './package-root';

const COMMAND = inPackage('dist/command');
const LIBRARY = inPackage('dist/nst');
const { dependencies } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as { dependencies: Record<string, string> };

const COMMON: BuildOptions = {
  absWorkingDir: PACKAGE_ROOT,
  bundle: true,
  format: 'esm',
  minify: true,
  logLevel: 'warning',
};

/** TensorFlow.js looks for these where it finds itself in Node. */
const NODE_OF_OLD = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url), __dirname = import.meta.dirname;`;

function buildCommand(): Promise<unknown> {
  return build({
    ...COMMON,
    entryPoints: { brushover: 'tools/stylize.ts' },
    outdir: COMMAND,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    target: 'node20',
    // Puppeteer is puppeteer-core and a download at installation, which an installed package spares its users.
    alias: { puppeteer: 'puppeteer-core' },
    // Installed beside the package; webgpu by those who want it.
    external: [...Object.keys(dependencies), 'webgpu'],
    banner: { js: NODE_OF_OLD },
  });
}

/** A file each: bundlers of web pages, such as Vite, take no Worker that loads further files. */
function buildLibrary(): Promise<unknown> {
  return build({
    ...COMMON,
    entryPoints: ['src/library/index.ts', 'src/library/worker.ts'],
    outdir: LIBRARY,
    platform: 'browser',
    target: 'es2022',
  });
}

/** In one file: relative imports without endings, as the compiler writes them, fail under `nodenext`. */
async function buildTypes(): Promise<void> {
  const bundle = await rollup({
    input: inPackage('src/library/index.ts'),
    plugins: [dts({ tsconfig: inPackage('src/library/tsconfig.json') })],
  });
  await bundle.write({ file: `${LIBRARY}/index.d.ts`, format: 'es' });
  await bundle.close();
}

for (const folder of [COMMAND, LIBRARY]) await rm(folder, { recursive: true, force: true });
await Promise.all([buildCommand(), buildLibrary(), buildTypes()]);
