import { computed, effect, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { onChange, tellChange } from './changes';
import { problemsOf, settingsFromStored } from './check-settings';
import { chosenNetwork } from './network';
import { defaultPanelSettings, type PanelSettings, type SettingKey } from './panel-settings';
import { sameValue } from './same-value';

const STORAGE_KEY = 'panelSettings';

/** As entered: what can't be used stands in `settingProblems`. */
export const settings = signal<PanelSettings>(defaultPanelSettings);
export const settingProblems = computed(() => problemsOf(settings.value, chosenNetwork.value?.vgg));
/** Counts resets, so that half-typed text in a field goes too. */
export const resets = signal(0);

export function changeSettings(change: Partial<PanelSettings>): void {
  settings.value = { ...settings.value, ...change };
}

/** All of them at once; half-typed text in the fields goes too. */
export function chooseSettings(chosen: PanelSettings): void {
  settings.value = chosen;
  resets.value++;
}

export function resetSettings(): void {
  chooseSettings(defaultPanelSettings);
}

export function resetSetting(key: SettingKey): void {
  chooseSettings({ ...settings.value, [key]: defaultPanelSettings[key] });
}

export function isDefault(key: SettingKey): boolean {
  return sameValue(settings.value[key], defaultPanelSettings[key]);
}

/** As they were read, so that what another page has set is not kept and told once more. */
let read: PanelSettings | null = null;

/** Reads what was set last time, then keeps every change that can be used, and follows those of other pages. */
export async function restoreSettings(): Promise<void> {
  await readSettings();
  effect(() => {
    const usable = settings.value;
    if (usable === read || Object.keys(settingProblems.value).length > 0) return;
    void browser.storage.local.set({ [STORAGE_KEY]: usable }).then(() => tellChange('settings'));
  });
  onChange('settings', () => void readSettings());
}

async function readSettings(): Promise<void> {
  const stored = await browser.storage.local.get(STORAGE_KEY);
  read = settingsFromStored(stored[STORAGE_KEY]);
  settings.value = read;
}
