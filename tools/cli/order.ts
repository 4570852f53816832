/** The flags of `npm run stylize` as an order: what to ask of the extension, and what to write where. */
import type { HeadlessRequest } from '../../src/headless';
import { ENGINE_NAMES, type EngineName } from '../../src/nst/engines/engine';
import type { Recipe } from '../../src/nst/report';
import { readItems, type Items } from './contents';
import { readPicture } from './files';
import { choiceFlag, numberFlag, parseFlags, UsageError } from './options';
import { readRecipe } from './recipe';
import { SETTING_OPTIONS, settingsFromFlags } from './settings-flags';
import { readStyles } from './styles-flag';

const OPTIONS = {
  content: { type: 'string', multiple: true },
  style: { type: 'string', multiple: true },
  'style-mask': { type: 'string', multiple: true },
  mask: { type: 'string' },
  output: { type: 'string' },
  size: { type: 'string' },
  backend: { type: 'string' },
  recipe: { type: 'string' },
  report: { type: 'string' },
  'write-inputs': { type: 'string' },
  progress: { type: 'boolean' },
  ...SETTING_OPTIONS,
} as const;

/** What a backend may be called besides an engine's own name. */
const BACKEND_ALIASES: Record<string, EngineName> = { cpu: 'tfjs-cpu' };
const LARGEST_SIZE = 16384;

export interface Order extends Items {
  /** The request for any of the contents. */
  request: Omit<HeadlessRequest, 'content'>;
  recipe: Recipe | null;
  writeInputs: string | null;
  progress: boolean;
}

/** Reads everything but the contents. Throws UsageError before anything is written. */
export async function readOrder(args: string[]): Promise<Order> {
  const values = parseFlags(OPTIONS, args) as Record<string, unknown>;
  const contents = listOf(values, 'content');
  const styles = listOf(values, 'style');
  const output = optional(values, 'output');
  if (contents.length === 0) throw missing('content');
  if (!output) throw missing('output');
  if (styles.length === 0) throw new UsageError('--style is missing; name the picture whose style is wanted.');
  const recipePath = optional(values, 'recipe');
  const recipe = recipePath === null ? null : await readRecipe(recipePath);
  const settings = settingsFromFlags(values, recipe?.settings);
  const items = await readItems(contents, output, optional(values, 'report'));
  const writeInputs = optional(values, 'write-inputs');
  if (writeInputs && items.folder !== null) throw new UsageError('--write-inputs goes with one picture.');
  return {
    ...items,
    request: {
      styles: await readStyles(styles, listOf(values, 'style-mask'), recipe?.styleWeights),
      mask: await readOptionalPicture(values, 'mask'),
      size: sizeFlag(optional(values, 'size')) ?? recipe?.size ?? null,
      engine: backendFlag(optional(values, 'backend') ?? recipe?.backend ?? 'auto'),
      settings,
    },
    recipe,
    writeInputs,
    progress: values.progress === true,
  };
}

function missing(name: string): UsageError {
  return new UsageError(`--${name} is missing; the least is --content c.png --style s.png --output g.png.`);
}

function listOf(values: Record<string, unknown>, name: string): string[] {
  return (values[name] as string[] | undefined) ?? [];
}

function optional(values: Record<string, unknown>, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

async function readOptionalPicture(values: Record<string, unknown>, name: string): Promise<string | null> {
  const path = optional(values, name);
  return path === null ? null : (await readPicture(name, path)).toString('base64');
}

function sizeFlag(text: string | null): number | null {
  if (text === null) return null;
  const size = numberFlag('size', text, { minimum: 16, whole: true });
  if (size > LARGEST_SIZE) throw new UsageError(`--size must be at most ${LARGEST_SIZE}.`);
  return size;
}

function backendFlag(text: string): EngineName | 'auto' {
  return BACKEND_ALIASES[text] ?? choiceFlag('backend', text, ['auto', ...ENGINE_NAMES] as const);
}
