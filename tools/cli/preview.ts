/** `--method preview`, `--method styles26` and `--sheet`: one pass of a network instead of the optimisation. */
import type { Page } from 'puppeteer';
import type { Answered } from '../../src/headless';
import type { HeadlessPreviewRequest, HeadlessSheetRequest, HeadlessStyle } from '../../src/headless/previews';
import { SETTINGS, type KeepColors } from '../../src/nst/settings';
import { ensureBuilt } from '../build/ensure-built';
import { launchExtension } from '../browser/launch-extension';
import { readPicture, writeWhole } from './files';
import { openLayer, pngOfLayer } from './layer-order';
import { maskFile, readMask } from './mask-flag';
import { say } from './printable';
import { assertApart, assertWritable, type NamedFile } from './targets';
import { choiceFlag, numberFlag, parseFlags, UsageError } from './options';
import { assertSomeWeight, weightedPath } from './styles-flag';

const METHODS = ['preview', 'styles26'] as const;
type Method = (typeof METHODS)[number];

const OPTIONS = {
  method: { type: 'string' },
  content: { type: 'string' },
  style: { type: 'string', multiple: true },
  'style-index': { type: 'string', multiple: true },
  strength: { type: 'string' },
  layer: { type: 'string' },
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
    content: await readContent(content, values.layer ?? null),
    styles: await stylesFlag(values),
    mask: await readMask('mask', values.mask ?? null),
    strength: strengthFlag(values.strength),
    size: sizeFlag(values.size, LARGEST),
    keepColors: choiceFlag('keep-colors', values['keep-colors'] ?? 'none', Object.keys(SETTINGS.keepColors.choices) as KeepColors[]),
  };
  await assertTargets(values, [{ flag: 'output', path: output }], request.styles);
  const { image, ...report } = await ask((page) => page.evaluate((order) => globalThis.brushover.preview(order), request));
  if (values.report)
    await writeWhole(values.report, `${JSON.stringify({ method: values.method, strength: 100 * request.strength, ...report }, null, 1)}\n`);
  await writeWhole(output, Buffer.from(image, 'base64'));
}

/** A picture, or a layer of a file of layers. */
async function readContent(path: string, layer: string | null): Promise<string> {
  const file = await readPicture('content', path);
  const opened = await openLayer(path, file, layer);
  return (opened ? await pngOfLayer(opened) : file).toString('base64');
}

async function makeSheet(values: Values, content: string, path: string): Promise<void> {
  const sheet = outputFlag('sheet', path);
  await assertTargets(values, [{ flag: 'sheet', path: sheet }], []);
  const method = values.method === undefined ? null : choiceFlag('method', values.method, METHODS);
  const request: HeadlessSheetRequest = {
    content: await readContent(content, values.layer ?? null),
    kinds: kindsOf(method),
    size: sizeFlag(values.size, SHEET_TILE),
    strength: strengthFlag(values.strength),
  };
  const png = await ask((page) => page.evaluate((order) => globalThis.brushover.sheet(order), request));
  await writeWhole(sheet, Buffer.from(png, 'base64'));
}

async function assertTargets(values: Values, targets: NamedFile[], styles: readonly HeadlessStyle[]): Promise<void> {
  const all = values.report === undefined ? targets : [...targets, { flag: 'report', path: values.report }];
  const paths = { content: values.content, mask: maskFile(values.mask ?? null) };
  const named = Object.entries(paths).flatMap(([flag, path]) => (path ? [{ flag, path }] : []));
  const styleFiles = styles.flatMap((style) => ('name' in style ? [{ flag: 'style', path: style.name }] : []));
  for (const { flag, path } of all) await assertWritable(flag, path);
  await assertApart(all, [...named, ...styleFiles]);
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
  const styles = await Promise.all(given.map((text) => styleOf(wanted, text)));
  assertSomeWeight(wanted, styles);
  return styles;
}

async function styleOf(flag: 'style' | 'style-index', text: string): Promise<HeadlessStyle> {
  if (flag === 'style') {
    const { path, weight } = await weightedPath(text);
    return { name: path, image: (await readPicture(flag, path)).toString('base64'), weight: weight ?? 1 };
  }
  const [index, weight = '1'] = text.split('=');
  return {
    index: numberFlag(flag, index, { minimum: 0, maximum: LAST_INDEX, whole: true }),
    weight: numberFlag(flag, weight, { minimum: 0, maximum: 1e6 }),
  };
}

/** Percent → 0…1. */
function strengthFlag(text = '100'): number {
  return numberFlag('strength', text, { minimum: 0, maximum: 100 }) / 100;
}

function sizeFlag(text: string | undefined, standard: number): number {
  if (text === undefined) return standard;
  return numberFlag('size', text, { minimum: 16, maximum: LARGEST, whole: true });
}

function outputFlag(name: string, path: string | undefined): string {
  if (!path) throw new UsageError(`--${name} is missing; name the PNG file to write.`);
  if (!path.toLowerCase().endsWith('.png')) throw new UsageError(`--${name} must end in .png: the picture is written as PNG.`);
  return path;
}

async function ask<Result>(question: (page: Page) => Promise<Answered<Result>>): Promise<Result> {
  await ensureBuilt();
  const extension = await launchExtension({ headless: true, tell: say });
  try {
    const answer = await question(await extension.openPage('headless/index.html'));
    if (!answer.ok) throw new UsageError(answer.failure.message);
    return answer.result;
  } finally {
    await extension.close();
  }
}
