import { computed, signal } from '@preact/signals';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { BUILT_IN_PRESETS, type Preset } from './built-in-presets';
import { onChange, tellChange } from './changes';
import { settingsFromStored } from './check-settings';
import { defaultPanelSettings, type PanelSettings, type SettingKey } from './panel-settings';
import { sameValue } from './same-value';
import { chooseSettings, settingProblems, settings } from './settings';
import { translate } from '../texts/translate';

const STORAGE_KEY = 'panelPresets';
const LONGEST_NAME = 40;
/** As they are kept and exported; the settings are checked one by one. */
export const presetsSchema = v.array(
  v.object({ name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST_NAME)), settings: v.unknown() }),
);

/** Those the user made, oldest first. */
export const ownPresets = signal<readonly Preset[]>([]);
export const presets = computed(() => [...BUILT_IN_PRESETS, ...ownPresets.value]);
/** The preset that the settings are; null once one of them was changed. */
export const chosenPreset = computed(() => presets.value.find((preset) => sameValue(settings.value, withPreset(preset))) ?? null);

/** What belongs to the machine and the way of working, not to the look: no preset holds it. */
const NO_LOOK: readonly SettingKey[] = ['engine', 'tileMemory', 'insertWhenFinished', 'startFromPreview'];
const FAST_SIZE = BUILT_IN_PRESETS.find(({ name }) => name === 'Fast')?.settings.size;

/** The size stays too, but that which Fast made small: the next preset gives the usual one back. */
function keptSettings(): Partial<PanelSettings> {
  const kept: readonly SettingKey[] = settings.value.size === FAST_SIZE ? NO_LOOK : [...NO_LOOK, 'size'];
  return Object.fromEntries(kept.map((key) => [key, settings.value[key]]));
}

function withPreset(preset: Preset): PanelSettings {
  return { ...defaultPanelSettings, ...keptSettings(), ...preset.settings };
}

export function choosePreset(preset: Preset): void {
  chooseSettings(withPreset(preset));
}

/** Also follows the changes of other pages. */
export async function restorePresets(): Promise<void> {
  await readPresets();
  onChange('presets', () => void readPresets());
}

async function readPresets(): Promise<void> {
  const { [STORAGE_KEY]: stored } = await browser.storage.local.get(STORAGE_KEY);
  const known = v.safeParse(presetsSchema, stored);
  ownPresets.value = known.success ? known.output.map((preset) => ownPreset(preset.name, settingsFromStored(preset.settings))) : [];
}

/** Keeps the settings as they are now under a name; one of the user's that has it already is replaced. */
export async function savePreset(entered: string): Promise<string | null> {
  const name = entered.trim();
  const problem = problemOf(name);
  if (problem) return problem;
  const others = ownPresets.value.filter((preset) => preset.name !== name);
  await store([...others, ownPreset(name, settings.value)]);
  return null;
}

/** Those of another browser; one whose name is taken gets a number, so that nothing is replaced. */
export async function addPresets(added: v.InferOutput<typeof presetsSchema>): Promise<void> {
  const all = [...ownPresets.value];
  for (const { name, settings: stored } of added) {
    const preset = ownPreset(freeName(name, all), settingsFromStored(stored));
    if (!all.some((own) => own.name === name && sameValue(own.settings, preset.settings))) all.push(preset);
  }
  await store(all);
}

function freeName(name: string, taken: readonly Preset[]): string {
  const isFree = (one: string) => ![...BUILT_IN_PRESETS, ...taken].some((preset) => preset.name === one);
  let [free, number] = [name, 2];
  while (!isFree(free)) free = `${name.slice(0, LONGEST_NAME - 4)} (${number++})`;
  return free;
}

export async function deletePreset(preset: Preset): Promise<void> {
  await store(ownPresets.value.filter((own) => own !== preset));
}

export function isOwn(preset: Preset): boolean {
  return ownPresets.value.includes(preset);
}

function problemOf(name: string): string | null {
  if (name === '') return translate`Enter a name for the preset.`;
  if (name.length > LONGEST_NAME) return translate`Enter a name of at most ${LONGEST_NAME} letters.`;
  if (BUILT_IN_PRESETS.some((preset) => preset.name === name)) return translate`“${name}” comes with Brushover; enter another name.`;
  return Object.keys(settingProblems.value).length > 0
    ? translate`Some settings can’t be used yet; mend those that are marked first.`
    : null;
}

function ownPreset(name: string, whole: PanelSettings): Preset {
  return { name, explanation: 'Your own settings.', settings: lookOf(whole) };
}

/** With the size, which the maker of a preset chose. */
function lookOf(whole: PanelSettings): Partial<PanelSettings> {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !NO_LOOK.includes(key as SettingKey)));
}

async function store(own: readonly Preset[]): Promise<void> {
  await browser.storage.local.set({ [STORAGE_KEY]: own.map(({ name, settings }) => ({ name, settings })) });
  ownPresets.value = own;
  tellChange('presets');
}
