import * as v from 'valibot';
import { missingLayer, VGG_TITLES, type VggName } from '../nst/model/vgg';
import { needsOf } from '../nst/schema/settings-table';
import { defaultPanelSettings, PANEL_SETTINGS, panelSettingsSchema, type PanelSettings, type SettingKey } from './panel-settings';

/** One sentence for each setting that can't be used. */
export type SettingProblems = Partial<Record<SettingKey, string>>;

/** Values come from fields: NaN stands for what is no number. */
export function problemsOf(settings: PanelSettings, vgg: VggName = 'vgg16'): SettingProblems {
  const needs = Object.entries(needsOf(panelSettingsSchema, settings));
  return { ...layerProblems(settings, vgg), ...Object.fromEntries(needs.map(([key, need]) => [key, `Enter ${need}.`])) };
}

/** Layers that the network in use lacks: they were set for another one. */
function layerProblems(settings: PanelSettings, vgg: VggName): SettingProblems {
  const missing = (['contentLayers', 'styleLayers'] as const).map((key) => [key, missingLayer(Object.keys(settings[key]), vgg)] as const);
  return Object.fromEntries(
    missing.flatMap(([key, layer]) =>
      layer === null
        ? []
        : [[key, `${VGG_TITLES[vgg]} has no layer ${layer}; empty its field, or choose another network on the options page.`]],
    ),
  );
}

/** Takes every stored value that can be used and the default for the rest: an older version or another hand may have written it. */
export function settingsFromStored(stored: unknown): PanelSettings {
  if (typeof stored !== 'object' || stored === null) return defaultPanelSettings;
  const usable = Object.entries(PANEL_SETTINGS).flatMap(([key, { schema }]) => {
    const value = Object.hasOwn(stored, key) ? v.safeParse(schema, Reflect.get(stored, key)) : null;
    return value?.success ? [[key, value.output]] : [];
  });
  return { ...defaultPanelSettings, ...Object.fromEntries(usable) };
}
