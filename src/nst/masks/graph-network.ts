import * as tf from '@tensorflow/tfjs';
import { loadManifest, loadShard, type FetchAsset } from '../model/assets';
import type { Manifest } from '../model/manifest';

/** A network as TensorFlow.js stores graphs, in this project's manifest. */
interface GraphManifest extends Manifest {
  graph: object;
  /** In the shard's order. */
  weights: tf.io.WeightsManifestEntry[];
}

/** Checked and ready on TensorFlow.js's current backend. Throws as `loadManifest` does. */
export async function loadGraphNetwork(fetchAsset: FetchAsset, folder: string): Promise<tf.GraphModel> {
  const { graph, weights, shards } = await loadManifest<GraphManifest>(fetchAsset, folder);
  const [weightData] = await Promise.all(shards.map((shard) => loadShard(fetchAsset, folder, shard)));
  const load = async (): Promise<tf.io.ModelArtifacts> => ({ modelTopology: graph, weightSpecs: weights, weightData });
  return tf.loadGraphModel({ load });
}
