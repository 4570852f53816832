/** The flags of `npm run stylize` as an order: what to ask of the extension, and what to write where. */
import { join } from 'node:path';
import type { Recipe } from '../../src/nst/recipe';
import { readItems, readListed, type Item, type Items } from './contents';
import { readList } from './list';
import { parseFlags, UsageError } from './options';
import { readNetworkFlags, type CommandNetwork } from './network-flag';
import { outputForm, type OutputForm } from './output/format';
import { withOwnNames } from './own-names';
import { readRecipe } from './recipe';
import { listOf, optional, readRequests, type ContentlessRequest, type Row } from './requests';
import { NODE_BACKEND, SETTING_OPTIONS } from './settings-flags';
import { itemsOfShard, readShard } from './shard';
import { assertWritable, assertWritableFolder, type NamedFile } from './targets';

export const ORDER_OPTIONS = {
  content: { type: 'string', multiple: true },
  list: { type: 'string' },
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
  network: { type: 'string' },
  'network-input': { type: 'string' },
  recipe: { type: 'string' },
  report: { type: 'string' },
  'write-inputs': { type: 'string' },
  'skip-finished': { type: 'boolean' },
  shard: { type: 'string' },
  summary: { type: 'string' },
  progress: { type: 'boolean' },
} as const;

export interface Order extends Items {
  requestFor(item: Item): Promise<ContentlessRequest>;
  engine: ContentlessRequest['engine'];
  network: CommandNetwork;
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
  const list = optional(values, 'list');
  const output = optional(values, 'output');
  if (list !== null && contents.length > 0) throw new UsageError('--list names the contents itself; leave --content out.');
  if (list === null && contents.length === 0) throw missing('content');
  if (!output) throw missing('output');
  const listed = list === null ? null : await readList(list);
  const form = outputForm(output, values);
  const network = await readNetworkFlags(optional(values, 'network'), optional(values, 'network-input'));
  const recipePath = optional(values, 'recipe');
  const recipe = recipePath === null ? null : await readRecipe(recipePath, network);
  const rows: Row[] = listed?.map(({ place, flags }) => ({ place, values: { ...values, ...flags } })) ?? [{ place: null, values }];
  const { inputs, engine, mostStyles, requestAt } = await readRequests(rows, recipe, form, network);
  const others = {
    form,
    overwrite: values.overwrite === true,
    skipFinished: values['skip-finished'] === true,
    report: optional(values, 'report'),
    inputs: [
      ...inputs,
      ...(recipePath === null ? [] : [{ flag: 'recipe', path: recipePath }]),
      ...(list === null ? [] : [{ flag: 'list', path: list }]),
      ...(network.own?.paths ?? []).map((path) => ({ flag: 'network', path })),
    ],
    targets: await otherTargets(values, mostStyles),
  };
  const all = listed ? await readListed(listed, output, others) : await readItems(contents, output, others);
  return {
    ...partOf(all, values),
    requestFor: (item) => requestAt(listed ? all.items.indexOf(item) : 0),
    engine,
    network,
    runsInNode: values.backend === NODE_BACKEND,
    recipe,
    form,
    layer: optional(values, 'layer'),
    writeInputs: optional(values, 'write-inputs'),
    skipFinished: others.skipFinished,
    summary: optional(values, 'summary'),
    progress: values.progress === true,
  };
}

/** What goes with one picture alone, or with several alone. */
function partOf(all: Items, values: Values): Items {
  const shard = optional(values, 'shard');
  if (all.folder === null && (shard ?? optional(values, 'summary')) !== null) {
    throw new UsageError('--shard and --summary go with several pictures.');
  }
  if (all.folder !== null && optional(values, 'write-inputs') !== null) throw new UsageError('--write-inputs goes with one picture.');
  return shard === null ? all : { ...all, items: itemsOfShard(all.items, readShard(shard)) };
}

/** The name of an input that --write-inputs writes. */
export function inputName(style: number | null): string {
  if (style === null) return 'content.png';
  return style === 0 ? 'style.png' : `style-${style + 1}.png`;
}

/** What is written beside the pictures and their reports. */
async function otherTargets(values: Values, styles: number): Promise<NamedFile[]> {
  const summary = optional(values, 'summary');
  if (summary !== null) await assertWritable('summary', summary);
  return [
    ...(await inputTargets(optional(values, 'write-inputs'), styles)),
    ...(summary === null ? [] : [{ flag: 'summary', path: summary }]),
  ];
}

async function inputTargets(folder: string | null, styles: number): Promise<NamedFile[]> {
  if (folder === null) return [];
  await assertWritableFolder('write-inputs', folder);
  return [null, ...Array.from({ length: styles }, (_, i) => i)].map((style) => ({
    flag: 'write-inputs',
    path: join(folder, inputName(style)),
  }));
}

function missing(name: string): UsageError {
  return new UsageError(`--${name} is missing; the least is --content c.png --style s.png --output g.png.`);
}
