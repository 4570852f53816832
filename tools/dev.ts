/**
 * `npm run dev`: the extension in a browser, on a layered editor; each change of a source builds it and loads it anew.
 * Reload the page and open the panel again to see the change. `-- --headless` needs no display.
 */
import { existsSync, watch } from 'node:fs';
import { launchExtension, type RunningExtension } from './browser/launch-extension';
import { build, BUILD_SOURCES } from './build/ensure-built';
import { parseFlags } from './cli/options';
import { openEditor } from './demo/main-job';
import { servePages } from './editors/serve-pages';

/** An editor writes several files in one go. */
const QUIET_MS = 200;

const { headless = false } = parseFlags({ headless: { type: 'boolean' } }, process.argv.slice(2));
console.log('Building the extension …');
build();
const pages = await servePages();
const extension = await launchExtension({ headless, tell: console.log });
await openEditor(extension, `${pages.url}/konva-editor/`);
console.log('Change a source to see it here. Close the browser to end.');
const stopWatching = onChange(() => void renew(extension));
await new Promise((closed) => extension.browser.once('disconnected', closed));
stopWatching();
await pages.close();

function onChange(changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watchers = BUILD_SOURCES.filter((path) => existsSync(path)).map((path) =>
    watch(path, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(changed, QUIET_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    watchers.forEach((watcher) => watcher.close());
  };
}

/** A mistake in a source is told, and the next change tried. */
async function renew(running: RunningExtension): Promise<void> {
  try {
    const start = performance.now();
    build();
    const page = await running.openPage('panel/panel.html');
    // The page goes with the old extension, and its answer with it.
    await page.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    console.log(`Built and loaded anew in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
}
