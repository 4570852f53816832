import { background, calls } from './fake-extension-api';
import { insertionOf } from '../../../src/protocol/layer';
import { insert, insertedAbove } from '../../../src/panel/state/insert';
import { job } from '../../../src/panel/state/job';
import { hasResultAbove } from '../../../src/panel/state/original';
import { captureAgain, captureLayer, source } from '../../../src/panel/state/source';
import { storeImage } from '../../../src/storage/images';
import { layer, state } from './jobs-for-tests';

beforeEach(async () => {
  job.value = null;
  insertedAbove.value = null;
  calls.length = 0;
  const image = await storeImage(new Blob(['content']));
  background.captureLayer = () => ({ ...layer, image });
  background.insertLayer = () => ({ way: 'layer', message: 'Added.' });
  await captureLayer();
});

it('is offered once a new layer lies above it', async () => {
  expect(hasResultAbove.value).toBe(false);
  await insert(insertionOf(layer, 'picture', 'Brushover'));
  expect(hasResultAbove.value).toBe(true);
  background.captureLayer = () => ({ ...layer, image: source.value!.image, layerId: 'layer-4' });
  await captureLayer();
  expect(hasResultAbove.value).toBe(false);
});

it('is offered, too, where the service worker put it there', () => {
  job.value = state({ insertion: { outcome: { way: 'layer', message: 'Added.' }, failure: null } });
  expect(hasResultAbove.value).toBe(true);
  job.value = state({ insertion: { outcome: { way: 'clipboard', message: 'Copied.' }, failure: null } });
  expect(hasResultAbove.value).toBe(false);
});

it('is not offered after a paste, which makes no layer', async () => {
  background.insertLayer = () => ({ way: 'paste', message: 'Pasted.' });
  await insert(insertionOf(layer, 'picture', 'Brushover'));
  expect(hasResultAbove.value).toBe(false);
});

it('is asked for by its key, in the document where it was captured', async () => {
  await captureAgain();
  const { tabId, document, layerId, layerName } = layer;
  expect(calls.at(-1)).toMatchObject({ name: 'captureLayer', request: { tabId, wanted: { document, layerId, layerName } } });
});
