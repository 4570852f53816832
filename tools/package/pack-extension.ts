import { spawnSync } from 'node:child_process';
import { CHROME_FOLDER, FIREFOX_FOLDER } from '../build/derive-firefox';

export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

const FOLDERS: Record<Target, string> = { chrome: CHROME_FOLDER, firefox: FIREFOX_FOLDER };
const PACKAGES = 'dist/packages';

/** The page that the command line drives, and the drawing that the icons are made of. */
const NOT_FOR_STORES = ['headless', 'headless/**', 'icons/icon.svg'];

/** Packs the built extension with Mozilla's web-ext, which works for both stores; returns the zip's path. */
export function packExtension(target: Target): string {
  const name = `brushover-${target}.zip`;
  const args = ['--source-dir', FOLDERS[target], '--artifacts-dir', PACKAGES, '--filename', name, '--overwrite-dest'];
  const { status, stderr, stdout } = spawnSync('npx', ['--no-install', 'web-ext', 'build', ...args, '--ignore-files', ...NOT_FOR_STORES], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`web-ext could not pack ${FOLDERS[target]}: ${stderr || stdout}`);
  return `${PACKAGES}/${name}`;
}
