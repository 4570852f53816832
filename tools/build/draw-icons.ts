/** Draws src/icons/*.png from src/icons/icon.svg; run it after changing the drawing. */
import { readFile } from 'node:fs/promises';
import puppeteer from 'puppeteer';
import { ensureChromium } from '../browser/find-chromium';

const SIZES = [16, 32, 48, 128];

const svg = await readFile('src/icons/icon.svg', 'utf8');
const browser = await puppeteer.launch({
  executablePath: await ensureChromium(console.error),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: `src/icons/${size}.png`, omitBackground: true });
}
await browser.close();
