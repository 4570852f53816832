import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import resolve from '@rollup/plugin-node-resolve';
import type { Plugin, RollupOptions } from 'rollup';
import esbuild, { minify } from 'rollup-plugin-esbuild';
import { CHROME_FOLDER, deriveFirefox } from './tools/build/derive-firefox';
import { translatedManifest } from './tools/build/translated-manifest';

const OUTPUT = CHROME_FOLDER;

/** Files that go into the extension as they are. */
const COPIED_FILES: Record<string, string> = {
  _locales: '_locales',
  'src/offscreen/index.html': 'offscreen/index.html',
  'src/panel/panel.html': 'panel/panel.html',
  'src/panel/css': 'panel/css',
  'src/options/options.html': 'options/options.html',
  'src/options/css': 'options/css',
  'src/ui/css': 'ui/css',
  'node_modules/uplot/dist/uPlot.min.css': 'panel/css/uplot.css',
  'src/headless/index.html': 'headless/index.html',
  models: 'models',
  styles: 'styles',
  'src/icons': 'icons',
  'node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm': 'engines/tfjs/tfjs-backend-wasm-simd.wasm',
  'node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm': 'engines/tfjs/tfjs-backend-wasm.wasm',
};

function copyFiles(files: Record<string, string>): Plugin {
  return {
    name: 'copy-files',
    async writeBundle() {
      for (const [from, to] of Object.entries(files)) {
        await mkdir(dirname(join(OUTPUT, to)), { recursive: true });
        await cp(from, join(OUTPUT, to), { recursive: true, preserveTimestamps: false });
      }
      await writeFile(join(OUTPUT, 'manifest.json'), translatedManifest(await readFile('manifest.json', 'utf8')));
    },
  };
}

/** Emscripten's output, and geotiff, ask for Node's modules in branches that never run in a browser. */
function emptyNodeModules(names: readonly string[]): Plugin {
  return {
    name: 'empty-node-modules',
    resolveId: (source) => (names.includes(source) ? `\0empty:${source}` : null),
    load: (id) => (id.startsWith('\0empty:') ? 'export default {};' : null),
  };
}

/** The WebAssembly engine's kernels, compiled from AssemblyScript. */
function compileKernels(directory: string): Plugin {
  return {
    name: 'compile-kernels',
    writeBundle() {
      execFileSync(process.execPath, ['--import', 'tsx', 'tools/build-kernels.ts', directory], { stdio: ['ignore', 'ignore', 'inherit'] });
    },
  };
}

function cleanOutput(): Plugin {
  return {
    name: 'clean-output',
    async buildStart() {
      await rm(OUTPUT, { recursive: true, force: true });
    },
  };
}

const contexts: RollupOptions = {
  input: {
    'background/index': 'src/background/index.ts',
    'offscreen/index': 'src/offscreen/index.ts',
    'offscreen/in-panel': 'src/offscreen/in-panel.ts',
    'offscreen/worker': 'src/offscreen/worker.ts',
    'offscreen/preview-worker': 'src/offscreen/previews/preview-worker.ts',
    'offscreen/optimized-preview-worker': 'src/offscreen/previews/optimized-preview-worker.ts',
    'offscreen/explorer-worker': 'src/offscreen/explorer/explorer-worker.ts',
    'offscreen/mask-worker': 'src/offscreen/masks/mask-worker.ts',
    'offscreen/network-worker': 'src/offscreen/networks/network-worker.ts',
    'headless/index': 'src/headless/index.ts',
    'panel/index': 'src/panel/index.tsx',
    'options/index': 'src/options/index.tsx',
  },
  output: { dir: OUTPUT, format: 'es', chunkFileNames: 'chunks/[name]-[hash].js', sourcemap: false },
  plugins: [
    cleanOutput(),
    emptyNodeModules(['fs', 'path', 'worker_threads', 'perf_hooks', 'os', 'http', 'https', 'url']),
    resolve({ browser: true, extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] }),
    commonjs(),
    json(),
    esbuild({ target: 'es2022', jsx: 'automatic', jsxImportSource: 'preact' }),
    minify(),
    copyFiles(COPIED_FILES),
  ],
  onwarn(warning, warn) {
    // TensorFlow.js' own modules import each other in circles and use `this` at top level; both are harmless.
    if (warning.code === 'CIRCULAR_DEPENDENCY' || warning.code === 'THIS_IS_UNDEFINED') return;
    warn(warning);
  },
};

/** A helper thread of the WebAssembly engine: one file, started for each core. */
const kernelThread: RollupOptions = {
  input: 'src/nst/engines/wasm/thread.ts',
  output: { file: `${OUTPUT}/engines/wasm/thread.js`, format: 'es' },
  plugins: [resolve({ extensions: ['.ts', '.js'] }), esbuild({ target: 'es2022' }), minify(), compileKernels(`${OUTPUT}/engines/wasm`)],
};

/** Runs in the editors' pages: one plain script without imports. */
const pageScript: RollupOptions = {
  input: 'src/editors/page/page-script.ts',
  output: { file: `${OUTPUT}/editors/page.js`, format: 'iife' },
  plugins: [resolve({ extensions: ['.ts', '.js'] }), esbuild({ target: 'es2022' }), minify(), deriveFirefox()],
};

/** Runs beside any page's own scripts, apart from them. */
const overlayScript: RollupOptions = {
  input: 'src/overlay/index.tsx',
  output: { file: `${OUTPUT}/overlay/overlay.js`, format: 'iife' },
  plugins: [
    resolve({ browser: true, extensions: ['.ts', '.tsx', '.mjs', '.js'] }),
    esbuild({ target: 'es2022', jsx: 'automatic', jsxImportSource: 'preact' }),
    minify(),
  ],
};

// The last one also makes dist/firefox of the whole.
export default [contexts, kernelThread, overlayScript, pageScript];
