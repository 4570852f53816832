import { loadManifest, loadShard, type FetchAsset } from '../model/assets';
import { Weights } from './weights';
import type { Manifest } from '../model/manifest';

export interface LoadedWeights<Kind extends Manifest> {
  manifest: Kind;
  weights: Weights;
}

/** A feed-forward network's manifest and checked weights. Throws as `loadModel` does. */
export async function loadWeights<Kind extends Manifest>(
  fetchAsset: FetchAsset,
  folder: string,
  signal?: AbortSignal,
): Promise<LoadedWeights<Kind>> {
  const manifest = await loadManifest<Kind>(fetchAsset, folder, signal);
  const shards = await Promise.all(manifest.shards.map((shard) => loadShard(fetchAsset, folder, shard, signal)));
  return { manifest, weights: new Weights(shards) };
}
