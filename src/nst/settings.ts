/**
 * Every setting, in one place: its values, default and texts. The panel's fields, the command line's flags and --help,
 * recipes and messages between contexts all follow from these entries.
 */
import * as v from 'valibot';
import type { EdgeMode, EngineName, Pooling } from './engines/engine';
import { vggLayerNames } from './model/vgg';
import { choice, number, numberOrAuto, scaleSteps, toggle, weights, type Weights } from './schema/setting-kinds';
import { comparesSomething } from './schema/compares-something';
import { defaultsOf, lenientSchemaOf, schemaOf, type ValuesOf } from './schema/settings-table';

export type { ScaleStep } from './schema/setting-kinds';

/** λ[l] by layer name, such as { relu4_2: 1 }. */
export type LayerWeights = Weights;

/**
 * Shallow to deep: fine texture first, large shapes last. VGG-19 has every layer of VGG-16 and three more; whoever knows the
 * network in use checks that it has those which are named.
 */
const LAYER_NAMES: Readonly<Record<string, string>> = Object.fromEntries(vggLayerNames('vgg19').map((layer) => [layer, layer]));
const WEIGHT = { from: 0, to: 1e6 };
const EVALUATIONS = { from: 1, to: 10_000, whole: true };

/** Everything that decides what G looks like, apart from the pictures. All of it goes into the recipe. */
export const SETTINGS = {
  /** α of J(G) = α·J_content + β·J_style. */
  contentWeight: number({
    ...WEIGHT,
    default: 1.25,
    label: 'Content weight',
    explanation: 'α: how much the content’s own shapes count.',
    group: 'objective',
  }),
  /** β. */
  styleWeight: number({
    ...WEIGHT,
    default: 1,
    label: 'Strength',
    explanation: 'β: how much the style counts against the content.',
    group: 'main',
  }),
  /** Weight of the total variation, which calms fine ringing. */
  tvWeight: number({
    ...WEIGHT,
    default: 6e-4,
    label: 'Smoothing',
    explanation: 'Weight of the total variation, which calms fine ringing.',
    group: 'objective',
  }),
  contentLayers: weights(LAYER_NAMES, {
    examples: ['relu1_1', 'relu5_3'],
    default: { relu4_2: 1 },
    label: 'Content layers',
    explanation: 'Where shapes are compared; 0 leaves a layer out.',
    group: 'layers',
  }),
  /** Weight of each term of J_content. `features`: the paper's. `laplacian`: edges of the picture itself (losses/laplacian-loss.ts). */
  contentLosses: weights(
    { features: 'Features (shapes)', laplacian: 'Edges (lettering)' },
    {
      some: true,
      default: { features: 1 },
      label: 'Content terms',
      explanation: 'What of the content is kept: features of the network, or edges of the picture itself.',
      group: 'terms',
      flag: 'content-loss',
    },
  ),
  /** Where Gram matrices are compared. */
  styleLayers: weights(LAYER_NAMES, {
    some: true,
    examples: ['relu1_1', 'relu5_3'],
    default: { relu1_1: 1, relu2_1: 1, relu3_1: 1, relu4_1: 1, relu5_1: 1 },
    label: 'Style layers',
    explanation: 'Where texture is compared; 0 leaves a layer out.',
    group: 'layers',
  }),
  /** Weight of each term of J_style. `gram`: the paper's. `neighbors`: nearest-neighbour hypercolumns (losses/neighbor-loss.ts). */
  styleLosses: weights(
    { gram: 'Gram matrices (textures)', neighbors: 'Nearest neighbours (pieces)' },
    {
      some: true,
      default: { gram: 5, neighbors: 4 },
      label: 'Style terms',
      explanation: 'What of the style is compared: textures as a whole, or piece by piece.',
      group: 'terms',
      flag: 'style-loss',
    },
  ),
  /** `seed`: the sums exactly as in the paper. `balanced`: every term divided by its target's energy, a relative error. */
  normalization: choice(
    { balanced: 'Balanced', seed: 'As in the paper' },
    {
      default: 'balanced',
      label: 'Normalization',
      explanation: 'Balanced makes every term a relative error; seed keeps the paper’s sums.',
      group: 'objective',
    },
  ),
  pooling: choice<Pooling>(
    { avg: 'Average', max: 'Maximum' },
    {
      default: 'avg',
      label: 'Pooling',
      explanation: 'Average looks smoother; maximum is what the network learned with.',
      group: 'network',
    },
  ),
  /** How every convolution sees beyond the picture's edge. */
  padding: choice<EdgeMode>(
    { zero: 'Zeros', replicate: 'Repeat the edge', reflect: 'Mirror', wrap: 'Seamless tile' },
    {
      default: 'replicate',
      label: 'Edges',
      explanation: 'What the network sees beyond the picture’s edge; a seamless tile goes on with its opposite edge.',
      group: 'network',
      flag: 'edges',
    },
  ),
  /** Scales each layer's gradient to an L1 norm of 1 before it is weighted. */
  normalizeGradients: toggle({
    default: false,
    label: 'Normalize gradients',
    explanation: 'Gives every layer the same pull, whatever its loss.',
    group: 'objective',
  }),

  optimizer: choice(
    { lbfgs: 'L-BFGS', adam: 'Adam', 'gradient-descent': 'Gradient descent' },
    {
      default: 'lbfgs',
      label: 'Optimiser',
      explanation: 'L-BFGS reaches a good picture in the fewest evaluations.',
      group: 'optimisation',
    },
  ),
  /** How often J and its gradient are evaluated, over all scales. */
  evaluations: number({
    ...EVALUATIONS,
    default: 70,
    label: 'Evaluations',
    explanation: 'How often the picture is improved, over all scales.',
    group: 'optimisation',
  }),
  /** Grey levels for Adam, a factor of the gradient for gradient descent; null lets the optimiser choose. L-BFGS has none. */
  learningRate: numberOrAuto({
    from: 1e-12,
    to: 1e6,
    default: null,
    label: 'Learning rate',
    explanation: 'For Adam and gradient descent; empty lets the optimiser choose.',
    group: 'optimisation',
  }),
  init: choice(
    { content: 'Layer', noise: 'Noise', style: 'Style' },
    {
      default: 'content',
      label: 'Start from',
      explanation: 'What the picture looks like before the first evaluation.',
      group: 'main',
    },
  ),
  /** Of the random pixels, and of the transfer of colours that L-BFGS starts with. */
  seed: number({
    from: 0,
    to: 2 ** 32 - 1,
    whole: true,
    default: 1,
    label: 'Seed',
    explanation: 'Of everything random in a run: the same seed gives the same picture.',
    group: 'optimisation',
  }),
  /** Stops when J fell by less than this fraction over ten evaluations; null never stops early. */
  earlyStop: numberOrAuto({
    from: 0,
    to: 0.5,
    default: null,
    label: 'Early stop',
    explanation: 'Ends when J fell by less than this fraction over ten evaluations.',
    group: 'optimisation',
  }),

  /** How many sizes the picture grows through, or exactly which; null plans them from `strokeSize` and the final size. */
  scales: scaleSteps(EVALUATIONS, {
    default: null,
    label: 'Scales',
    explanation: 'How many sizes the picture grows through; empty follows the stroke size.',
    group: 'optimisation',
  }),
  strokeSize: choice(
    { fine: 'Fine', medium: 'Medium', bold: 'Bold' },
    {
      default: 'medium',
      label: 'Stroke size',
      explanation: 'How large the brush strokes and shapes of the style become.',
      group: 'main',
    },
  ),
  /** Size of the style image relative to the content's. */
  styleScale: number({
    from: 0.05,
    to: 4,
    default: 1,
    label: 'Style scale',
    explanation: 'Size of the style image relative to the content’s.',
    group: 'objective',
  }),
  keepColors: choice(
    { none: 'Style’s', luminance: 'Layer’s', match: 'Matched' },
    { default: 'none', label: 'Colours', explanation: 'Whose colours the picture gets.', group: 'main' },
  ),
  /**
   * Megabytes that the activations of one evaluation may take, beside the network's weights and the optimiser's state;
   * a larger picture is cut into tiles. Null: 1500, or what the engine's memory leaves.
   */
  tileMemory: numberOrAuto({
    from: 50,
    to: 65_536,
    whole: true,
    default: null,
    label: 'Tile memory',
    explanation: 'Megabytes for one evaluation before it is cut into tiles.',
    group: 'machine',
  }),
};

