import { ModelError } from './model-error';

/** Where one tensor lies. All numbers are little-endian. */
export interface TensorEntry {
  /** Convolution kernels are [height, width, in, out]. */
  shape: readonly number[];
  dtype: 'int8' | 'float16' | 'float32';
  /** Index into the manifest's `shards`. */
  shard: number;
  byteOffset: number;
  byteLength: number;
  /** Of an int8 tensor: float32 per index of its last axis; value = int8 · scale. */
  scales?: TensorEntry;
}

export interface ShardEntry {
  /** Beside the manifest. */
  file: string;
  bytes: number;
  /** In lower-case hexadecimal. */
  sha256: string;
}

interface Attribution {
  work: string;
  authors: string;
  /** An SPDX identifier. */
  licence: string;
  url: string;
}

/** What every manifest.json under models/ has. */
export interface Manifest {
  format: 'brushover-weights';
  version: 1;
  id: string;
  name: string;
  attribution: readonly Attribution[];
  shards: readonly ShardEntry[];
  /** Of the weights as they are used; for networks that somebody brought, whose id alone says little. */
  hash?: string;
}

/** One 3×3, stride-1, zero-padded convolution with ReLU. */
export interface LayerEntry {
  /** Of its output after ReLU, such as "relu4_2". */
  name: string;
  /** Such as "conv4_2". */
  convolution: string;
  /** A 2×2 pooling comes before it. */
  poolBefore: boolean;
  kernel: TensorEntry;
  bias: TensorEntry;
}

/** A network for J(G): a chain of convolutions from the image to the deepest layer. */
export interface NetworkManifest extends Manifest {
  /** What the first convolution was trained on: values of `range` minus `mean`, channels in this order. */
  input: { channelOrder: 'RGB' | 'BGR'; range: readonly [0, 255]; mean: readonly [number, number, number] };
  layers: readonly LayerEntry[];
}

/**
 * Manifest text as data. The hash of every shard vouches for the weights and the manifest ships beside them,
 * so only its kind is checked here. Throws a `ModelError` for another format or version.
 */
export function parseManifest<Kind extends Manifest>(text: string, path: string): Kind {
  const manifest = parseJson(text, path);
  if (manifest?.format !== 'brushover-weights' || !Array.isArray(manifest.shards)) {
    throw new ModelError('model-damaged', `${path} doesn't describe a network; reinstall Brushover to restore it.`);
  }
  if (manifest.version !== 1) {
    throw new ModelError('model-unsupported', `${path} is of a newer version than this Brushover; update Brushover.`);
  }
  return manifest as Kind;
}

function parseJson(text: string, path: string): Partial<Manifest> | null {
  try {
    return JSON.parse(text) as Partial<Manifest> | null;
  } catch (cause) {
    throw new ModelError('model-damaged', `${path} can't be read; reinstall Brushover to restore it.`, { cause });
  }
}
