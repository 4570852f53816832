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
    explanation: 'Calm areas and bold shapes, in the style’s colours.',
    settings: { strokeSize: 'bold', tvWeight: 6e-3 },
  },
  {
    name: 'Sketch',
    explanation: 'Fine marks along the layer’s own edges.',
    settings: { strokeSize: 'fine', styleWeight: 2, contentLosses: { features: 1, laplacian: 2 }, tvWeight: 0 },
  },
  {
    name: 'Fast',
    explanation: 'A smaller picture in a fraction of the time, to see whether a style fits.',
    settings: { size: 256, evaluations: 40 },
  },
];
