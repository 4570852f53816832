import { defaultSettings, type LayerWeights, type StyleTransferSettings } from '../settings';
import type { RebuiltFrom } from './explored';

/** J of one layer's content alone, or of style alone, as relative errors; nothing smooths the picture. */
export function rebuildSettings(from: RebuiltFrom, layer: string): StyleTransferSettings {
  const settings: StyleTransferSettings = { ...defaultSettings, tvWeight: 0, init: 'noise', scales: 1, keepColors: 'none' };
  return from === 'content'
    ? { ...settings, contentWeight: 1, contentLosses: { features: 1 }, contentLayers: { [layer]: 1 }, styleWeight: 0, styleLosses: {} }
    : { ...settings, contentWeight: 0, contentLosses: {}, styleWeight: 1, styleLosses: { gram: 1 }, styleLayers: styleLayersUpTo(layer) };
}

/** As in figure 1 of Gatys et al. (2015): the first layer of every block up to this one, and this one itself. */
function styleLayersUpTo(layer: string): LayerWeights {
  const block = Number(/\d+/.exec(layer)![0]);
  const firstLayers = Array.from({ length: block }, (_, i) => `relu${i + 1}_1`);
  return Object.fromEntries([...firstLayers, layer].map((name) => [name, 1]));
}
