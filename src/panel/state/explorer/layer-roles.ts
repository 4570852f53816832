import type { SettingKey } from '../../../preferences/panel-settings';
import { changeSettings, settings } from '../../../preferences/settings';
import { LAYERS } from './explored-picture';

/** What a layer can be compared for. */
export type LayerRole = 'contentLayers' | 'styleLayers';

export function hasRole(role: LayerRole, layer: string): boolean {
  return (settings.value[role][layer] ?? 0) > 0;
}

/** Which setting keeps every layer of this role from counting; null where they count. */
export function switchedOffBy(role: LayerRole): SettingKey | null {
  const { contentWeight, contentLosses, styleWeight, styleLosses } = settings.value;
  if (role === 'contentLayers') return contentWeight === 0 ? 'contentWeight' : contentLosses.features ? null : 'contentLosses';
  return styleWeight === 0 ? 'styleWeight' : styleLosses.gram ? null : 'styleLosses';
}

/** Whether it is the only one, which something must be compared at. */
export function isLastOf(role: LayerRole, layer: string): boolean {
  return LAYERS.every((other) => hasRole(role, other) === (other === layer));
}

/** Gives the layer the weight 1, or leaves it out; the others stay as they are. */
export function toggleRole(role: LayerRole, layer: string): void {
  const weights = settings.value[role];
  const wanted = LAYERS.filter((name) => (name === layer ? !hasRole(role, name) : name in weights));
  changeSettings({ [role]: Object.fromEntries(wanted.map((name) => [name, name === layer ? 1 : weights[name]])) });
}
