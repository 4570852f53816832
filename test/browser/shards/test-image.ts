/**
 * `npm run test:image`: the steps of the Dockerfile, one after the other, in a fresh copy of the last commit; then its command
 * makes a picture. Without Docker: what `FROM` and `apt-get` bring has to be here already. Ends in "N passed, N failed".
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUILT_FOR_ALL } from '../../../tools/build/ensure-built';
import { instructionsOf } from '../../../tools/docs/dockerfile';

const home = mkdtempSync(path.join(tmpdir(), 'brushover-image-'));
const copy = path.join(home, 'brushover');
const results: boolean[] = [];

function check(name: string, passed: boolean): void {
  results.push(passed);
  console.log(`${passed ? '✓' : '✗'} ${name}`);
}

/** As in a shell of the image, in its folder; what this checkout set up is not to help it. */
function runs(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, [BUILT_FOR_ALL]: '' };
  return spawnSync(command, args, { cwd: copy, env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

/** Debian's packages are there or not. */
function hasPackages(command: string): boolean {
  const names = /--no-install-recommends ([a-z0-9 -]+)/.exec(command)?.[1]?.trim().split(' ') ?? [];
  return names.length > 0 && names.every((name) => spawnSync('dpkg', ['--status', name]).status === 0);
}

function makesAPicture(entry: readonly string[]): boolean {
  const data = path.join(home, 'data');
  cpSync('test/fixtures/photos/photo-cat.jpg', path.join(data, 'photos/cat.jpg'));
  const files = [
    '--content',
    path.join(data, 'photos'),
    '--style',
    path.join(copy, 'styles/woodcut-forest.jpg'),
    '--output',
    path.join(data, 'out'),
  ];
  const [command = '', ...args] = entry;
  const settings = ['--size', '48', '--evaluations', '2', '--shard', '1/1', '--skip-finished'];
  const picture = path.join(data, 'out/cat.png');
  return runs(command, [...args, ...files, ...settings]) && existsSync(picture) && statSync(picture).size > 1000;
}

spawnSync('git', ['clone', '--quiet', '--depth', '1', `file://${process.cwd()}`, copy], { stdio: 'inherit' });
for (const { name, text } of instructionsOf(readFileSync(path.join(copy, 'Dockerfile'), 'utf8'))) {
  if (name === 'RUN' && text.startsWith('apt-get')) check(`what is installed by ${text.slice(0, 60)}… is here`, hasPackages(text));
  else if (name === 'RUN') check(text, runs('sh', ['-c', text]));
  else if (name === 'ENTRYPOINT') check(`${text} makes a picture`, makesAPicture(JSON.parse(text) as string[]));
}
rmSync(home, { recursive: true });
const passed = results.filter(Boolean).length;
console.log(`${passed} passed, ${results.length - passed} failed`);
process.exitCode = passed === results.length && passed > 0 ? 0 : 1;
