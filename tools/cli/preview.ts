/** `--method preview`, `--method styles26` and `--sheet`: one pass of a network instead of the optimisation. */
import type { Page } from 'puppeteer';
import type { Answered } from '../../src/headless';
import type { HeadlessPreviewRequest, HeadlessSheetRequest, HeadlessStyle } from '../../src/headless/previews';
import { KEEP_COLORS } from '../../src/nst/settings';
import { ensureBuilt } from '../build/ensure-built';
import { launchExtension } from '../browser/launch-extension';
import { assertWritable, readPicture, writeWhole } from './files';
import { choiceFlag, numberFlag, parseFlags, UsageError } from './options';

const METHODS = ['preview', 'styles26'] as const;
type Method = (typeof METHODS)[number];

const OPTIONS = {
  method: { type: 'string' },
  content: { type: 'string' },
  style: { type: 'string', multiple: true },
  'style-index': { type: 'string', multiple: true },
  strength: { type: 'string' },
  mask: { type: 'string' },
  'keep-colors': { type: 'string' },
  size: { type: 'string' },
  output: { type: 'string' },
  sheet: { type: 'string' },
  report: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseFlags<typeof OPTIONS>>;

/** The networks' longest side. */
const LARGEST = 1024;
const SHEET_TILE = 220;
const LAST_INDEX = 25;

export function isPreviewOrder(args: readonly string[]): boolean {
  const method = args.includes('--method')
    ? args[args.indexOf('--method') + 1]
    : args.find((arg) => arg.startsWith('--method='))?.slice('--method='.length);
  return METHODS.some((name) => name === method) || args.some((arg) => /^--sheet(=|$)/.test(arg));
}

export async function runPreviewOrder(args: string[]): Promise<void> {
  const values = parseFlags(OPTIONS, args);
  if (!values.content)
    throw new UsageError('--content is missing; the least is --method preview --content c.png --style s.png --output g.png.');
  if (values.sheet) return makeSheet(values, values.content, values.sheet);
  return makePreview(values, values.content);
}

async function makePreview(values: Values, content: string): Promise<void> {
  const output = outputFlag('output', values.output);
  const request: HeadlessPreviewRequest = {
    content: (await readPicture('content', content)).toString('base64'),
    styles: await stylesFlag(values),
    mask: values.mask === undefined ? null : (await readPicture('mask', values.mask)).toString('base64'),
    strength: strengthFlag(values.strength),
    size: sizeFlag(values.size, LARGEST),
    keepColors: choiceFlag('keep-colors', values['keep-colors'] ?? 'none', KEEP_COLORS),
  };
  await assertWritable('output', output);
  if (values.report) await assertWritable('report', values.report);
  const { image, ...report } = await ask((page) => page.evaluate((order) => globalThis.brushover.preview(order), request));
  if (values.report)
    await writeWhole(values.report, `${JSON.stringify({ method: values.method, strength: 100 * request.strength, ...report }, null, 1)}\n`);
  await writeWhole(output, Buffer.from(image, 'base64'));
}

async function makeSheet(values: Values, content: string, path: string): Promise<void> {
  const sheet = outputFlag('sheet', path);
  await assertWritable('sheet', sheet);
  const method = values.method === undefined ? null : choiceFlag('method', values.method, METHODS);
  const request: HeadlessSheetRequest = {
    content: (await readPicture('content', content)).toString('base64'),
    kinds: kindsOf(method),
    size: sizeFlag(values.size, SHEET_TILE),
    strength: strengthFlag(values.strength),
  };
  const png = await ask((page) => page.evaluate((order) => globalThis.brushover.sheet(order), request));
  await writeWhole(sheet, Buffer.from(png, 'base64'));
}

function kindsOf(method: Method | null): HeadlessSheetRequest['kinds'] {
  if (method === null) return ['built-in', 'learned'];
  return [method === 'preview' ? 'built-in' : 'learned'];
}

/** "s.png", "s.png=0.7"; for `styles26` numbers such as "3" or "3=0.7". */
async function stylesFlag(values: Values): Promise<HeadlessStyle[]> {
  const method = choiceFlag('method', values.method ?? '', METHODS);
  const [wanted, other] = method === 'preview' ? (['style', 'style-index'] as const) : (['style-index', 'style'] as const);
  if (values[other]) throw new UsageError(`--${other} does not go with --method ${method}; use --${wanted}.`);
  const given = values[wanted] ?? [];
  if (given.length === 0)
    throw new UsageError(
      `--${wanted} is missing; ${method === 'preview' ? 'name the picture whose style is wanted' : `give a number from 0 to ${LAST_INDEX}`}.`,
    );
  return Promise.all(given.map((text) => styleOf(wanted, text)));
}

async function styleOf(flag: 'style' | 'style-index', text: string): Promise<HeadlessStyle> {
  const [, name, weightText] = /^(.*?)(?:=([^=/\\]*))?$/.exec(text) ?? [];
  const weight = weightText === undefined ? 1 : numberFlag(flag, weightText, { minimum: 0 });
  if (flag === 'style') return { name, image: (await readPicture(flag, name)).toString('base64'), weight };
  const index = numberFlag(flag, name, { minimum: 0, whole: true });
  if (index > LAST_INDEX) throw new UsageError(`--style-index must be from 0 to ${LAST_INDEX}, not ${index}.`);
  return { index, weight };
}

/** Percent → 0…1. */
function strengthFlag(text = '100'): number {
  const percent = numberFlag('strength', text, { minimum: 0 });
  if (percent > 100) throw new UsageError(`--strength must be from 0 to 100 percent, not ${percent}.`);
  return percent / 100;
}

function sizeFlag(text: string | undefined, standard: number): number {
  if (text === undefined) return standard;
  const size = numberFlag('size', text, { minimum: 16, whole: true });
  if (size > LARGEST)
    throw new UsageError(`--size must be at most ${LARGEST} with --method preview or styles26; the optimisation goes beyond.`);
  return size;
}

function outputFlag(name: string, path: string | undefined): string {
  if (!path) throw new UsageError(`--${name} is missing; name the PNG file to write.`);
  if (!path.toLowerCase().endsWith('.png')) throw new UsageError(`--${name} must end in .png: the picture is written as PNG.`);
  return path;
}

async function ask<Result>(question: (page: Page) => Promise<Answered<Result>>): Promise<Result> {
  await ensureBuilt();
  const extension = await launchExtension({ headless: true, tell: (line) => console.error(line) });
  try {
    const answer = await question(await extension.openPage('headless/index.html'));
    if (!answer.ok) throw new UsageError(answer.failure.message);
    return answer.result;
  } finally {
    await extension.close();
  }
}
