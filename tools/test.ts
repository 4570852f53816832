/** `npm test`: the built extension, `npm run check`, then unit and browser tests; ends with "N passed, N failed". */
import { spawnSync } from 'node:child_process';
import { build } from './build/ensure-built';
import { ensureChromium } from './browser/find-chromium';

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

console.log('Building the extension …');
build();
console.log('Checking types, format, documents and code …');
run('npm', ['run', '--silent', 'check']);
await ensureChromium(console.log);
run('npx', ['--no-install', 'jest', ...process.argv.slice(2)]);
