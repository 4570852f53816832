import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const COMMANDS = ['firefox-esr', 'firefox'];
const PLACES = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];

/** A Firefox on this machine; null if there is none. FIREFOX_PATH goes before everything. */
export function findFirefox(): string | null {
  const given = process.env.FIREFOX_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`FIREFOX_PATH is ${given}, but no file is there; correct it or unset it.`);
  }
  for (const command of COMMANDS) {
    const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.split(/\r?\n/)[0];
  }
  return PLACES.find((place) => existsSync(place)) ?? null;
}
