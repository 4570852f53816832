import type { StyleTransferSettings } from '../settings';

/** With both losses at 0 all pictures are equally good. */
export function comparesSomething(settings: StyleTransferSettings): boolean {
  const { contentWeight, styleWeight, contentLayers, contentLosses } = settings;
  const comparesFeatures = counts(contentLosses.features) && Object.values(contentLayers).some(counts);
  return styleWeight > 0 || (contentWeight > 0 && (comparesFeatures || counts(contentLosses.laplacian)));
}

/** This check runs beside those of each value, so a weight may still be anything. */
function counts(weight: unknown): boolean {
  return typeof weight === 'number' && weight > 0;
}
