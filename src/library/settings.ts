/** The settings as a page gives them, written out so that their types need no other package. */
import * as v from 'valibot';
import { missingLayer, vggLayerNames } from '../nst/model/vgg';
import { defaultSettings, settingsSchema, type StyleTransferSettings } from '../nst/settings';
import { needsOf } from '../nst/schema/settings-table';
import { StylizeError } from './stylize-error';

/** What is left out keeps its default. README.md says what each does, under the same name as a flag of the command line. */
export interface Settings {
  contentWeight?: number;
  styleWeight?: number;
  tvWeight?: number;
  /** Weights by layer, such as `{ relu4_2: 1 }`. */
  contentLayers?: Readonly<Record<string, number>>;
  contentLosses?: { features?: number; laplacian?: number };
  styleLayers?: Readonly<Record<string, number>>;
  styleLosses?: { gram?: number; neighbors?: number };
  normalization?: 'balanced' | 'seed';
  pooling?: 'avg' | 'max';
  padding?: 'zero' | 'replicate' | 'reflect' | 'wrap';
  normalizeGradients?: boolean;
  optimizer?: 'lbfgs' | 'adam' | 'gradient-descent';
  /** How often the picture is improved, over all scales. */
  evaluations?: number;
  /** Null lets the optimiser choose. */
  learningRate?: number | null;
  init?: 'content' | 'noise' | 'style';
  /** The same seed gives the same picture. */
  seed?: number;
  earlyStop?: number | null;
  /** How many sizes the picture grows through, or exactly which. */
  scales?: number | readonly { scale: number; evaluations: number }[] | null;
  strokeSize?: 'fine' | 'medium' | 'bold';
  /** Size of the style relative to the content. */
  styleScale?: number;
  keepColors?: 'none' | 'luminance' | 'match';
  /** Megabytes for one evaluation before it is cut into tiles. */
  tileMemory?: number | null;
}

/** Throws StylizeError that names the first setting that can't be used and what it needs. */
export function completeSettings(given: Settings): StyleTransferSettings {
  const unknown = Object.keys(given).find((name) => !(name in defaultSettings));
  if (unknown !== undefined) {
    throw new StylizeError('bad-setting', `There is no setting “${unknown}”; choose among ${Object.keys(defaultSettings).join(', ')}.`);
  }
  const settings = { ...defaultSettings, ...given };
  const [problem] = Object.entries(needsOf(settingsSchema, settings));
  if (problem) throw new StylizeError('bad-setting', `The setting ${problem[0]} needs ${problem[1]}.`);
  // The package ships VGG-16.
  const missing = missingLayer([...Object.keys(settings.contentLayers), ...Object.keys(settings.styleLayers)], 'vgg16');
  if (missing)
    throw new StylizeError('bad-setting', `The network has no layer ${missing}; choose among ${vggLayerNames('vgg16').join(', ')}.`);
  return v.parse(settingsSchema, settings);
}

/** A setting that is missing here, or of another type, is an error of types. */
type Same<A, B> = A extends B ? (B extends A ? true : never) : never;
true satisfies Same<Required<Settings>, StyleTransferSettings>;
