import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build } from 'esbuild';

/** npm runs scripts in the project's folder. */
const ROOT = process.cwd();
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
};

export interface PanelServer {
  /** Of panel.html. */
  url: string;
  close(): Promise<void>;
}

/** Serves the panel as the extension would, with the fake extension in front of it. */
export async function servePanel(): Promise<PanelServer> {
  const script = await bundlePanel();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const type = TYPES[extname(pathname)] ?? 'application/octet-stream';
    contentOf(pathname, script).then(
      (content) => response.writeHead(200, { 'content-type': type }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/panel/panel.html`, close: () => closed(server) };
}

async function bundlePanel(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "import './test/browser/panel/fake-extension'; import './src/panel/index';",
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  return outputFiles[0].text;
}

async function contentOf(path: string, script: string): Promise<Buffer | string> {
  if (path === '/panel/index.js') return script;
  if (path === '/panel/photo.jpg') return readFile(join(ROOT, 'test/fixtures/photos/photo-cat.jpg'));
  return readFile(join(ROOT, path.startsWith('/styles/') ? path : `src${path}`));
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
