/** What is asked of the extension for each picture: styles, masks and settings, from flags or from a row of a list. */
import type { HeadlessRequest } from '../../src/headless';
import { lossLayers } from '../../src/nst/losses/loss-layers';
import { missingLayer, VGG_TITLES, type VggName } from '../../src/nst/model/vgg';
import type { Recipe } from '../../src/nst/recipe';
import { inPlace } from './list';
import { maskFile, readMask } from './mask-flag';
import { UsageError } from './options';
import type { CommandNetwork } from './network-flag';
import type { OutputForm } from './output/format';
import { runSettingsFromFlags, settingsFromFlags } from './settings-flags';
import { readStyles } from './styles-flag';
import type { NamedFile } from './targets';

export type ContentlessRequest = Omit<HeadlessRequest, 'content'>;

export interface Row {
  /** Of a list; null for the command's flags. */
  place: string | null;
  values: Record<string, unknown>;
}

interface Requests {
  /** All files that are read. */
  inputs: NamedFile[];
  engine: ContentlessRequest['engine'];
  /** Of any picture. */
  mostStyles: number;
  requestAt(row: number): Promise<ContentlessRequest>;
}

/** Each request is read once before anything is painted, so that every mistake is found first. Throws UsageError. */
export async function readRequests(
  rows: readonly Row[],
  recipe: Recipe | null,
  form: OutputForm,
  network: Pick<CommandNetwork, 'vgg'>,
): Promise<Requests> {
  const inputs: NamedFile[] = [];
  let last: ContentlessRequest;
  let mostStyles = 0;
  for (const row of rows) {
    last = await requestOf(row, recipe, form, network);
    inputs.push(...inputsOf(row.values, last.styles));
    mostStyles = Math.max(mostStyles, last.styles.length);
  }
  const only = rows.length === 1 ? last! : null;
  // The styles of hundreds of rows are not held at once.
  return { inputs, engine: last!.engine, mostStyles, requestAt: async (row) => only ?? requestOf(rows[row], recipe, form, network) };
}

async function requestOf(
  { place, values }: Row,
  recipe: Recipe | null,
  form: OutputForm,
  { vgg }: Pick<CommandNetwork, 'vgg'>,
): Promise<ContentlessRequest> {
  try {
    if (listOf(values, 'style').length === 0) throw new UsageError('--style is missing; name the picture whose style is wanted.');
    const settings = settingsFromFlags(values, recipe?.settings);
    requireLayers(settings, vgg);
    return {
      settings,
      ...runSettingsFromFlags(values, { size: recipe?.size ?? null, engine: recipe?.backend ?? 'auto' }),
      styles: await readStyles(listOf(values, 'style'), listOf(values, 'style-mask'), recipe?.styleWeights),
      mask: await readMask('mask', optional(values, 'mask')),
      keepMask: await readMask('keep-mask', optional(values, 'keep-mask')),
      deep: form.bits === 16,
    };
  } catch (error) {
    throw place === null ? error : inPlace(place, error);
  }
}

function requireLayers(settings: ContentlessRequest['settings'], vgg: VggName): void {
  const missing = missingLayer(lossLayers(settings), vgg);
  if (missing === null) return;
  throw new UsageError(
    `${VGG_TITLES[vgg]} has no layer ${missing}; leave it out of --content-layers and --style-layers, or give a network that has it with --network.`,
  );
}

function inputsOf(values: Row['values'], styles: ContentlessRequest['styles']): NamedFile[] {
  const masks = ['mask', 'keep-mask'].flatMap((flag) => {
    const path = maskFile(optional(values, flag));
    return path === null ? [] : [{ flag, path }];
  });
  const named = (flag: string, paths: readonly string[]): NamedFile[] => paths.map((path) => ({ flag, path }));
  const styleFiles = styles.map(({ name }) => name);
  return [...named('style', styleFiles), ...named('style-mask', listOf(values, 'style-mask')), ...masks];
}

export function listOf(values: Row['values'], name: string): string[] {
  return (values[name] as string[] | undefined) ?? [];
}

export function optional(values: Row['values'], name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}
