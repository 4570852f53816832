/** Of VGG-16, shallow to deep: fine texture first, large shapes last. */
export const STYLE_LAYERS = [
  'relu1_1',
  'relu1_2',
  'relu2_1',
  'relu2_2',
  'relu3_1',
  'relu3_2',
  'relu3_3',
  'relu4_1',
  'relu4_2',
  'relu4_3',
  'relu5_1',
] as const;

export const CONTENT_LAYERS = ['relu3_1', 'relu3_2', 'relu3_3', 'relu4_1', 'relu4_2', 'relu4_3', 'relu5_1', 'relu5_2'] as const;
