/** Every setting of the table as a flag: its name, and how its text becomes the setting's value. */
import * as v from 'valibot';
import type { EngineName } from '../../src/nst/engines/engine';
import {
  defaultSettings,
  gramSettings,
  RUN_SETTINGS,
  SETTINGS,
  settingsSchema,
  type RunSettings,
  type StyleTransferSettings,
} from '../../src/nst/settings';
import { needsOf, type AnySetting, type SettingsTable } from '../../src/nst/schema/settings-table';
import { needed } from './options';

/** WebGPU in this process, without a browser. */
export const NODE_BACKEND = 'webgpu-node';

/** What a backend may be called besides an engine's own name. */
const BACKEND_ALIASES: ReadonlyMap<string, EngineName> = new Map([
  ['cpu', 'tfjs-cpu'],
  [NODE_BACKEND, 'webgpu'],
]);
/** Lets the method choose, where a setting allows that. */
const AUTO = 'auto';

/** "contentWeight" → "content-weight" */
export function flagOf(key: string, { flag }: Pick<AnySetting, 'flag'> = {}): string {
  return flag ?? key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export const SETTING_OPTIONS = optionsOf({ ...SETTINGS, ...RUN_SETTINGS });

function optionsOf(table: SettingsTable): Record<string, { type: 'string' | 'boolean' }> {
  return Object.fromEntries(
    Object.entries(table).map(([key, setting]) => [flagOf(key, setting), { type: setting.kind === 'switch' ? 'boolean' : 'string' }]),
  );
}

/** The settings that flags ask for, on top of `base`. Throws UsageError. */
export function settingsFromFlags(values: Record<string, unknown>, base = startOf(values)): StyleTransferSettings {
  const settings = { ...base, ...valuesFromFlags(SETTINGS, values) };
  // Each of the values was checked; what is left is about all of them.
  const [problem] = Object.entries(needsOf(settingsSchema, settings));
  if (problem) throw needed(flagOf(problem[0], SETTINGS[problem[0] as keyof typeof SETTINGS]), problem[1]);
  return settings;
}

/** Who asks for the paper's sums wants the paper's objective: nothing that was added to it, unless a flag adds it. */
function startOf({ normalization }: Record<string, unknown>): StyleTransferSettings {
  return normalization === 'seed' ? gramSettings : defaultSettings;
}

/** Size and engine, likewise. */
export function runSettingsFromFlags(values: Record<string, unknown>, base: RunSettings): RunSettings {
  const backend = BACKEND_ALIASES.get(String(values.backend));
  return { ...base, ...valuesFromFlags(RUN_SETTINGS, backend ? { ...values, backend } : values) };
}

function valuesFromFlags(table: SettingsTable, values: Record<string, unknown>): Record<string, unknown> {
  const given = Object.entries(table).flatMap(([key, setting]) => {
    const text = values[flagOf(key, setting)];
    return text === undefined ? [] : [[key, checked(flagOf(key, setting), setting, text as string | boolean)]];
  });
  return Object.fromEntries(given) as Record<string, unknown>;
}

function checked(flag: string, setting: AnySetting, text: string | boolean): unknown {
  const { success, output, issues } = v.safeParse(setting.schema as v.GenericSchema, valueOf(setting, text));
  if (!success) throw needed(flag, issues[0].message, String(text));
  return output;
}

/** What a flag's text says, in the setting's own terms; whether it may be so is for the schema to say. */
function valueOf(setting: AnySetting, text: string | boolean): unknown {
  if (typeof text === 'boolean') return text;
  switch (setting.kind) {
    case 'number':
      return setting.optional && text === AUTO ? null : numberIn(text);
    case 'scales':
      return text === AUTO ? null : scalesIn(text);
    case 'weights':
      return weightsIn(text);
    default:
      return text;
  }
}

/** NaN for what is no number. */
function numberIn(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

/** "3", or "0.5x60,1x40": sides relative to the final size, and evaluations there. */
function scalesIn(text: string): unknown {
  if (!text.includes('x')) return numberIn(text);
  return text.split(',').map((part) => {
    const [scale, evaluations = ''] = part.split('x');
    return { scale: numberIn(scale), evaluations: numberIn(evaluations) };
  });
}

/** "relu4_2=1,relu5_1" → { relu4_2: 1, relu5_1: 1 }; nothing → no weights */
function weightsIn(text: string): Record<string, number> {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  return Object.fromEntries(
    parts.map((part) => {
      const [name, weight = '1'] = part.split('=');
      return [name.trim(), numberIn(weight)];
    }),
  );
}
