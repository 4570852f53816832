import { loadModel, readLayerNames } from '../nst/model/load-model';
import type { Model } from '../nst/model/model';
import { vggLayerNames } from '../nst/model/vgg';
import { loadKeptNetwork } from '../network-files/kept-network';
import { UserFacingError } from '../protocol/failure';
import { loadNetwork as loadStoredNetwork } from '../storage/networks';
import { fetchAsset } from './assets';

const FOLDER = 'models/vgg16';

/**
 * A network up to the deepest of the given layers: one of the user's own by its id, or the one that ships where that is null. As
 * deep as it goes where no layers are given.
 */
export async function loadNetwork(id: string | null | undefined, layers: readonly string[] | null, signal: AbortSignal): Promise<Model> {
  if (!id) return loadModel(fetchAsset, FOLDER, signal, { lastLayer: deepestOf(layers, await readLayerNames(fetchAsset, FOLDER, signal)) });
  const stored = await loadStoredNetwork(id);
  return loadKeptNetwork(stored, signal, deepestOf(layers, vggLayerNames(stored.vgg)));
}

function deepestOf(layers: readonly string[] | null, names: readonly string[]): string | undefined {
  if (layers === null) return undefined;
  const unknown = layers.find((layer) => !names.includes(layer));
  if (unknown !== undefined) {
    throw new UserFacingError('unknown-layer', `The network has no layer “${unknown}”; choose among ${names.join(', ')}.`);
  }
  return names[Math.max(...layers.map((layer) => names.indexOf(layer)))];
}
