import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { build } from 'esbuild';
import { serveLocally, type LocalServer } from '../local-server';

const PAGES = resolve('test/pages');
/** Addresses that lead out of the folder of pages. */
const FOLDERS: Record<string, string> = {
  '/photos/': resolve('test/fixtures/photos'),
  '/node_modules/': resolve('node_modules'),
};
/** The example of docs/for-editor-authors.md, which a test page runs. */
const EXAMPLE = '/examples/for-editor-authors.js';

/** Its address ends without a slash. */
export type PageServer = LocalServer;

/** Serves test/pages, their libraries and the photos on this machine alone. A page's TypeScript is bundled when it is asked for. */
export async function servePages(): Promise<PageServer> {
  const bundles = new Map<string, Promise<Uint8Array>>();
  return serveLocally((path) => contentOf(path, bundles));
}

async function contentOf(path: string, bundles: Map<string, Promise<Uint8Array>>): Promise<Uint8Array | string> {
  if (path === EXAMPLE) return exampleOf(await readFile('docs/for-editor-authors.md', 'utf8'));
  const file = fileOf(path.endsWith('/') ? `${path}index.html` : path);
  const source = sourceOf(file);
  if (source && !bundles.has(file)) bundles.set(file, bundle(source));
  return bundles.get(file) ?? readFile(file);
}

/** The lines of code that a page of the documentation shows. */
function exampleOf(text: string): string {
  const [, example] = /^```js\n(.+?)^```$/ms.exec(text) ?? [];
  if (!example) throw new Error('The page shows no example.');
  return example;
}

function fileOf(path: string): string {
  const [prefix, folder] = Object.entries(FOLDERS).find(([start]) => path.startsWith(start)) ?? ['/', PAGES];
  const file = join(folder, path.slice(prefix.length));
  if (!file.startsWith(folder + sep)) throw new Error('No such page.');
  return file;
}

/** `main.js` is made of `main.ts` or `main.tsx`, if one of them is there. */
function sourceOf(file: string): string | undefined {
  if (extname(file) !== '.js' || existsSync(file)) return undefined;
  return ['.ts', '.tsx'].map((extension) => file.replace(/\.js$/, extension)).find(existsSync);
}

async function bundle(source: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0].contents;
}
