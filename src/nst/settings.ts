import type { EdgeMode, Pooling } from './engines/engine';

/** λ[l] by layer name, such as { relu4_2: 1 }. */
export type LayerWeights = Readonly<Record<string, number>>;

export const OPTIMIZERS = ['lbfgs', 'adam', 'gradient-descent'] as const;
export const INITS = ['noise', 'content', 'style'] as const;
export const NORMALIZATIONS = ['balanced', 'seed'] as const;
export const POOLINGS = ['avg', 'max'] as const;
export const PADDINGS = ['zero', 'replicate', 'reflect'] as const;
export const KEEP_COLORS = ['none', 'luminance', 'match'] as const;
export const STROKE_SIZES = ['fine', 'medium', 'bold'] as const;

/** Terms of J_style. `gram`: the paper's. `neighbors`: nearest-neighbour hypercolumns (losses/neighbor-loss.ts). */
export const STYLE_LOSSES = ['gram', 'neighbors'] as const;

export type StyleLossName = (typeof STYLE_LOSSES)[number];
/** Weight of each term of J_style; one without a weight, or with 0, is left out. */
export type StyleLossWeights = Readonly<Partial<Record<StyleLossName, number>>>;
export type OptimizerName = (typeof OPTIMIZERS)[number];
export type Init = (typeof INITS)[number];
/** `seed`: the sums exactly as in the paper. `balanced`: every term divided by its target's energy, a relative error. */
export type Normalization = (typeof NORMALIZATIONS)[number];
export type KeepColors = (typeof KEEP_COLORS)[number];
export type StrokeSize = (typeof STROKE_SIZES)[number];

/** One size of the coarse-to-fine schedule. */
export interface ScaleStep {
  /** Relative to the final size: 1 is final, 0.5 half of its sides. */
  scale: number;
  evaluations: number;
}

/** Everything that decides what G looks like, apart from the pictures. All of it goes into the recipe. */
export interface StyleTransferSettings {
  /** α of J(G) = α·J_content + β·J_style. */
  contentWeight: number;
  /** β. */
  styleWeight: number;
  /** Weight of the total variation, which calms fine ringing. */
  tvWeight: number;
  contentLayers: LayerWeights;
  /** Where Gram matrices are compared. */
  styleLayers: LayerWeights;
  styleLosses: StyleLossWeights;
  normalization: Normalization;
  pooling: Pooling;
  /** How every convolution sees beyond the picture's edge. */
  padding: EdgeMode;
  /** Scales each layer's gradient to an L1 norm of 1 before it is weighted. */
  normalizeGradients: boolean;

  optimizer: OptimizerName;
  /** How often J and its gradient are evaluated, over all scales. */
  evaluations: number;
  /** Grey levels for Adam, a factor of the gradient for gradient descent; null lets the optimiser choose. L-BFGS has none. */
  learningRate: number | null;
  init: Init;
  /** Of the random pixels, and of the transfer of colours that L-BFGS starts with. */
  seed: number;
  /** Stops when J fell by less than this fraction over ten evaluations; null never stops early. */
  earlyStop: number | null;

  /** How many sizes the picture grows through, or exactly which; null plans them from `strokeSize` and the final size. */
  scales: number | readonly ScaleStep[] | null;
  strokeSize: StrokeSize;
  /** Size of the style image relative to the content's. */
  styleScale: number;
  keepColors: KeepColors;
  /**
   * Megabytes that the activations of one evaluation may take, beside the network's weights and the optimiser's state;
   * a larger picture is cut into tiles. Null: 1500, or what the engine's memory leaves.
   */
  tileMemory: number | null;
}

/** The objective of the paper with the measured improvements, and nothing added to it: where the command line starts. */
export const defaultSettings: StyleTransferSettings = {
  contentWeight: 1,
  styleWeight: 10,
  tvWeight: 0,
  contentLayers: { relu4_2: 1 },
  styleLayers: { relu1_1: 1, relu2_1: 1, relu3_1: 1, relu4_1: 1, relu5_1: 1 },
  styleLosses: { gram: 1 },
  normalization: 'balanced',
  pooling: 'avg',
  padding: 'zero',
  normalizeGradients: false,
  optimizer: 'lbfgs',
  evaluations: 100,
  learningRate: null,
  init: 'content',
  seed: 1,
  earlyStop: null,
  scales: null,
  strokeSize: 'medium',
  styleScale: 1,
  keepColors: 'none',
  tileMemory: null,
};

/** Where the panel starts: a little total variation takes away fine ringing. */
export const recommendedSettings: StyleTransferSettings = { ...defaultSettings, tvWeight: 1e-3 };
