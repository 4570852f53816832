/** `--recipe g.png|r.json`: the settings of an earlier run, and whether its pictures are the same. */
import { readFile } from 'node:fs/promises';
import { decode, type DecodedPng } from 'fast-png';
import { RECIPE_KEYWORD } from '../../src/picture-files/recipe-text';
import { ENGINE_NAMES } from '../../src/nst/engines/engine';
import { readModelId } from '../../src/nst/model/load-model';
import type { PictureHashes, Recipe } from '../../src/nst/report';
import { readInput } from './files';
import { UsageError } from './options';
import { settingsFromFlags } from './settings-flags';

/** From a PNG's text chunk or from a report. Throws UsageError where there is none that can be used. */
export async function readRecipe(path: string): Promise<Recipe> {
  const recipe = recipeIn(await readInput('recipe', path));
  if (!isRecipe(recipe)) throw new UsageError(`--recipe: ${path} holds no recipe; name a PNG or a report that Brushover wrote.`);
  await requireOurModel(path, recipe.model);
  return { ...recipe, settings: checkedSettings(path, recipe.settings) };
}

function recipeIn(bytes: Buffer): unknown {
  try {
    if (bytes[0] === 0x89) return JSON.parse(textOf(decode(bytes)));
    return (JSON.parse(bytes.toString('utf8')) as { recipe?: unknown } | null)?.recipe;
  } catch {
    return undefined;
  }
}

function textOf({ text }: DecodedPng): string {
  return text[RECIPE_KEYWORD] ?? 'null';
}

/** Files come from anywhere: what is used below is there and of its type. */
function isRecipe(value: unknown): value is Recipe {
  const { model, backend, size, settings, styleWeights, pictures } = (value ?? {}) as { [Key in keyof Recipe]?: unknown };
  return (
    typeof model === 'string' &&
    ENGINE_NAMES.some((name) => name === backend) &&
    (size === null || (Number.isInteger(size) && Number(size) > 0)) &&
    isObject(settings) &&
    Array.isArray(styleWeights) &&
    styleWeights.every((weight) => Number.isFinite(weight) && weight >= 0) &&
    isObject(pictures) &&
    Array.isArray(pictures.styles) &&
    pictures.styles.every(isObject)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Settings are measured for one network: on another the same numbers paint another picture. */
async function requireOurModel(path: string, model: string): Promise<void> {
  const ours = await readModelId(readFromDisk, 'models/vgg16');
  if (model === ours) return;
  throw new UsageError(
    `--recipe: ${path} was made with the network ${model}, and this version has ${ours}, which paints another picture; ` +
      'leave --recipe out and give the settings that you want to keep as flags.',
  );
}

async function readFromDisk(file: string): Promise<ArrayBuffer> {
  return Uint8Array.from(await readFile(file)).buffer;
}

/** Written as flags, the recipe's settings pass the checks of flags; what it does not know keeps its default. */
function checkedSettings(path: string, settings: object): Recipe['settings'] {
  const flags = Object.entries(settings).map(([name, value]) => [flagName(name), typeof value === 'boolean' ? value : flagText(value)]);
  try {
    return settingsFromFlags(Object.fromEntries(flags) as Record<string, unknown>);
  } catch (error) {
    throw new UsageError(`--recipe: ${path} can't be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** "contentWeight" → "content-weight" */
function flagName(setting: string): string {
  if (setting === 'styleLosses') return 'style-loss';
  return setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Null, which every such setting has as its default, is no flag. */
function flagText(value: unknown): string | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value))
    return value.map((step: { scale?: number; evaluations?: number }) => `${step?.scale}x${step?.evaluations}`).join(',');
  if (isObject(value))
    return Object.entries(value)
      .map(([layer, weight]) => `${layer}=${weight}`)
      .join(',');
  return String(value);
}

/** One line that names the pictures which are not the recipe's; null if all are. */
export function differenceFrom(recipe: PictureHashes, given: PictureHashes): string | null {
  const count = Math.max(recipe.styles.length, given.styles.length);
  const styles = Array.from({ length: count }, (_, i): [string, unknown, unknown][] => [
    [`style ${i + 1}`, recipe.styles[i]?.image, given.styles[i]?.image],
    [`the mask of style ${i + 1}`, recipe.styles[i]?.mask ?? null, given.styles[i]?.mask ?? null],
  ]);
  const compared: [string, unknown, unknown][] = [
    ['the content', recipe.content, given.content],
    ...styles.flat(),
    ['the mask', recipe.mask, given.mask],
    ['the picture to start from', recipe.start, given.start],
  ];
  const different = compared.filter(([, before, now]) => before !== now).map(([name]) => name);
  return different.length === 0 ? null : `not as in the recipe, so the result will differ: ${different.join(', ')}.`;
}
