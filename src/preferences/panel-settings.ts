import { toggle } from '../nst/schema/setting-kinds';
import { asAWhole, RUN_SETTINGS, SETTINGS, type StyleTransferSettings } from '../nst/settings';
import { defaultsOf, schemaOf, type ValuesOf } from '../nst/schema/settings-table';

/** What the panel lets its user set: the method's settings, the run's, and a few of the panel's own. */
export const PANEL_SETTINGS = {
  ...SETTINGS,
  ...RUN_SETTINGS,
  insertWhenFinished: toggle({
    default: true,
    label: 'Insert when finished',
    explanation: 'Puts the result into the editor as a new layer by itself.',
    group: 'main',
  }),
  /** G begins as the preview instead of as `init` says. */
  startFromPreview: toggle({
    default: false,
    label: 'Start from the preview',
    explanation: 'Refines the preview with its strength, instead of starting anew.',
    group: 'optimisation',
  }),
};

export type PanelSettings = ValuesOf<typeof PANEL_SETTINGS>;
export type SettingKey = keyof PanelSettings;

export const panelSettingsSchema = asAWhole(schemaOf(PANEL_SETTINGS));

export const defaultPanelSettings: PanelSettings = { ...defaultsOf(PANEL_SETTINGS), size: 512 };

/** The part that goes into a job and its recipe. */
export function transferSettingsOf(settings: PanelSettings): StyleTransferSettings {
  const keys = Object.keys(SETTINGS) as (keyof StyleTransferSettings)[];
  return Object.fromEntries(keys.map((key) => [key, settings[key]])) as unknown as StyleTransferSettings;
}
