import { loadManifest, loadShard, type FetchAsset } from './assets';
import { decodeTensor } from './decode-tensor';
import { ModelError } from './model-error';
import type { LayerEntry, NetworkManifest } from './manifest';
import type { Model, ModelLayer } from './model';

export interface LoadModelOptions {
  /** The deepest layer that is needed, such as "relu4_2": nothing behind it is read. All layers if left out. */
  lastLayer?: string;
}

/**
 * The pre-trained network in `folder` (such as "models/vgg16"), checked against its hashes and dequantised to
 * float32. The model's arrays are the caller's own. A later load reuses the checked bytes.
 *
 * Throws a `ModelError` for a missing, truncated or changed file or an unknown layer, and the signal's
 * reason once it is aborted.
 */
export async function loadModel(
  fetchAsset: FetchAsset,
  folder: string,
  signal?: AbortSignal,
  { lastLayer }: LoadModelOptions = {},
): Promise<Model> {
  const manifest = await loadManifest<NetworkManifest>(fetchAsset, folder, signal);
  const entries = upTo(manifest, lastLayer);
  const needed = new Set(entries.flatMap(({ kernel, bias }) => [kernel.shard, bias.shard]));
  const shards: ArrayBuffer[] = [];
  await Promise.all(
    Array.from(needed, async (index) => {
      shards[index] = await loadShard(fetchAsset, folder, manifest.shards[index], signal);
    }),
  );
  const layers = entries.map((entry) => decodeLayer(entry, shards));
  return { id: manifest.id, name: manifest.name, hash: manifest.hash, layers, channelOffsets: acceptRgb(layers[0], manifest) };
}

/** The network's id, without reading any weights. Throws as `loadModel` does. */
export async function readModelId(fetchAsset: FetchAsset, folder: string, signal?: AbortSignal): Promise<string> {
  return (await loadManifest<NetworkManifest>(fetchAsset, folder, signal)).id;
}

/** The layers' names from the image to the deepest, without reading any weights. Throws as `loadModel` does. */
export async function readLayerNames(fetchAsset: FetchAsset, folder: string, signal?: AbortSignal): Promise<string[]> {
  const manifest = await loadManifest<NetworkManifest>(fetchAsset, folder, signal);
  return manifest.layers.map(({ name }) => name);
}

function upTo({ id, layers }: NetworkManifest, lastLayer?: string): readonly LayerEntry[] {
  if (lastLayer === undefined) return layers;
  const last = layers.findIndex(({ name }) => name === lastLayer);
  if (last >= 0) return layers.slice(0, last + 1);
  const names = layers.map(({ name }) => name).join(', ');
  throw new ModelError('model-unsupported', `The network ${id} has no layer "${lastLayer}"; choose one of ${names}.`);
}

function decodeLayer({ name, poolBefore, kernel, bias }: LayerEntry, shards: readonly ArrayBuffer[]): ModelLayer {
  const [, , inputChannels, outputChannels] = kernel.shape;
  return {
    name,
    poolBefore,
    kernel: decodeTensor(kernel, shards),
    bias: decodeTensor(bias, shards),
    inputChannels,
    outputChannels,
  };
}

/**
 * Lets the first layer take RGB, whatever order it was trained with, and returns minus the mean in RGB order.
 * The mean stays outside the bias, because the zero padding comes after its subtraction: a border pixel
 * counts as the mean colour, not as black.
 */
function acceptRgb(first: ModelLayer, { input }: NetworkManifest): [number, number, number] {
  const [a, b, c] = input.mean;
  if (input.channelOrder === 'RGB') return [-a, -b, -c];
  reverseInputChannels(first);
  return [-c, -b, -a];
}

/** [3, 3, 3, out], in place: swaps the first and the last input channel. */
function reverseInputChannels({ kernel, outputChannels }: ModelLayer): void {
  for (let position = 0; position < kernel.length; position += 3 * outputChannels) {
    const last = position + 2 * outputChannels;
    const kept = kernel.slice(position, position + outputChannels);
    kernel.copyWithin(position, last, last + outputChannels);
    kernel.set(kept, last);
  }
}
