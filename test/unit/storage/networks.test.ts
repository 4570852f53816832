import 'fake-indexeddb/auto';
import {
  deleteNetwork,
  loadChosenNetwork,
  loadNetwork,
  loadNetworks,
  saveChosenNetwork,
  saveNetwork,
  type StoredNetwork,
} from '../../../src/storage/networks';

const stored = (id: string, addedAt: number): StoredNetwork => ({
  id,
  vgg: 'vgg19',
  name: id,
  bytes: 4,
  preprocessing: 'caffe',
  claimsImagenet: false,
  verdict: { imagenet: null, dullest: { layer: 'relu1_1', silent: 0, channels: 64 } },
  addedAt,
  manifest: { id },
  shards: { 'conv1_1.bin': new Blob([new Uint8Array(4)]) },
});

it('lists networks without their weights, the newest first, and gives one back whole', async () => {
  await saveNetwork(stored('a', 1));
  await saveNetwork(stored('b', 2));
  const all = await loadNetworks();
  expect(all.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(all[0]).toMatchObject({ id: 'b', vgg: 'vgg19', addedAt: 2 });
  expect(all[0]).not.toHaveProperty('shards');
  expect((await loadNetwork('a')).manifest).toEqual({ id: 'a' });
  await deleteNetwork('a');
  await expect(loadNetwork('a')).rejects.toThrow(
    'The network a is not kept in this browser; load its file on the options page, or choose the network that comes with Brushover.',
  );
});

it('keeps which one was chosen', async () => {
  expect(await loadChosenNetwork()).toBeNull();
  await saveChosenNetwork({ id: 'b', vgg: 'vgg19', name: 'mine' });
  expect(await loadChosenNetwork()).toEqual({ id: 'b', vgg: 'vgg19', name: 'mine' });
  await saveChosenNetwork(null);
  expect(await loadChosenNetwork()).toBeNull();
});
