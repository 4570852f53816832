/** An own network as it comes back from storage, where another hand, or a failing disk, may have changed it. */
import * as v from 'valibot';
import { loadModel } from '../nst/model/load-model';
import type { NetworkManifest } from '../nst/model/manifest';
import type { Model } from '../nst/model/model';
import { ModelError } from '../nst/model/model-error';
import { VGG_NAMES } from '../nst/model/vgg';
import { NetworkFileError } from './network-file-error';
import { hashOf, idOf, layerEntries } from './own-network';
import { PREPROCESSINGS, INPUTS } from './preprocessing';

export interface KeptNetwork {
  vgg: string;
  manifest: unknown;
  shards: Readonly<Record<string, Blob>>;
}

const shardSchema = v.object({ file: v.string(), bytes: v.number(), sha256: v.string() });
const manifestSchema = v.object({
  format: v.literal('brushover-weights'),
  version: v.literal(1),
  id: v.string(),
  name: v.string(),
  hash: v.string(),
  attribution: v.array(v.never()),
  input: v.union(
    PREPROCESSINGS.map((name) => {
      const { channelOrder, mean } = INPUTS[name];
      return v.object({ channelOrder: v.literal(channelOrder), range: exactly([0, 255]), mean: exactly(mean) });
    }),
  ),
  layers: v.unknown(),
  shards: v.array(shardSchema),
});

/** Throws NetworkFileError where it is no longer what was stored; `lastLayer` as for `loadModel`. */
export async function loadKeptNetwork(kept: KeptNetwork, signal?: AbortSignal, lastLayer?: string): Promise<Model> {
  const manifest = await checkedManifest(kept);
  const fetchAsset = async (path: string): Promise<ArrayBuffer> => {
    const file = path.slice(path.lastIndexOf('/') + 1);
    if (file === 'manifest.json') return new TextEncoder().encode(JSON.stringify(manifest)).buffer;
    return kept.shards[file]!.arrayBuffer();
  };
  try {
    return await loadModel(fetchAsset, manifest.id, signal, { lastLayer });
  } catch (error) {
    throw error instanceof ModelError ? damaged() : error;
  }
}

async function checkedManifest({ vgg, manifest }: KeptNetwork): Promise<NetworkManifest> {
  const name = VGG_NAMES.find((known) => known === vgg);
  const { success, output } = v.safeParse(manifestSchema, manifest);
  if (!name || !success) throw damaged();
  const whole = { ...output, layers: layerEntries(name) } as unknown as NetworkManifest;
  if (!isSame(output.layers, whole.layers)) throw damaged();
  if ((await hashOf(whole)) !== output.hash || idOf(name, output.hash) !== output.id) throw damaged();
  return whole;
}

function exactly(values: readonly number[]) {
  return v.custom<number[]>((given) => isSame(given, values));
}

function isSame(given: unknown, expected: unknown): boolean {
  try {
    return JSON.stringify(given) === JSON.stringify(expected);
  } catch {
    // Databases hold what JSON can't say.
    return false;
  }
}

function damaged(): NetworkFileError {
  return new NetworkFileError(
    'The own network that is kept in this browser is damaged; remove it on the options page and load its file again.',
  );
}
