import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Plugin } from 'rollup';
import { firefoxManifest, type Manifest } from './firefox-manifest';

export const CHROME_FOLDER = 'dist/chrome';
export const FIREFOX_FOLDER = 'dist/firefox';

const CHROME_ONLY = [
  // Firefox has no offscreen documents.
  'offscreen/index.html',
  'offscreen/index.js',
  // Its extension pages get no shared memory, so there are no threads.
  'engines/wasm/thread.js',
  'engines/wasm/kernels-shared.wasm',
  'engines/wasm/kernels-relaxed-shared.wasm',
  // The page that serves the command line, which drives Chromium.
  'headless',
];
const FIREFOX_ONLY = ['offscreen/in-panel.js'];

/** Both browsers run the same scripts: dist/firefox differs in its manifest, in what is left out, and in one script of the panel. */
export function deriveFirefox(): Plugin {
  return {
    name: 'derive-firefox',
    async writeBundle() {
      await rm(FIREFOX_FOLDER, { recursive: true, force: true });
      await cp(CHROME_FOLDER, FIREFOX_FOLDER, { recursive: true, filter: (path) => !CHROME_ONLY.includes(relative(CHROME_FOLDER, path)) });
      await change('manifest.json', (text) => `${JSON.stringify(firefoxManifest(JSON.parse(text) as Manifest), null, 2)}\n`);
      await change('panel/panel.html', addWorkerOwner);
      await Promise.all(FIREFOX_ONLY.map((path) => rm(join(CHROME_FOLDER, path))));
    },
  };
}

/** The script that owns the Workers listens before the panel asks for anything. */
function addWorkerOwner(html: string): string {
  const panel = '<script type="module" src="index.js"></script>';
  if (!html.includes(panel)) throw new Error(`panel.html has no ${panel}.`);
  return html.replace(panel, `<script type="module" src="../offscreen/in-panel.js"></script>\n    ${panel}`);
}

async function change(path: string, edit: (text: string) => string): Promise<void> {
  const file = join(FIREFOX_FOLDER, path);
  await writeFile(file, edit(await readFile(file, 'utf8')));
}
