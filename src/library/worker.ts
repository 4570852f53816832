/** Paints for one page, one picture after the other. */
import type { EngineProvider } from '../nst/engines/engine-provider';
import { EngineError } from '../nst/engines/engine-error';
import { ImageError } from '../nst/images/image-error';
import { lossLayers } from '../nst/losses/loss-layers';
import type { FetchAsset } from '../nst/model/assets';
import { loadModel, readLayerNames } from '../nst/model/load-model';
import { ModelError } from '../nst/model/model-error';
import type { Model } from '../nst/model/model';
import type { StylizeOptions } from '../nst/run/stylize-options';
import { stylizeOnSomeEngine } from '../nst/run/stylize-on-some-engine';
import type { StyleTransferSettings } from '../nst/settings';
import { libraryEngines } from './engines';
import type { FromWorker, Order, ToWorker } from './messages';

const MODEL = 'models/vgg16';
/** At most one live picture in this many milliseconds: reading it from the device costs time. */
const PICTURE_INTERVAL_MS = 400;

interface Studio {
  engines: EngineProvider;
  fetchAsset: FetchAsset;
}

let studio: Studio;
let working: { id: number; abort: AbortController } | null = null;

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'start') studio = openStudio(data.assets);
  else if (data.type === 'stylize') void answer(data.id, data.order);
  else if (working?.id === data.id) working.abort.abort();
};

function openStudio(assets: string): Studio {
  const fetchAsset = async (path: string, signal?: AbortSignal): Promise<ArrayBuffer> => {
    const response = await fetch(new URL(path, assets), { signal });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.arrayBuffer();
  };
  return { fetchAsset, engines: libraryEngines(assets, fetchAsset) };
}

async function answer(id: number, order: Order): Promise<void> {
  const abort = new AbortController();
  working = { id, abort };
  try {
    const model = await modelFor(order.settings, abort.signal);
    const { result, provided, notes } = await stylizeOnSomeEngine(
      order,
      order.images,
      model,
      { ...contextOf(studio.engines), signal: abort.signal },
      reporting(id, order),
    );
    post({ type: 'done', id, picture: result.image, engine: provided.engine.name, notes });
  } catch (error) {
    post({ type: 'failed', id, ...inWords(error) });
  }
}

function contextOf(engines: EngineProvider) {
  return {
    engineFor: engines.engineFor,
    discardEngine: engines.discard,
    hasOtherEngines: engines.hasOthers,
    onActivity: () => undefined,
  };
}

/** No deeper than the losses look. */
async function modelFor(settings: StyleTransferSettings, signal: AbortSignal): Promise<Model> {
  const names = await readLayerNames(studio.fetchAsset, MODEL, signal);
  const deepest = Math.max(...lossLayers(settings).map((layer) => names.indexOf(layer)));
  return loadModel(studio.fetchAsset, MODEL, signal, { lastLayer: names[deepest] });
}

function reporting(id: number, { wantsPictures }: Order): StylizeOptions {
  let pictureAt = -Infinity;
  return {
    onProgress: ({ row, evaluations, fractionDone, remainingSeconds }) =>
      post({
        type: 'progress',
        id,
        progress: { evaluation: row.evaluation, evaluations, fractionDone, remainingSeconds, total: row.total },
      }),
    wantsPicture: () => wantsPictures && performance.now() - pictureAt > PICTURE_INTERVAL_MS,
    onPicture: (picture) => {
      pictureAt = performance.now();
      post({ type: 'picture', id, picture });
    },
  };
}

/** What the method says of a run is meant for people already. */
function inWords(error: unknown): { code: string; message: string } {
  if (error instanceof ModelError) {
    const message = 'The network could not be loaded; serve the folders `engines` and `models` of the package, and say where in `assets`.';
    return { code: error.code, message };
  }
  if (error instanceof ImageError || error instanceof EngineError) return { code: error.code, message: error.message };
  return { code: 'unexpected', message: 'The picture could not be made; reload the page and try again.' };
}

function post(message: FromWorker): void {
  self.postMessage(message);
}
