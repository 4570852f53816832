import type { EngineName } from '../../../nst/engines/engine';
import { defaultSettings, recommendedSettings, type StyleTransferSettings } from '../../../nst/settings';

/** What the panel lets its user set: the method's settings and a few of the panel's own. */
export interface PanelSettings extends StyleTransferSettings {
  /** Longest side of G in pixels; null keeps the layer's size. */
  size: number | null;
  engine: EngineName | 'auto';
  insertWhenFinished: boolean;
  /** G begins as the preview instead of as `init` says. */
  startFromPreview: boolean;
}

export const defaultPanelSettings: PanelSettings = {
  ...recommendedSettings,
  size: 512,
  engine: 'auto',
  insertWhenFinished: true,
  startFromPreview: false,
};

/** The part that goes into a job and its recipe. */
export function transferSettingsOf(settings: PanelSettings): StyleTransferSettings {
  const keys = Object.keys(defaultSettings) as (keyof StyleTransferSettings)[];
  return Object.fromEntries(keys.map((key) => [key, settings[key]])) as unknown as StyleTransferSettings;
}
