import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { build } from 'esbuild';

const PAGES = resolve('test/pages');
/** Addresses that lead out of the folder of pages. */
const FOLDERS: Record<string, string> = {
  '/photos/': resolve('test/fixtures/photos'),
  '/node_modules/': resolve('node_modules'),
};
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface PageServer {
  /** Without a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/** Serves test/pages, their libraries and the photos on this machine alone. A page's TypeScript is bundled when it is asked for. */
export async function servePages(): Promise<PageServer> {
  const bundles = new Map<string, Promise<Uint8Array>>();
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://localhost').pathname, bundles)
      .then(({ type, body }) => response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body))
      .catch((error: Error) => response.writeHead(404, { 'content-type': 'text/plain' }).end(error.message));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answer(path: string, bundles: Map<string, Promise<Uint8Array>>): Promise<{ type: string; body: Uint8Array }> {
  const file = fileOf(decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path));
  const source = sourceOf(file);
  if (source && !bundles.has(file)) bundles.set(file, bundle(source));
  const body = await (bundles.get(file) ?? readFile(file));
  return { type: TYPES[extname(file)] ?? 'application/octet-stream', body };
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
