import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PNG } from 'pngjs';
import type { Page, ScreenshotClip } from 'puppeteer';

/** What a picture in the documents may take. */
const MOST_BYTES = 250_000;

/** Day or night; nothing is photographed half-way through a transition. */
export async function look(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/** With as many levels of colour as fit into the size that documents may have. */
export async function saveScreenshot(path: string, page: Page, clip?: ScreenshotClip): Promise<void> {
  const shot = PNG.sync.read(Buffer.from(await page.screenshot({ type: 'png', clip })));
  for (const step of [1, 4, 8, 12, 16, 24, 32]) {
    const file = PNG.sync.write(withSteps(shot, step), { deflateLevel: 9, colorType: 2 });
    if (file.length > MOST_BYTES) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file);
    console.log(`${path}, ${Math.round(file.length / 1024)} KB`);
    return;
  }
  throw new Error(`${path} stays larger than ${MOST_BYTES / 1000} KB; photograph less of it.`);
}

function withSteps(image: PNG, step: number): PNG {
  const copy = new PNG({ width: image.width, height: image.height });
  copy.data = Buffer.from(image.data.map((value, i) => (i % 4 === 3 ? 255 : Math.min(255, Math.round(value / step) * step))));
  return copy;
}
