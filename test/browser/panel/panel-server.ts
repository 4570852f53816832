import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { serveLocally } from '../../../tools/local-server';

/** npm runs scripts in the project's folder. */
const ROOT = process.cwd();

export interface PanelServer {
  /** Of panel.html. */
  url: string;
  close(): Promise<void>;
}

/** Serves the panel as the extension would, with the fake extension in front of it. */
export async function servePanel(): Promise<PanelServer> {
  const script = await bundlePanel();
  const server = await serveLocally((path) => contentOf(path, script));
  return { url: `${server.url}/panel/panel.html`, close: server.close };
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
  if (path === '/panel/css/uplot.css') return readFile(join(ROOT, 'node_modules/uplot/dist/uPlot.min.css'));
  return readFile(join(ROOT, /^\/(styles|_locales)\//.test(path) ? path : `src${path}`));
}
