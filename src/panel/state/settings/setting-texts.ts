import type { SettingKey } from './check-settings';

export interface SettingText {
  label: string;
  /** What it does, in one line. */
  explanation: string;
}

export const settingTexts: Record<SettingKey, SettingText> = {
  styleWeight: { label: 'Strength', explanation: 'β: how much the style counts against the content.' },
  strokeSize: { label: 'Stroke size', explanation: 'How large the brush strokes and shapes of the style become.' },
  evaluations: { label: 'Evaluations', explanation: 'How often the picture is improved, over all scales.' },
  size: { label: 'Size', explanation: 'Longest side of the new picture; a layer is never enlarged.' },
  keepColors: { label: 'Colours', explanation: 'Whose colours the picture gets.' },
  init: { label: 'Start from', explanation: 'What the picture looks like before the first evaluation.' },
  contentWeight: { label: 'Content weight', explanation: 'α: how much the layer’s own shapes count.' },
  tvWeight: { label: 'Smoothing', explanation: 'Weight of the total variation, which calms fine ringing.' },
  contentLayers: { label: 'Content layers', explanation: 'Where shapes are compared; 0 leaves a layer out.' },
  styleLayers: { label: 'Style layers', explanation: 'Where texture is compared; 0 leaves a layer out.' },
  styleLosses: { label: 'Style terms', explanation: 'What of the style is compared: textures as a whole, or piece by piece.' },
  normalization: { label: 'Normalization', explanation: 'Balanced makes every term a relative error; paper keeps the sums.' },
  pooling: { label: 'Pooling', explanation: 'Average looks smoother; maximum is what the network learned with.' },
  padding: { label: 'Edges', explanation: 'What the network sees beyond the picture’s edge.' },
  normalizeGradients: { label: 'Normalize gradients', explanation: 'Gives every layer the same pull, whatever its loss.' },
  optimizer: { label: 'Optimiser', explanation: 'L-BFGS reaches a good picture in the fewest evaluations.' },
  learningRate: { label: 'Learning rate', explanation: 'For Adam and gradient descent; empty lets the optimiser choose.' },
  seed: { label: 'Seed', explanation: 'Of everything random in a run: the same seed gives the same picture.' },
  earlyStop: { label: 'Early stop', explanation: 'Ends when J fell by less than this fraction over ten evaluations.' },
  scales: { label: 'Scales', explanation: 'How many sizes the picture grows through; empty follows the stroke size.' },
  styleScale: { label: 'Style scale', explanation: 'Size of the style image relative to the layer’s.' },
  tileMemory: { label: 'Tile memory', explanation: 'Megabytes for one evaluation before it is cut into tiles.' },
  engine: { label: 'Engine', explanation: 'What computes; automatic measures and picks the fastest.' },
  insertWhenFinished: { label: 'Insert when finished', explanation: 'Puts the result into the editor as a new layer by itself.' },
  startFromPreview: { label: 'Start from the preview', explanation: 'Refines the preview with its strength, instead of starting anew.' },
};

/** Each value's name for people. */
export const choiceTexts = {
  strokeSize: { fine: 'Fine', medium: 'Medium', bold: 'Bold' },
  styleLosses: { gram: 'Gram matrices (textures)', neighbors: 'Nearest neighbours (pieces)' },
  keepColors: { none: 'Style’s', luminance: 'Layer’s', match: 'Matched' },
  init: { content: 'Layer', noise: 'Noise', style: 'Style' },
  normalization: { balanced: 'Balanced', seed: 'As in the paper' },
  pooling: { avg: 'Average', max: 'Maximum' },
  padding: { zero: 'Zeros', replicate: 'Repeat the edge', reflect: 'Mirror' },
  optimizer: { lbfgs: 'L-BFGS', adam: 'Adam', 'gradient-descent': 'Gradient descent' },
  engine: {
    auto: 'Automatic',
    wasm: 'WebAssembly',
    webgl: 'WebGL',
    'tfjs-webgl': 'TensorFlow.js WebGL',
    'tfjs-wasm': 'TensorFlow.js WebAssembly',
    'tfjs-webgpu': 'TensorFlow.js WebGPU',
    'tfjs-cpu': 'TensorFlow.js CPU (slow)',
  },
} as const;
