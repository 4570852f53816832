/** `npm test`: types, lint, the built extension, then unit and browser tests; ends with "N passed, N failed". */
import { spawnSync } from 'node:child_process';
import { build } from './build/ensure-built';
import { ensureChromium } from './browser/find-chromium';

function run(command: string, args: string[]): void {
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

console.log('Checking types …');
run('tsc', ['--noEmit']);
console.log('Building the extension …');
build();
console.log('Linting …');
run('eslint', ['.', '--max-warnings', '0']);
run('tsx', ['tools/lint-extension.ts']);
await ensureChromium(console.log);
run('jest', process.argv.slice(2));
