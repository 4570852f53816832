import { deepestLayer, type LayerGeometry } from '../geometry';
import type { Model } from '../model/model';
import type { ContentLossName, StyleLossName, StyleTransferSettings } from '../settings';
import { HYPERCOLUMN_LAYERS } from './hypercolumns';

type TermSettings = Pick<StyleTransferSettings, 'contentLayers' | 'contentLosses' | 'styleLayers' | 'styleLosses'>;

export function hasStyleLoss({ styleLosses }: Pick<TermSettings, 'styleLosses'>, name: StyleLossName): boolean {
  return (styleLosses[name] ?? 0) > 0;
}

export function hasContentLoss({ contentLosses }: Pick<TermSettings, 'contentLosses'>, name: ContentLossName): boolean {
  return (contentLosses[name] ?? 0) > 0;
}

/** Every layer that a term of J looks at: the network ends at the deepest of them. */
export function lossLayers(settings: TermSettings): string[] {
  return [
    ...(hasContentLoss(settings, 'features') ? Object.keys(settings.contentLayers) : []),
    ...(hasStyleLoss(settings, 'gram') ? Object.keys(settings.styleLayers) : []),
    ...(hasStyleLoss(settings, 'neighbors') ? HYPERCOLUMN_LAYERS : []),
  ];
}

/**
 * How far J sees from a position of the deepest layer. Between two positions of its coarsest layer a hypercolumn looks at
 * both, and so one stride further than that layer does.
 */
export function lossGeometry(model: Model, geometries: ReadonlyMap<string, LayerGeometry>, settings: TermSettings): LayerGeometry {
  const deepest = geometries.get(deepestLayer(model, lossLayers(settings)))!;
  if (!hasStyleLoss(settings, 'neighbors')) return deepest;
  const coarsest = geometries.get(HYPERCOLUMN_LAYERS[HYPERCOLUMN_LAYERS.length - 1])!;
  return { ...deepest, reach: Math.max(deepest.reach, coarsest.reach + coarsest.stride) };
}
