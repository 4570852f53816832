import { createEngine } from '../../nst/engines/create-engine';
import type { Engine } from '../../nst/engines/engine';
import { loadKeptNetwork } from '../../network-files/kept-network';
import { readNetwork } from '../../network-files/read-network';
import { tryNetwork } from '../../network-files/try-network';
import type { NetworkOrder, OwnNetworkEntry } from '../../protocol/networks';
import { loadNetworks, saveNetwork } from '../../storage/networks';
import { assetUrl, fetchAsset } from '../assets';
import { createThread } from '../make-engine';

/** Reads, tries and stores a network; nothing is stored of one that can't be used. */
export async function addNetwork({ files, preprocessing: choice }: NetworkOrder, onTrying: () => void): Promise<OwnNetworkEntry> {
  const { vgg, manifest, shards, preprocessing, claimsImagenet } = await readNetwork(files, choice);
  onTrying();
  const verdict = await withEngine(async (engine) => tryNetwork(engine, await loadKeptNetwork({ vgg, manifest, shards })));
  const entry: OwnNetworkEntry = {
    id: manifest.id,
    vgg,
    name: manifest.name,
    bytes: manifest.shards.reduce((sum, { bytes }) => sum + bytes, 0),
    preprocessing,
    claimsImagenet,
    verdict,
    addedAt: Date.now(),
  };
  // One that is here already keeps its name and place; its numbers are stored anew, whatever became of the old ones.
  const known = (await loadNetworks()).find(({ id }) => id === entry.id);
  const kept = { ...entry, ...(known && { name: known.name, addedAt: known.addedAt }) };
  await saveNetwork({ ...kept, manifest, shards });
  return kept;
}

/** WebAssembly is there in every browser. */
async function withEngine<Value>(work: (engine: Engine) => Promise<Value>): Promise<Value> {
  const engine = await createEngine('wasm', { fetchAsset, assetUrl, createThread });
  try {
    return await work(engine);
  } finally {
    engine.destroy();
  }
}
