/** Lints both built extensions with Mozilla's web-ext; builds them first if need be. */
import { spawnSync } from 'node:child_process';
import { CHROME_FOLDER, FIREFOX_FOLDER } from './build/derive-firefox';
import { ensureBuilt } from './build/ensure-built';

interface LintMessage {
  code: string;
  message: string;
  file: string;
}

/** What Chrome's build has to have and Firefox does not know. */
const CHROME_ONLY = ['ADDON_ID_REQUIRED', 'BACKGROUND_SERVICE_WORKER_NOFALLBACK'];

function errorsOf(folder: string): LintMessage[] {
  const { stdout } = spawnSync('npx', ['--no-install', 'web-ext', 'lint', '--source-dir', folder, '--self-hosted', '--output', 'json'], {
    encoding: 'utf8',
  });
  return (JSON.parse(stdout) as { errors: LintMessage[] }).errors;
}

function report(folder: string, errors: LintMessage[]): void {
  for (const { file, message } of errors) console.error(`${folder}/${file}: ${message}`);
  console.log(`web-ext lint ${folder}: ${errors.length} errors`);
  if (errors.length > 0) process.exitCode = 1;
}

await ensureBuilt();
report(
  CHROME_FOLDER,
  errorsOf(CHROME_FOLDER).filter(({ code }) => !CHROME_ONLY.includes(code)),
);
report(FIREFOX_FOLDER, errorsOf(FIREFOX_FOLDER));
