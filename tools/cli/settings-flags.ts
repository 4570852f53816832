import {
  defaultSettings,
  INITS,
  KEEP_COLORS,
  NORMALIZATIONS,
  OPTIMIZERS,
  PADDINGS,
  POOLINGS,
  STROKE_SIZES,
  STYLE_LOSSES,
  type ScaleStep,
  type StyleTransferSettings,
} from '../../src/nst/settings';
import { choiceFlag, layersFlag, numberFlag, UsageError, weightsFlag } from './options';

type Apply = (text: string) => Partial<StyleTransferSettings>;

/** A flag for every setting, and how its text becomes the setting. */
const SETTING_FLAGS: Record<string, Apply> = {
  'content-weight': (text) => ({ contentWeight: numberFlag('content-weight', text, { minimum: 0 }) }),
  'style-weight': (text) => ({ styleWeight: numberFlag('style-weight', text, { minimum: 0 }) }),
  'tv-weight': (text) => ({ tvWeight: numberFlag('tv-weight', text, { minimum: 0 }) }),
  'content-layers': (text) => ({ contentLayers: layersFlag('content-layers', text) }),
  'style-layers': (text) => ({ styleLayers: layersFlag('style-layers', text) }),
  'style-loss': (text) => ({ styleLosses: weightsFlag('style-loss', text, STYLE_LOSSES) }),
  normalization: (text) => ({ normalization: choiceFlag('normalization', text, NORMALIZATIONS) }),
  pooling: (text) => ({ pooling: choiceFlag('pooling', text, POOLINGS) }),
  padding: (text) => ({ padding: choiceFlag('padding', text, PADDINGS) }),
  optimizer: (text) => ({ optimizer: choiceFlag('optimizer', text, OPTIMIZERS) }),
  evaluations: (text) => ({ evaluations: numberFlag('evaluations', text, { minimum: 1, whole: true }) }),
  'learning-rate': (text) => ({ learningRate: numberFlag('learning-rate', text, { minimum: 1e-12 }) }),
  init: (text) => ({ init: choiceFlag('init', text, INITS) }),
  seed: (text) => ({ seed: numberFlag('seed', text, { minimum: 0, whole: true }) }),
  'early-stop': (text) => ({ earlyStop: numberFlag('early-stop', text, { minimum: 0 }) }),
  scales: (text) => ({ scales: scalesFlag(text) }),
  'stroke-size': (text) => ({ strokeSize: choiceFlag('stroke-size', text, STROKE_SIZES) }),
  'style-scale': (text) => ({ styleScale: numberFlag('style-scale', text, { minimum: 0.05 }) }),
  'keep-colors': (text) => ({ keepColors: choiceFlag('keep-colors', text, KEEP_COLORS) }),
  'tile-memory': (text) => ({ tileMemory: numberFlag('tile-memory', text, { minimum: 50 }) }),
};

export const SETTING_OPTIONS = {
  ...Object.fromEntries(Object.keys(SETTING_FLAGS).map((name) => [name, { type: 'string' as const }])),
  'normalize-gradients': { type: 'boolean' as const },
};

/** The settings that flags ask for, on top of `base`. Throws UsageError. */
export function settingsFromFlags(values: Record<string, unknown>, base: StyleTransferSettings = defaultSettings): StyleTransferSettings {
  let settings = base;
  for (const [name, apply] of Object.entries(SETTING_FLAGS)) {
    const text = values[name];
    if (typeof text === 'string') settings = { ...settings, ...apply(text) };
  }
  if (values['normalize-gradients'] === true) settings = { ...settings, normalizeGradients: true };
  return settings;
}

/** "3", or "0.5x60,1x40": sides relative to the final size, and evaluations there. */
function scalesFlag(text: string): number | ScaleStep[] {
  if (!text.includes('x')) return numberFlag('scales', text, { minimum: 1, whole: true });
  const steps = text.split(',').map((part) => {
    const [scale, evaluations] = part.split('x');
    return {
      scale: numberFlag('scales', scale, { minimum: 0.01 }),
      evaluations: numberFlag('scales', evaluations ?? '', { minimum: 1, whole: true }),
    };
  });
  if (steps.at(-1)?.scale !== 1) throw new UsageError('--scales must end at the final size, such as 0.5x60,1x40.');
  return steps;
}
