import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Browser, computeExecutablePath, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chrome, Chromium or Edge on this machine; null if there is none. CHROME_PATH goes before everything. */
function findChromium(): string | null {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROME_PATH is ${given}, but no file is there; correct it or unset it.`);
  }
  for (const command of COMMANDS) {
    const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.split(/\r?\n/)[0];
  }
  return PLACES.find((place) => existsSync(place)) ?? null;
}

/** Finds a browser or installs one: by apt as root on Debian and Ubuntu, else a copy in the user's cache. */
export async function ensureChromium(tell: (line: string) => void): Promise<string> {
  const found = findChromium();
  if (found) return found;
  if (canUseApt()) {
    tell('No Chromium found: installing the package “chromium” with apt-get …');
    installWithApt();
    const installed = findChromium();
    if (installed) return installed;
  }
  tell('No Chromium found: downloading one …');
  return download().catch(() => {
    throw new Error('No Chrome, Chromium or Edge was found and none could be downloaded; install one, or set CHROME_PATH to it.');
  });
}

function canUseApt(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function installWithApt(): void {
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  } catch {
    // The download that follows may still work; if not, its message says what to do.
  }
}

async function download(): Promise<string> {
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error('unknown platform');
  const cacheDir = join(homedir(), '.cache', 'brushover');
  const buildId = await resolveBuildId(Browser.CHROME, platform, 'stable');
  const options = { browser: Browser.CHROME, buildId, cacheDir, platform };
  const executable = computeExecutablePath(options);
  if (!existsSync(executable)) await install(options);
  return executable;
}
