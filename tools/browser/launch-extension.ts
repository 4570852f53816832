import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Extension, type Page } from 'puppeteer';
import { inPackage } from '../package-root';
import { ensureChromium } from './find-chromium';

export const EXTENSION_FOLDER = inPackage('dist/chrome');

export interface RunningExtension {
  browser: Browser;
  extension: Extension;
  /** The origin of its pages, "chrome-extension://…". */
  origin: string;
  openPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  headless: boolean;
  tell?: (line: string) => void;
  /** More command-line switches for the browser. */
  switches?: string[];
  /** Of the browser, such as "de"; English unless told. */
  language?: string;
  /** Null: as the window is, which a picture of the screen needs. */
  viewport?: { width: number; height: number } | null;
  /** A folder for the browser's profile, which another browser can use later; left out: a fresh one. */
  profile?: string;
  /** Whether SIGINT and SIGTERM close the browser and end the program, as they do unless told. */
  handlesSignals?: boolean;
}

/** Starts a browser with the built extension in it. */
export async function launchExtension({
  headless,
  tell = () => undefined,
  switches = [],
  language = 'en',
  viewport,
  profile,
  handlesSignals = true,
}: LaunchOptions): Promise<RunningExtension> {
  if (!existsSync(join(EXTENSION_FOLDER, 'manifest.json'))) {
    throw new Error('The extension is not built yet; run `npm run build` first.');
  }
  const browser = await puppeteer.launch({
    executablePath: await ensureChromium(tell),
    headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    handleSIGINT: handlesSignals,
    handleSIGTERM: handlesSignals,
    defaultViewport: viewport === undefined && headless ? { width: 1280, height: 800 } : (viewport ?? null),
    // Chromium on Linux asks its environment, elsewhere the switch.
    env: { ...process.env, LANGUAGE: language },
    protocolTimeout: 3_600_000,
    args: [...sandboxSwitches(), ...QUIET_SWITCHES, `--lang=${language}`, ...switches],
  });
  const extension = await install(browser);
  const origin = `chrome-extension://${extension.id}`;
  return {
    browser,
    extension,
    origin,
    async openPage(path) {
      const page = await browser.newPage();
      await page.goto(`${origin}/${path}`);
      return page;
    },
    close: () => browser.close(),
  };
}

/** Nothing is looked up or downloaded behind the user's back; software WebGL stays available without a GPU. */
const QUIET_SWITCHES = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--enable-unsafe-swiftshader',
];

/** Chromium's sandbox can't start as root. */
function sandboxSwitches(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

async function install(browser: Browser): Promise<Extension> {
  const id = await browser.installExtension(EXTENSION_FOLDER);
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error('The browser did not load the extension; use Chrome or Chromium 138 or newer.');
  return extension;
}