/** How a run is made, beside what G looks like. */
export const RUN_SETTINGS = {
  /** Longest side of G in pixels; null keeps the content's size. */
  size: numberOrAuto({
    from: 16,
    to: 16_384,
    whole: true,
    default: null,
    label: 'Size',
    explanation: 'Longest side of the new picture; a picture is never enlarged.',
    group: 'main',
  }),
  engine: choice<EngineName | 'auto'>(
    {
      auto: 'Automatic',
      wasm: 'WebAssembly',
      webgl: 'WebGL',
      webgpu: 'WebGPU',
      'tfjs-webgl': 'TensorFlow.js WebGL',
      'tfjs-wasm': 'TensorFlow.js WebAssembly',
      'tfjs-webgpu': 'TensorFlow.js WebGPU',
      'tfjs-cpu': 'TensorFlow.js CPU (slow)',
    },
    {
      default: 'auto',
      label: 'Engine',
      explanation: 'What computes; automatic measures and picks the fastest.',
      group: 'machine',
      flag: 'backend',
    },
  ),
};

export type StyleTransferSettings = ValuesOf<typeof SETTINGS>;
export type RunSettings = ValuesOf<typeof RUN_SETTINGS>;
/** The terms of J_content. */
export type ContentLossName = keyof (typeof SETTINGS)['contentLosses']['names'];
/** The terms of J_style. */
export type StyleLossName = keyof (typeof SETTINGS)['styleLosses']['names'];
export type Init = StyleTransferSettings['init'];
export type Normalization = StyleTransferSettings['normalization'];
export type KeepColors = StyleTransferSettings['keepColors'];
export type StrokeSize = StyleTransferSettings['strokeSize'];

/** What looked best of all that was compared by eye: where the panel and the command line start (docs/decisions/0016-default-look.md). */
export const defaultSettings: StyleTransferSettings = defaultsOf(SETTINGS);

/** The paper's terms alone, as relative errors, at the strength that optimisers are compared at. */
export const gramSettings: StyleTransferSettings = {
  ...defaultSettings,
  contentWeight: 1,
  styleWeight: 10,
  tvWeight: 0,
  styleLosses: { gram: 1 },
  padding: 'zero',
  evaluations: 100,
};

export const NOTHING_COMPARED = 'a number above 0 where the content weight or every content layer is 0';

/** What settings must be together, beside each of them. */
export function asAWhole<Values extends StyleTransferSettings>(schema: v.GenericSchema<unknown, Values>): v.GenericSchema<unknown, Values> {
  return v.pipe(schema, v.forward(v.check<Values, string>(comparesSomething, NOTHING_COMPARED), ['styleWeight'] as never));
}

export const settingsSchema = asAWhole(schemaOf(SETTINGS));
/** For what another version may have written: what is missing keeps its default. */
export const writtenSettingsSchema = asAWhole(lenientSchemaOf(SETTINGS));
