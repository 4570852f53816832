import type { PanelSettings } from './panel-settings';

/** A look: the settings that differ from the defaults. */
export interface Preset {
  name: string;
  /** What the picture becomes, in one sentence. */
  explanation: string;
  settings: Partial<PanelSettings>;
}

/** The first is the default look. */
export const BUILT_IN_PRESETS: readonly Preset[] = [
  {
    name: 'Painterly',
    explanation: 'Strokes and colours of the style, shapes of the layer: where everything starts.',
    settings: {},
  },
  {
    name: 'Faithful portrait',
    explanation: 'Fine strokes and the layer’s own edges, so that a face stays itself.',
    settings: { styleWeight: 0.5, strokeSize: 'fine', contentLosses: { features: 1, laplacian: 1 } },
  },
  {
    name: 'Abstract',
    explanation: 'The style above all: bold shapes, and only traces of the layer.',
    settings: { styleWeight: 6, strokeSize: 'bold' },
  },
  {
    name: 'Poster',
    explanation: 'Calm areas and bold shapes with clear outlines, in the style’s colours.',
    settings: {
      strokeSize: 'bold',
      styleLayers: { relu3_1: 1, relu4_1: 1, relu5_1: 1 },
      contentLosses: { features: 1, laplacian: 0.5 },
      tvWeight: 2e-3,
    },
  },
  {
    name: 'Sketch',
    explanation: 'Fine marks along the layer’s own edges.',
    settings: {
      strokeSize: 'fine',
      styleScale: 0.5,
      styleLayers: { relu1_1: 1, relu2_1: 1, relu3_1: 1 },
      styleLosses: { gram: 5 },
      contentLosses: { features: 1, laplacian: 2 },
      tvWeight: 0,
    },
  },
  {
    name: 'Fast',
    explanation: 'A smaller picture in a fraction of the time, to see whether a style fits.',
    settings: { size: 256, evaluations: 40 },
  },
];
