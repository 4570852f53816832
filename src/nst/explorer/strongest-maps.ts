import type { Engine, Tensor } from '../engines/engine';
import { withTensorScope } from '../engines/tensor-scope';
import { layerGeometries } from '../geometry';
import type { RgbaImage } from '../images/image';
import { prepareImages } from '../images/prepare-images';
import type { FloatImage } from '../images/resample';
import type { Model } from '../model/model';
import { Network, type NetworkOptions } from '../network';
import { defaultSettings } from '../settings';
import { EXPLORED_SIDE, type ActivationMap, type LayerMaps } from './explored';

export interface MapsOptions {
  /** How many channels. */
  count?: number;
  /** Longest side of what the network sees. */
  size?: number;
  network?: NetworkOptions;
}

const COUNT = 8;

/** The channels of a layer whose mean activation is the highest, drawn as maps. No tensor is left behind. */
export async function strongestMaps(
  engine: Engine,
  model: Model,
  picture: RgbaImage,
  layer: string,
  { count = COUNT, size = EXPLORED_SIDE, network: options = defaultSettings }: MapsOptions = {},
): Promise<LayerMaps> {
  const longest = Math.min(size, Math.max(picture.width, picture.height));
  const images = { content: picture, styles: [], mask: null, size: longest };
  const { content } = prepareImages(images, { ...defaultSettings, padding: options.padding });
  const network = Network.prepare(engine, model, layer, options);
  try {
    const { shape, values } = await activationOf(engine, network, content, layer);
    const { stride, reach } = layerGeometries(model).get(layer)!;
    return { channels: shape[2], sees: stride + 2 * reach, maps: mapsOf(shape, values, count) };
  } finally {
    network.dispose();
  }
}

type Shape = readonly [height: number, width: number, channels: number];

interface Activation {
  shape: Shape;
  /** In row-major order. */
  values: Float32Array;
}

function activationOf(engine: Engine, network: Network, { width, height, data }: FloatImage, layer: string): Promise<Activation> {
  return withTensorScope(engine, async (scoped) => {
    const seen: Tensor[] = [];
    network
      .on(scoped)
      .visit(scoped.upload(data, [height, width, 3]), [layer], (_layer, activation) => void seen.push(scoped.copy(activation)));
    const [tensor] = seen;
    return { shape: tensor.shape as unknown as Shape, values: await scoped.read(tensor) };
  });
}

function mapsOf([height, width, channels]: Shape, values: Float32Array, count: number): ActivationMap[] {
  const means = new Float64Array(channels);
  values.forEach((value, i) => (means[i % channels] += value / (width * height)));
  const strongest = [...means.keys()].sort((a, b) => means[b] - means[a]).slice(0, count);
  return strongest.map((channel) => {
    const answers = Float32Array.from({ length: width * height }, (_, i) => values[i * channels + channel]);
    const highest = answers.reduce((most, value) => Math.max(most, value), 0);
    return { channel, mean: means[channel], highest, picture: greyOf(answers, highest, width, height) };
  });
}

/** Black where the channel is silent, white where it is loudest. */
function greyOf(values: Float32Array, highest: number, width: number, height: number): RgbaImage {
  const data = new Uint8ClampedArray(4 * values.length);
  values.forEach((value, i) => {
    const grey = highest > 0 ? (255 * value) / highest : 0;
    data.set([grey, grey, grey, 255], 4 * i);
  });
  return { width, height, data };
}
