import type { ScaleStep } from '../nst/settings';
import { languageOfTexts, translate, translateText } from '../texts/translate';
import { PANEL_SETTINGS, type SettingKey } from './panel-settings';

/** A setting's name in the language that is shown. */
export function labelOf(setting: SettingKey): string {
  return translateText(PANEL_SETTINGS[setting].label);
}

/** What it does, in one line. */
export function explanationOf(setting: SettingKey): string {
  return translateText(PANEL_SETTINGS[setting].explanation);
}

/** A value of it, as people read it. */
export function valueText(setting: SettingKey, value: unknown): string {
  const entry = PANEL_SETTINGS[setting];
  if (value === null) return setting === 'size' ? translate`Full` : translate`auto`;
  if (typeof value === 'boolean') return value ? translate`on` : translate`off`;
  if (typeof value === 'number')
    return value.toLocaleString(languageOfTexts().language, { maximumSignificantDigits: 6, useGrouping: false });
  if (entry.kind === 'choice') return translateText(entry.choices[String(value) as never] ?? String(value));
  if (entry.kind === 'weights')
    return Object.entries(value as object)
      .map((pair) => pair.join(' '))
      .join(', ');
  return Array.isArray(value) ? value.map((step: ScaleStep) => `${step.scale} × ${step.evaluations}`).join(', ') : String(value);
}
