import { layerGeometries } from '../geometry';
import { MOST_CANDIDATES } from '../losses/create-neighbor-loss';
import { HYPERCOLUMN_GRID, hypercolumnChannels } from '../losses/hypercolumns';
import { hasStyleLoss } from '../losses/loss-layers';
import type { Model, ModelLayer } from '../model/model';
import { LBFGS_HISTORY } from '../optimizers/lbfgs';
import type { StyleTransferSettings } from '../settings';

/** What a run holds in an engine, in bytes; "per pixel" counts the pixels of the part that is evaluated at once. */
export interface MemoryCost {
  /** The most that activations and gradients of one evaluation take, per pixel. */
  evaluation: number;
  /** The most that activations take where nothing is recorded, per pixel: targets, and the first pass over tiles. */
  features: number;
  /** The optimiser's vectors with G and its gradient, per pixel of G. */
  vectors: number;
  /** a[l](C) and position weights, per pixel of every tile's patch. */
  targets: number;
  /** Gram matrices. */
  grams: number;
  /** Hypercolumns of the styles' candidates: per pixel of the styles, and at most. */
  candidates: { perPixel: number; most: number };
  /** The network's weights, plain and transformed for both directions. */
  weights: number;
  /** Of the network's widest layer. */
  mostChannels: number;
}

type CostSettings = Pick<
  StyleTransferSettings,
  | 'contentLayers'
  | 'styleLayers'
  | 'styleLosses'
  | 'contentLosses'
  | 'pooling'
  | 'padding'
  | 'normalizeGradients'
  | 'optimizer'
  | 'evaluations'
>;

const FLOAT = 4;
/** One vector of G's shape, per pixel. */
export const VECTOR = 3 * FLOAT;
/** Weights of position over all strides: 1 + 1/4 + 1/16 + … floats. */
const POSITION_WEIGHTS = (4 / 3) * FLOAT;
/** Winograd's F(4×4, 3×3) keeps 36 values for a kernel's nine, once for each direction, beside the plain ones. */
const TRANSFORMED_WEIGHTS = 1 + (2 * 36) / 9;

/** What the transforms of a convolution work in: 36 values of a channel in and out for up to 512 tiles of 4 × 4. */
export function workspaceBytes({ mostChannels }: Pick<MemoryCost, 'mostChannels'>, pixels: number): number {
  return (mostChannels / 512) * Math.min(40e6, 150 * pixels);
}

/** Of all styles' candidates together. */
export function candidateBytes(
  { candidates }: Pick<MemoryCost, 'candidates'>,
  styles: readonly { width: number; height: number }[],
): number {
  const pixels = styles.reduce((sum, { width, height }) => sum + width * height, 0);
  return Math.min(candidates.most, candidates.perPixel * pixels);
}

/** Costs of the network up to `lastLayer`, from its shapes; `evaluations` are those at the final size, which fill L-BFGS' history. */
export function memoryCost(model: Model, lastLayer: string, settings: CostSettings, styleCount: number): MemoryCost {
  const layers = shapesOf(model, lastLayer);
  const columns = hasStyleLoss(settings, 'neighbors') ? hypercolumnBytes(model) : 0;
  return {
    evaluation: evaluationBytes(layers, settings, columns),
    features: featureBytes(layers, settings) + 2 * columns,
    vectors: VECTOR * (optimizerVectors(settings) + 1),
    targets: contentTargets(layers, settings) + POSITION_WEIGHTS,
    grams: hasStyleLoss(settings, 'gram') ? gramBytes(layers, settings, styleCount) : 0,
    candidates: candidateCost(model, columns),
    weights: model.layers.slice(0, layers.length).reduce((sum, { kernel }) => sum + kernel.length * FLOAT * TRANSFORMED_WEIGHTS, 0),
    mostChannels: Math.max(...layers.map(({ channels }) => channels)),
  };
}

/** Bytes of a layer's input and output per pixel of the image. */
interface LayerShape extends Pick<ModelLayer, 'name' | 'poolBefore'> {
  channels: number;
  input: number;
  output: number;
}

function shapesOf(model: Model, lastLayer: string): LayerShape[] {
  const geometries = layerGeometries(model);
  const last = model.layers.findIndex(({ name }) => name === lastLayer);
  return model.layers.slice(0, last + 1).map(({ name, poolBefore, inputChannels, outputChannels }) => {
    const positions = 1 / geometries.get(name)!.stride ** 2;
    const [input, output] = [inputChannels * positions * FLOAT, outputChannels * positions * FLOAT];
    return { name, poolBefore, channels: outputChannels, input, output };
  });
}

/** Follows `Network.forward` and `Network.backward`: which tensors live beside the recording at every layer. */
function evaluationBytes(layers: readonly LayerShape[], { pooling, padding, normalizeGradients }: CostSettings, columns: number): number {
  let recorded = 0;
  let peak = 0;
  layers.forEach(({ input, output, poolBefore }, index) => {
    recorded += output + (poolBefore && pooling === 'max' ? input : 0);
    const edges = padding === 'zero' ? input + output : Math.max(3 * output + input, output + 2 * input);
    const losses = normalizeGradients ? 2 * output : 0;
    const unpooled = poolBefore ? input + layers[index - 1].output : 0;
    peak = Math.max(peak, recorded + Math.max(edges, losses, unpooled));
  });
  // Hypercolumns with their targets while they are measured; then their gradient, until the first of their layers.
  return Math.max(peak + columns, recorded + 2 * columns);
}

/** Follows `Network.visit`. */
function featureBytes(layers: readonly LayerShape[], { padding }: CostSettings): number {
  const besides = ({ input, output }: LayerShape): number => (padding === 'zero' ? 0 : Math.max(input, output));
  return Math.max(...layers.map((layer) => layer.input + layer.output + besides(layer)));
}

/** Of one position of relu3 over its pixels. */
function hypercolumnBytes(model: Model): number {
  const geometries = layerGeometries(model);
  return (hypercolumnChannels(geometries) * FLOAT) / geometries.get(HYPERCOLUMN_GRID)!.stride ** 2;
}

function candidateCost(model: Model, columns: number): MemoryCost['candidates'] {
  const stride = layerGeometries(model).get(HYPERCOLUMN_GRID)?.stride ?? 1;
  return { perPixel: columns, most: MOST_CANDIDATES * columns * stride ** 2 };
}

function contentTargets(layers: readonly LayerShape[], { contentLayers }: CostSettings): number {
  return layers.reduce((sum, { name, output }) => sum + (name in contentLayers ? output : 0), 0);
}

/** G(S) of every style, G(G) and its gradient's matrix. */
function gramBytes(layers: readonly LayerShape[], { styleLayers }: CostSettings, styleCount: number): number {
  const matrices = layers.reduce((sum, { name, channels }) => sum + (name in styleLayers ? channels ** 2 : 0), 0);
  return matrices * FLOAT * (styleCount + 2);
}

/** Vectors of G's size that live during an evaluation. */
function optimizerVectors({ optimizer, evaluations }: CostSettings): number {
  switch (optimizer) {
    case 'lbfgs':
      return 2 * Math.min(LBFGS_HISTORY, Math.max(0, evaluations - 1)) + 6;
    case 'adam':
      return 5;
    case 'gradient-descent':
      return 4;
  }
}
