/**
 * `npm start`: the extension in a browser, on a layered editor with a photo. Without a display, or with
 * `-- --headless`, it does the whole job itself through the panel and writes pictures of it to out/.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { captureLayer } from '../src/editors';
import { ensureBuilt } from './build/ensure-built';
import { launchExtension } from './browser/launch-extension';
import { parseFlags, UsageError } from './cli/options';
import { createProgressBar } from './cli/progress-bar';
import { openEditor, openPanel, stylizeThroughPanel } from './demo/main-job';
import { pageAccessOf } from './editors/page-access-of';
import { servePages } from './editors/serve-pages';

const DEMO_STYLE = 'starlit-swirls';
const OUTPUT = resolve('out');

async function main(): Promise<void> {
  const { headless } = parseFlags({ headless: { type: 'boolean' } }, process.argv.slice(2));
  console.log('Building the extension …');
  await ensureBuilt();
  if (headless || !hasDisplay()) await runHeadless();
  else await openForUser();
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function openForUser(): Promise<void> {
  const pages = await servePages();
  const extension = await launchExtension({ headless: false, tell: console.log });
  await openEditor(extension, `${pages.url}/konva-editor/`);
  console.log('The editor is open with a photo in it, and Brushover beside it. Close the browser to end.');
  await new Promise((closed) => extension.browser.once('disconnected', closed));
  await pages.close();
}

async function runHeadless(): Promise<void> {
  const pages = await servePages();
  const extension = await launchExtension({ headless: true, tell: console.log, viewport: { width: 1280, height: 860 } });
  try {
    const editor = await openEditor(extension, `${pages.url}/konva-editor/`);
    const panel = await openPanel(extension, editor.tabId);
    await panel.setViewport({ width: 420, height: 1040 });
    console.log('Capturing the layer, and stylising it …');
    console.log(await stylizeThroughPanel(panel, DEMO_STYLE, createProgressBar(process.stdout)));
    await mkdir(OUTPUT, { recursive: true });
    const layer = await captureLayer(pageAccessOf(editor.page));
    await writeFile(`${OUTPUT}/layer.png`, Buffer.from(await layer.image.arrayBuffer()));
    await panel.screenshot({ path: `${OUTPUT}/panel.png` });
    await editor.page.bringToFront();
    await editor.page.screenshot({ path: `${OUTPUT}/editor.png` });
    for (const name of ['layer', 'editor', 'panel']) console.log(`${OUTPUT}/${name}.png`);
  } finally {
    await extension.close();
    await pages.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
