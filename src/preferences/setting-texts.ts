import { translateText } from '../texts/translate';
import { PANEL_SETTINGS, type SettingKey } from './panel-settings';

/** A setting's name in the language that is shown. */
export function labelOf(setting: SettingKey): string {
  return translateText(PANEL_SETTINGS[setting].label);
}

/** What it does, in one line. */
export function explanationOf(setting: SettingKey): string {
  return translateText(PANEL_SETTINGS[setting].explanation);
}
