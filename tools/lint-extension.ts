/** Lints the built extension with Mozilla's web-ext; builds it first if need be. */
import { spawnSync } from 'node:child_process';
import { ensureBuilt } from './build/ensure-built';

interface LintMessage {
  code: string;
  message: string;
  file: string;
}

/** What Chrome's build has to have and Firefox does not know. */
const CHROME_ONLY = ['ADDON_ID_REQUIRED', 'BACKGROUND_SERVICE_WORKER_NOFALLBACK'];

await ensureBuilt();
const { stdout } = spawnSync('npx', ['--no-install', 'web-ext', 'lint', '--source-dir', 'dist/chrome', '--self-hosted', '--output', 'json'], {
  encoding: 'utf8',
});
const errors = (JSON.parse(stdout) as { errors: LintMessage[] }).errors.filter(({ code }) => !CHROME_ONLY.includes(code));
for (const { file, message } of errors) console.error(`dist/chrome/${file}: ${message}`);
console.log(`web-ext lint: ${errors.length} errors`);
process.exitCode = errors.length === 0 ? 0 : 1;
