import type { StyleTransferSettings } from './settings';

/** The settings that J(G) itself depends on. */
export type ObjectiveSettings = Pick<
  StyleTransferSettings,
  | 'contentWeight'
  | 'styleWeight'
  | 'tvWeight'
  | 'contentLayers'
  | 'styleLayers'
  | 'styleLosses'
  | 'contentLosses'
  | 'normalization'
  | 'normalizeGradients'
>;
