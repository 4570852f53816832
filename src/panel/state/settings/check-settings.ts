import { ENGINE_NAMES } from '../../../nst/engines/engine';
import { INITS, KEEP_COLORS, NORMALIZATIONS, OPTIMIZERS, PADDINGS, POOLINGS, STROKE_SIZES, STYLE_LOSSES } from '../../../nst/settings';
import { CONTENT_LAYERS, STYLE_LAYERS } from './layers';
import { defaultPanelSettings, type PanelSettings } from './panel-settings';

export type SettingKey = keyof PanelSettings;
/** One sentence for each setting that can't be used. */
export type SettingProblems = Partial<Record<SettingKey, string>>;
/** Null if the value can be used, else a sentence that says what to enter. */
type Check = (value: unknown) => string | null;

/** Values come from fields and from storage, which an older version or another hand may have written. */
const checks: Record<SettingKey, Check> = {
  contentWeight: numberWithin(0, 1e6),
  styleWeight: numberWithin(0, 1e6),
  tvWeight: numberWithin(0, 1e6),
  contentLayers: weightsOf(CONTENT_LAYERS, null),
  styleLayers: weightsOf(STYLE_LAYERS, 'style layer'),
  styleLosses: weightsOf(STYLE_LOSSES, 'style term'),
  normalization: oneOf(NORMALIZATIONS),
  pooling: oneOf(POOLINGS),
  padding: oneOf(PADDINGS),
  normalizeGradients: trueOrFalse,
  optimizer: oneOf(OPTIMIZERS),
  evaluations: wholeWithin(1, 10_000),
  learningRate: orNull(numberWithin(1e-6, 1e6)),
  init: oneOf(INITS),
  seed: wholeWithin(0, 2 ** 32 - 1),
  earlyStop: orNull(numberWithin(1e-6, 0.5)),
  scales: orNull(scalesCheck),
  strokeSize: oneOf(STROKE_SIZES),
  styleScale: numberWithin(0.1, 4),
  keepColors: oneOf(KEEP_COLORS),
  tileMemory: orNull(wholeWithin(64, 65_536)),
  size: orNull(wholeWithin(16, 16_384)),
  engine: oneOf(['auto', ...ENGINE_NAMES]),
  insertWhenFinished: trueOrFalse,
  startFromPreview: trueOrFalse,
};

const keys = Object.keys(defaultPanelSettings) as SettingKey[];

export function problemsOf(settings: PanelSettings): SettingProblems {
  const found = keys.map((key) => [key, checks[key](settings[key])] as const);
  return Object.fromEntries(found.filter(([, problem]) => problem !== null));
}

/** Takes every stored value that can be used and the default for the rest. */
export function settingsFromStored(stored: unknown): PanelSettings {
  if (typeof stored !== 'object' || stored === null) return defaultPanelSettings;
  const values = stored as Partial<Record<SettingKey, unknown>>;
  const usable = keys.filter((key) => key in values && checks[key](values[key]) === null);
  return { ...defaultPanelSettings, ...Object.fromEntries(usable.map((key) => [key, values[key]])) };
}

function numberWithin(least: number, most: number): Check {
  return (value) => (isWithin(value, least, most) ? null : `Enter a number from ${plain(least)} to ${plain(most)}.`);
}

function wholeWithin(least: number, most: number): Check {
  return (value) =>
    isWithin(value, least, most) && Number.isInteger(value) ? null : `Enter a whole number from ${plain(least)} to ${plain(most)}.`;
}

function oneOf(values: readonly string[]): Check {
  return (value) => (values.includes(value as string) ? null : 'Choose one of the values.');
}

function trueOrFalse(value: unknown): string | null {
  return typeof value === 'boolean' ? null : 'Switch this on or off.';
}

function orNull(check: Check): Check {
  return (value) => (value === null ? null : check(value));
}

/** A weight by name; where there is a word for what is weighted, at least one must be above 0. */
function weightsOf(names: readonly string[], atLeastOne: string | null): Check {
  return (value) => {
    if (typeof value !== 'object' || value === null) return 'Enter weights.';
    const weights = Object.entries(value);
    const bad = weights.find(([name, weight]) => !names.includes(name) || !isWithin(weight, 0, 1e6));
    if (bad) return `Enter a weight of 0 or more for ${bad[0]}.`;
    const used = weights.some(([, weight]) => weight > 0);
    return atLeastOne && !used ? `Give at least one ${atLeastOne} a weight above 0.` : null;
  };
}

function scalesCheck(value: unknown): string | null {
  if (!Array.isArray(value)) return wholeWithin(1, 8)(value);
  const fine = value.every((step) => isWithin(step?.scale, 0.01, 1) && isWithin(step?.evaluations, 1, 10_000));
  return value.length > 0 && fine ? null : 'Enter a whole number from 1 to 8.';
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

function plain(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 6, useGrouping: false });
}
