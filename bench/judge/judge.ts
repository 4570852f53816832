/**
 * `npm run judge -- --a DIR --b DIR`: which of two ways makes the better pictures, judged by a person who doesn't see which
 * is which. Pairs of equally named pictures are put in random order, each with 1 and 2 drawn by lot.
 * A page to judge on (--output DIR), or sheets to look at (--sheet FILE.png, --pairs-per-sheet 6), each beside the key.
 * --content-dir DIR, --style-dir DIR show the content and the style too; --seed N repeats an order.
 * `npm run judge -- --count ANSWERS.json --key KEY.json` counts what was answered: a list of 1, 2 and 0 (no difference).
 */
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureFolder, readInput, writeWhole } from '../../tools/cli/files';
import { assertWritable } from '../../tools/cli/targets';
import { numberFlag, parseFlags, UsageError } from '../../tools/cli/options';
import { count, sentenceOf } from './count';
import { drawKey, type Key } from './key';
import { parseAnswers, parseKey } from './parse';
import { readPairs, type JudgedPair } from './pairs';
import { pageOf } from './page';
import { sheetsOf } from './sheets';

type Flags = ReturnType<typeof readFlags>;

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (flags.count !== undefined) return countAnswers(flags.count, flags.key);
  if (flags.a === undefined || flags.b === undefined) throw new UsageError('--a and --b must name the two folders to compare.');
  const pairs = await readPairs({ a: flags.a, b: flags.b, content: flags['content-dir'], style: flags['style-dir'] });
  const seed = flags.seed === undefined ? Math.floor(Math.random() * 2 ** 32) : numberFlag('seed', flags.seed, { minimum: 0, whole: true });
  const key = drawKey({ a: flags.a, b: flags.b }, [...pairs.keys()], seed);
  if (flags.sheet === undefined) await writePage(flags.output, key, pairs);
  else await writeSheets(flags.sheet, flags, key, pairs);
}

function readFlags(args: string[]) {
  return parseFlags(
    {
      a: { type: 'string' },
      b: { type: 'string' },
      'content-dir': { type: 'string' },
      'style-dir': { type: 'string' },
      seed: { type: 'string' },
      output: { type: 'string', default: 'out/judge' },
      sheet: { type: 'string' },
      'pairs-per-sheet': { type: 'string', default: '6' },
      count: { type: 'string' },
      key: { type: 'string' },
    },
    args,
  );
}

async function writePage(folder: string, key: Key, pairs: Map<string, JudgedPair>): Promise<void> {
  await ensureFolder(folder);
  const file = join(folder, 'index.html');
  await writeWhole(file, await pageOf(key, pairs));
  await writeKey(join(folder, 'key.json'), key);
  console.log(`${key.pairs.length} pairs: open ${pathToFileURL(file).href} and press 1, 2 or 0.`);
}

async function writeSheets(file: string, flags: Flags, key: Key, pairs: Map<string, JudgedPair>): Promise<void> {
  const extension = extname(file);
  if (!/^\.(png|jpe?g)$/i.test(extension)) throw new UsageError('--sheet must end in .png or .jpg.');
  await assertWritable('sheet', file);
  const perSheet = numberFlag('pairs-per-sheet', flags['pairs-per-sheet'], { minimum: 1, whole: true });
  const stem = file.slice(0, -extension.length);
  const sheets = await sheetsOf(key, pairs, perSheet, extension);
  for (const [index, sheet] of sheets.entries()) {
    const name = sheets.length === 1 ? file : `${stem}-${index + 1}${extension}`;
    await writeWhole(name, sheet);
    console.log(name);
  }
  await writeKey(`${stem}-key.json`, key);
}

async function writeKey(file: string, key: Key): Promise<void> {
  await writeWhole(file, `${JSON.stringify(key, null, 2)}\n`);
  console.log(`The key, to be opened afterwards: ${file}`);
}

async function countAnswers(answersFile: string, keyFile: string | undefined): Promise<void> {
  if (keyFile === undefined) throw new UsageError('--count needs --key, the file that was written with the pictures.');
  const key = parseKey((await readInput('key', keyFile)).toString());
  const answers = parseAnswers((await readInput('count', answersFile)).toString(), key);
  console.log(sentenceOf(count(key, answers)));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
