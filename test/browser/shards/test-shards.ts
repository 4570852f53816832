/**
 * `npm run test:shards`: a batch in four parts by GNU parallel, two at a time, one of them killed in the middle and started again,
 * must leave every picture once, byte for byte what one run of the whole leaves. Ends in "N passed, N failed".
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encode } from 'fast-png';
import { ensureBuilt } from '../../../tools/build/ensure-built';

const PICTURES = 6;
const SHARDS = 4;
const SIDE = 48;
const SETTINGS = ['--backend', 'wasm', '--size', String(SIDE), '--evaluations', '8'];

interface Check {
  name: string;
  passed: boolean;
}

async function main(): Promise<void> {
  if (spawnSync('parallel', ['--version']).status !== 0) throw new Error('GNU parallel is missing; `apt-get install parallel` adds it.');
  await ensureBuilt();
  const home = mkdtempSync(path.join(tmpdir(), 'brushover-shards-'));
  const [whole, parts] = [path.join(home, 'whole'), path.join(home, 'parts')];
  writePictures(home);
  execFileSync(process.execPath, commandFor(home, whole), { stdio: 'inherit' });
  mkdirSync(parts);
  const checks: Check[] = [
    { name: 'a part was killed in the middle', passed: await runPartsAndKillOne(home, parts) },
    { name: 'parallel ends well when it is started again', passed: runParts(home, parts) === 0 },
    ...comparisons(whole, parts),
  ];
  for (const { name, passed } of checks) console.log(`${passed ? '✓' : '✗'} ${name}`);
  const passed = checks.filter((check) => check.passed).length;
  console.log(`${passed} passed, ${checks.length - passed} failed`);
  rmSync(home, { recursive: true });
  process.exitCode = passed === checks.length ? 0 : 1;
}

function writePictures(home: string): void {
  mkdirSync(path.join(home, 'photos'));
  for (let i = 0; i < PICTURES; i++) writeFileSync(path.join(home, 'photos', `photo-${i}.png`), stripes(0.1 + 0.05 * i));
  writeFileSync(path.join(home, 'style.png'), stripes(0.7));
}

function stripes(frequency: number): Uint8Array {
  const data = Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % SIDE, Math.floor(i / 3 / SIDE)];
    return 128 + 100 * Math.sin(frequency * x + (i % 3)) * Math.cos(0.5 * frequency * y);
  });
  return encode({ width: SIDE, height: SIDE, data, channels: 3 });
}

function commandFor(home: string, output: string): string[] {
  const files = ['--content', path.join(home, 'photos'), '--style', path.join(home, 'style.png'), '--output', output];
  return ['--import', 'tsx', 'tools/stylize.ts', ...files, ...SETTINGS];
}

function parallelFor(home: string, output: string): string[] {
  const shard = ['--shard', `{}/${SHARDS}`, '--skip-finished'];
  const numbers = Array.from({ length: SHARDS }, (_, i) => String(i + 1));
  return ['-j', '2', process.execPath, ...commandFor(home, output), ...shard, ':::', ...numbers];
}

function runParts(home: string, output: string): number | null {
  return spawnSync('parallel', parallelFor(home, output), { stdio: 'inherit' }).status;
}

/** Kills the program of one part as soon as the first picture is there; whether it was still at work. */
async function runPartsAndKillOne(home: string, output: string): Promise<boolean> {
  const running = spawn('parallel', parallelFor(home, output), { stdio: 'inherit' });
  const ended = new Promise<number | null>((resolve) => running.once('close', resolve));
  await firstPicture(output);
  const found = spawnSync('pgrep', ['-f', `tools/stylize.ts.*--output ${output}.*--shard`], { encoding: 'utf8' });
  const victims = found.stdout.split('\n').filter((pid) => pid !== '' && isProgram(Number(pid)));
  const killed = victims.length > 0;
  if (killed) process.kill(Number(victims[0]), 'SIGKILL');
  const status = await ended;
  return killed && status !== 0;
}

/** Not a shell around it. */
function isProgram(pid: number): boolean {
  const name = existsSync(`/proc/${pid}/comm`) ? readFileSync(`/proc/${pid}/comm`, 'utf8').trim() : '';
  return !['sh', 'bash', 'dash', 'perl', 'parallel'].includes(name);
}

function firstPicture(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, (_, name) => {
      if (!name?.endsWith('.png') || name.startsWith('.')) return;
      watcher.close();
      resolve();
    });
  });
}

function comparisons(whole: string, parts: string): Check[] {
  const pictures = (folder: string): string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .sort();
  const expected = pictures(whole);
  return [
    { name: `${PICTURES} pictures, each once`, passed: expected.length === PICTURES && String(pictures(parts)) === String(expected) },
    { name: 'nothing half-written is left', passed: !readdirSync(parts).some((name) => name.startsWith('.')) },
    ...expected.map((name) => ({
      name: `${name} is byte for byte what one run made`,
      passed: existsSync(path.join(parts, name)) && readFileSync(path.join(whole, name)).equals(readFileSync(path.join(parts, name))),
    })),
  ];
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
