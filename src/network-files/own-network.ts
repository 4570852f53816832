/** A network of the user's own in the form that every network of Brushover has: a manifest and shards. */
import type { LayerEntry, NetworkManifest, ShardEntry, TensorEntry } from '../nst/model/manifest';
import type { ModelLayer } from '../nst/model/model';
import { vggLayers, type VggName } from '../nst/model/vgg';
import { sha256Of } from '../nst/sha256';
import { INPUTS, type Preprocessing } from './preprocessing';

export interface OwnNetwork {
  vgg: VggName;
  manifest: NetworkManifest & { hash: string };
  /** By the names in the manifest; one for each layer. */
  shards: Record<string, Blob>;
}

const FLOAT_BYTES = 4;
const ID_DIGITS = 12;

/** The same weights give the same network, whatever file they come from. `layers` are changed. */
export async function makeOwnNetwork(
  vgg: VggName,
  name: string,
  layers: readonly ModelLayer[],
  preprocessing: Preprocessing,
): Promise<OwnNetwork> {
  const { channelOrder, mean, divisor } = INPUTS[preprocessing];
  divideInput(layers[0]!.kernel, divisor);
  const shards = layers.map(({ kernel, bias }) => new Blob([kernel as BlobPart, bias as BlobPart]));
  const entries = await Promise.all(shards.map((shard, i) => shardEntry(`${vggLayers(vgg)[i]!.convolution}.bin`, shard)));
  const described: Described = { input: { channelOrder, range: [0, 255], mean }, layers: layerEntries(vgg), shards: entries };
  const hash = await hashOf(described);
  return {
    vgg,
    manifest: { format: 'brushover-weights', version: 1, id: idOf(vgg, hash), name, attribution: [], hash, ...described },
    shards: Object.fromEntries(shards.map((shard, i) => [entries[i]!.file, shard])),
  };
}

type Described = Pick<NetworkManifest, 'input' | 'layers' | 'shards'>;

/** Of everything that decides what the network sees, and of nothing else. */
export async function hashOf({ input, layers, shards }: Described): Promise<string> {
  return sha256Of(new TextEncoder().encode(JSON.stringify([input, layers, shards])));
}

export function idOf(vgg: VggName, hash: string): string {
  return `${vgg}-${hash.slice(0, ID_DIGITS)}`;
}

/** Where each layer's numbers lie: a shard for each, its kernel and then its biases. */
export function layerEntries(vgg: VggName): LayerEntry[] {
  return vggLayers(vgg).map(({ name, convolution, poolBefore, inputChannels, outputChannels }, shard) => {
    const kernel = tensorEntry([3, 3, inputChannels, outputChannels], shard, 0);
    return { name, convolution, poolBefore, kernel, bias: tensorEntry([outputChannels], shard, kernel.byteLength) };
  });
}

function tensorEntry(shape: readonly number[], shard: number, byteOffset: number): TensorEntry {
  const elements = shape.reduce((product, side) => product * side, 1);
  return { shape, dtype: 'float32', shard, byteOffset, byteLength: FLOAT_BYTES * elements };
}

async function shardEntry(file: string, shard: Blob): Promise<ShardEntry> {
  return { file, bytes: shard.size, sha256: await sha256Of(await shard.arrayBuffer()) };
}

/** Lets the first kernel [3, 3, 3, out] take values that were not divided, in place. */
function divideInput(kernel: Float32Array, divisor: readonly number[]): void {
  const outputs = kernel.length / 27;
  for (let i = 0; i < kernel.length; i++) kernel[i]! /= divisor[Math.floor(i / outputs) % 3]!;
}
