import { sha256Of } from '../sha256';
import { ModelError } from './model-error';
import { parseManifest, type Manifest, type ShardEntry } from './manifest';

/** Reads a file of the extension; rejects where there is none. `path` is like "models/vgg16/manifest.json". */
export type FetchAsset = (path: string, signal?: AbortSignal) => Promise<ArrayBuffer>;

/**
 * Shards that passed their check, by SHA-256. They stay in their compact form, so that another load
 * costs no reading and no hashing, and little memory.
 */
const checkedShards = new Map<string, ArrayBuffer>();

/** Frees the shards that were kept for the next load. */
export function forgetShards(): void {
  checkedShards.clear();
}

/** Throws a `ModelError`, or the signal's reason once it is aborted. */
export async function loadManifest<Kind extends Manifest>(fetchAsset: FetchAsset, folder: string, signal?: AbortSignal): Promise<Kind> {
  const path = `${folder}/manifest.json`;
  const bytes = await read(fetchAsset, path, signal);
  return parseManifest<Kind>(new TextDecoder().decode(bytes), path);
}

/** A shard's bytes, with length and SHA-256 checked. Throws as `loadManifest` does. */
export async function loadShard(fetchAsset: FetchAsset, folder: string, shard: ShardEntry, signal?: AbortSignal): Promise<ArrayBuffer> {
  const kept = checkedShards.get(shard.sha256);
  if (kept) return kept;
  const path = `${folder}/${shard.file}`;
  const bytes = await read(fetchAsset, path, signal);
  await check(bytes, shard, path);
  signal?.throwIfAborted();
  checkedShards.set(shard.sha256, bytes);
  return bytes;
}

async function read(fetchAsset: FetchAsset, path: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  signal?.throwIfAborted();
  try {
    const bytes = await fetchAsset(path, signal);
    signal?.throwIfAborted();
    return bytes;
  } catch (cause) {
    signal?.throwIfAborted();
    throw new ModelError('model-missing', `${path} can't be found; reinstall Brushover to restore it.`, { cause });
  }
}

async function check(bytes: ArrayBuffer, shard: ShardEntry, path: string): Promise<void> {
  if (bytes.byteLength !== shard.bytes) {
    const lengths = `${bytes.byteLength} bytes instead of ${shard.bytes}`;
    throw new ModelError('model-damaged', `${path} has ${lengths}; reinstall Brushover to restore it.`);
  }
  if ((await sha256Of(bytes)) !== shard.sha256) {
    throw new ModelError('model-damaged', `${path} was changed or damaged; reinstall Brushover to restore it.`);
  }
}
