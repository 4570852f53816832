import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { CHROME_FOLDER, FIREFOX_FOLDER } from '../build/derive-firefox';

export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

const FOLDERS: Record<Target, string> = { chrome: CHROME_FOLDER, firefox: FIREFOX_FOLDER };
const PACKAGES = 'dist/packages';

/** The page that the command line drives, and the drawing that the icons are made of. */
const NOT_FOR_STORES = /^(headless\/|icons\/icon\.svg$)/;
/** The first day that a zip can name, in whatever time zone this runs: no package tells when it was made. */
const NO_TIME = new Date(1980, 0, 1);

/** Packs the built extension; returns the zip's path. The same files make the same bytes, anywhere and at any time. */
export function packExtension(target: Target): string {
  const names = filesIn(FOLDERS[target]).filter((name) => !NOT_FOR_STORES.test(name));
  const files = Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(path.join(FOLDERS[target], name)))]));
  const zip = path.join(PACKAGES, `brushover-${target}.zip`);
  mkdirSync(PACKAGES, { recursive: true });
  writeFileSync(zip, zipSync(files, { level: 9, mtime: NO_TIME }));
  return zip;
}

/** The names of the files in a zip, in order. */
export function filesInZip(file: string): string[] {
  return Object.keys(unzipSync(readFileSync(file))).sort();
}

/** By their paths with slashes, in order; what begins with a dot is none of the extension's. */
function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  return files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')).sort();
}
