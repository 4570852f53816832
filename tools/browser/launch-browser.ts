import puppeteer, { type Browser } from 'puppeteer';
import { ensureChromium } from './find-chromium';

/** A plain Chromium without the extension; www.photopea.com leads to this machine, so that its mock has the right address. */
export async function launchBrowser(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await ensureChromium(() => undefined),
    pipe: true,
    defaultViewport: { width: 1280, height: 800 },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--host-resolver-rules=MAP www.photopea.com 127.0.0.1',
      '--disable-background-networking',
      '--no-first-run',
      '--enable-unsafe-swiftshader',
    ],
  });
}
