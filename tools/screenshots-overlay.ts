/**
 * `npm run screenshots:overlay`: draws docs/overlay/*.png, “Quick stylize” on a page from the preview to what is kept, on pictures of
 * several sizes and places, with the real extension. `-- --language de --folder out/de` shows it in another language.
 */
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build/ensure-built';
import { launchExtension } from './browser/launch-extension';
import { look, saveScreenshot } from './browser/screenshot';
import { servePages } from './editors/serve-pages';
import { chooseMenu, inOverlay, openPictures, quickItem, type PageOfPictures } from './previews/page-of-pictures';

const WIDE = { width: 900, height: 560 };
const NARROW = { width: 360, height: 640 };
/** Where a page may have a picture. */
const PLACES: Record<string, string> = {
  small: 'width: 72px; height: 72px; position: absolute; left: 400px; top: 120px; z-index: 1;',
  large: 'width: 1400px; height: 900px; position: absolute; left: 0; top: 0; z-index: 1; border-radius: 0;',
  edge: 'width: 260px; height: 180px; position: absolute; right: -70px; top: 300px; z-index: 1;',
};

const { values } = parseArgs({
  options: { language: { type: 'string', default: 'en' }, folder: { type: 'string', default: 'docs/overlay' } },
});

async function main(): Promise<void> {
  await ensureBuilt();
  const pages = await servePages();
  const extension = await launchExtension({ headless: true, viewport: WIDE, language: values.language });
  try {
    const pictures = await openPictures(extension, `${pages.url}/pictures/`);
    await photographRun(pictures);
    for (const [name, style] of Object.entries(PLACES)) await photographAt(pictures, name, style);
  } finally {
    await extension.close();
    await pages.close();
  }
}

async function photographRun(pictures: PageOfPictures): Promise<void> {
  await quick(pictures);
  await inOverlay(pictures, of('compare'), '=46');
  await save(pictures, 'before');
  await inOverlay(pictures, of('refine'), 'click');
  await inOverlay(pictures, `${of('words')}[data-fraction]:not([data-fraction="0"])`);
  await save(pictures, 'during', 'dark');
  await inOverlay(pictures, of('pause'), 'click');
  await inOverlay(pictures, of('continue'));
  await save(pictures, 'paused-360', 'light', NARROW);
  await inOverlay(pictures, of('continue'), 'click');
  await inOverlay(pictures, `${of('controls')}[data-status="running"] ${of('stop')}:not([aria-busy="true"])`, 'click');
  await inOverlay(pictures, `${of('controls')}[data-status="done"]`);
  await inOverlay(pictures, `${of('larger')} small`);
  await save(pictures, 'after');
  await inOverlay(pictures, of('keep'), 'click');
  await inOverlay(pictures, of('reopen'));
  await save(pictures, 'kept');
  await inOverlay(pictures, of('reopen'), 'click');
  await inOverlay(pictures, of('undo'), 'click');
  await inOverlay(pictures, of('notice'));
  await save(pictures, 'undone');
}

async function photographAt(pictures: PageOfPictures, name: string, style: string): Promise<void> {
  await pictures.page.$eval('#plain', (node, css) => node.setAttribute('style', css), style);
  await quick(pictures);
  await save(pictures, name);
  await inOverlay(pictures, of('undo'), 'click');
}

async function quick(pictures: PageOfPictures): Promise<void> {
  const src = await pictures.page.$eval('#plain', (node) => (node as HTMLImageElement).currentSrc);
  await chooseMenu(pictures, '#plain', quickItem('Woodblock waves', 'woodblock-waves.jpg'), src);
  await inOverlay(pictures, `${of('controls')}[data-painting="false"]`);
  await inOverlay(pictures, `${of('refine')} small`);
}

async function save(pictures: PageOfPictures, name: string, theme: 'light' | 'dark' = 'light', size = WIDE): Promise<void> {
  const { page } = pictures;
  await page.setViewport(size);
  await look(page, theme);
  // It follows its picture with the next frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await saveScreenshot(`${values.folder}/${name}.png`, page);
  await page.setViewport(WIDE);
}

function of(id: string): string {
  return `[data-testid="overlay-${id}"]`;
}

void main();
