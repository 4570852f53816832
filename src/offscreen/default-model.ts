import { loadModel, readLayerNames } from '../nst/model/load-model';
import type { Model } from '../nst/model/model';
import { UserFacingError } from '../protocol/failure';
import { fetchAsset } from './assets';

const FOLDER = 'models/vgg16';

/** The network that ships with the extension, up to the deepest of the given layers. */
export async function loadDefaultModel(layers: readonly string[], signal: AbortSignal): Promise<Model> {
  const names = await readLayerNames(fetchAsset, FOLDER, signal);
  const unknown = layers.find((layer) => !names.includes(layer));
  if (unknown !== undefined) {
    throw new UserFacingError('unknown-layer', `The network has no layer “${unknown}”; choose among ${names.join(', ')}.`);
  }
  const deepest = names[Math.max(...layers.map((layer) => names.indexOf(layer)))];
  return loadModel(fetchAsset, FOLDER, signal, { lastLayer: deepest });
}
