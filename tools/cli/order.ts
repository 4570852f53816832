/** The flags of `npm run stylize` as an order: what to ask of the extension, and what to write where. */
import { join } from 'node:path';
import type { HeadlessRequest } from '../../src/headless';
import type { Recipe } from '../../src/nst/recipe';
import { readItems, type Items } from './contents';
import { maskFile, readMask } from './mask-flag';
import { parseFlags, UsageError } from './options';
import { outputForm, type OutputForm } from './output/format';
import { withOwnNames } from './own-names';
import { readRecipe } from './recipe';
import { NODE_BACKEND, runSettingsFromFlags, SETTING_OPTIONS, settingsFromFlags } from './settings-flags';
import { itemsOfShard, readShard } from './shard';
import { readStyles } from './styles-flag';
import { assertWritable, assertWritableFolder, type NamedFile } from './targets';

export const ORDER_OPTIONS = {
  content: { type: 'string', multiple: true },
  layer: { type: 'string' },
  style: { type: 'string', multiple: true },
  'style-mask': { type: 'string', multiple: true },
  mask: { type: 'string' },
  'keep-mask': { type: 'string' },
  output: { type: 'string' },
  format: { type: 'string' },
  bits: { type: 'string' },
  quality: { type: 'string' },
  overwrite: { type: 'boolean' },
  recipe: { type: 'string' },
  report: { type: 'string' },
  'write-inputs': { type: 'string' },
  'skip-finished': { type: 'boolean' },
  shard: { type: 'string' },
  summary: { type: 'string' },
  progress: { type: 'boolean' },
} as const;

export interface Order extends Items {
  /** The request for any of the contents. */
  request: Omit<HeadlessRequest, 'content'>;
  /** Without a browser, on the machine's graphics card. */
  runsInNode: boolean;
  recipe: Recipe | null;
  form: OutputForm;
  /** Of a file of layers. */
  layer: string | null;
  writeInputs: string | null;
  /** Pictures whose output is there already are not made again. */
  skipFinished: boolean;
  /** Where the outcome of every picture of a batch is written. */
  summary: string | null;
  progress: boolean;
}

type Values = Record<string, unknown>;

/** Reads everything but the contents. Throws UsageError before anything is written. */
export async function readOrder(args: string[]): Promise<Order> {
  const values = parseFlags({ ...ORDER_OPTIONS, ...SETTING_OPTIONS }, withOwnNames(args)) as Values;
  const contents = listOf(values, 'content');
  const output = optional(values, 'output');
  if (contents.length === 0) throw missing('content');
  if (!output) throw missing('output');
  if (listOf(values, 'style').length === 0) throw new UsageError('--style is missing; name the picture whose style is wanted.');
  const form = outputForm(output, values);
  const recipePath = optional(values, 'recipe');
  const recipe = recipePath === null ? null : await readRecipe(recipePath);
  const request = {
    settings: settingsFromFlags(values, recipe?.settings),
    ...runSettingsFromFlags(values, { size: recipe?.size ?? null, engine: recipe?.backend ?? 'auto' }),
    styles: await readStyles(listOf(values, 'style'), listOf(values, 'style-mask'), recipe?.styleWeights),
    mask: await readMask('mask', optional(values, 'mask')),
    keepMask: await readMask('keep-mask', optional(values, 'keep-mask')),
    deep: form.bits === 16,
  };
  const writeInputs = optional(values, 'write-inputs');
  const summary = optional(values, 'summary');
  if (summary !== null) await assertWritable('summary', summary);
  const skipFinished = values['skip-finished'] === true;
  const all = await readItems(contents, output, {
    form,
    overwrite: values.overwrite === true,
    skipFinished,
    report: optional(values, 'report'),
    inputs: inputsOf(values, request.styles),
    targets: [
      ...(await inputTargets(writeInputs, request.styles.length)),
      ...(summary === null ? [] : [{ flag: 'summary', path: summary }]),
    ],
  });
  const shard = optional(values, 'shard');
  const items = shard === null ? all : { ...all, items: itemsOfShard(all.items, readShard(shard)) };
  if (items.folder === null && (shard ?? summary) !== null) throw new UsageError('--shard and --summary go with several pictures.');
  if (writeInputs && items.folder !== null) throw new UsageError('--write-inputs goes with one picture.');
  return {
    ...items,
    request,
    runsInNode: values.backend === NODE_BACKEND,
    recipe,
    form,
    layer: optional(values, 'layer'),
    writeInputs,
    skipFinished,
    summary,
    progress: values.progress === true,
  };
}

/** The name of an input that --write-inputs writes. */
export function inputName(style: number | null): string {
  if (style === null) return 'content.png';
  return style === 0 ? 'style.png' : `style-${style + 1}.png`;
}

async function inputTargets(folder: string | null, styles: number): Promise<NamedFile[]> {
  if (folder === null) return [];
  await assertWritableFolder('write-inputs', folder);
  return [null, ...Array.from({ length: styles }, (_, i) => i)].map((style) => ({
    flag: 'write-inputs',
    path: join(folder, inputName(style)),
  }));
}

/** What is read beside the contents. */
function inputsOf(values: Values, styles: HeadlessRequest['styles']): NamedFile[] {
  const named = (flag: string, paths: readonly string[]): NamedFile[] => paths.map((path) => ({ flag, path }));
  const single = ['mask', 'keep-mask', 'recipe'].flatMap((flag) => {
    const path = optional(values, flag);
    const file = flag === 'recipe' ? path : maskFile(path);
    return file === null ? [] : [{ flag, path: file }];
  });
  const styleFiles = named(
    'style',
    styles.map(({ name }) => name),
  );
  return [...styleFiles, ...named('style-mask', listOf(values, 'style-mask')), ...single];
}

function missing(name: string): UsageError {
  return new UsageError(`--${name} is missing; the least is --content c.png --style s.png --output g.png.`);
}

function listOf(values: Values, name: string): string[] {
  return (values[name] as string[] | undefined) ?? [];
}

function optional(values: Values, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}
