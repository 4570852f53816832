/** The whole gate, with real weights: those that ship, written as other programs write them. */
import type { Engine } from '../../../src/nst/engines/engine';
import { forgetShards } from '../../../src/nst/model/assets';
import type { Model } from '../../../src/nst/model/model';
import { loadKeptNetwork, type KeptNetwork } from '../../../src/network-files/kept-network';
import { readNetwork, type ReadNetwork } from '../../../src/network-files/read-network';
import { NetworkFileError } from '../../../src/network-files/network-file-error';
import { tryNetwork } from '../../../src/network-files/try-network';
import { openEngine } from '../wasm-engine/open-engine';
import { vgg16 } from '../nst/files';
import { fileOf, kerasParts, safetensors, torchParts, type Part } from './files-for-tests';

// 60 MB of weights, again and again, on a machine that may be busy.
jest.setTimeout(180_000);

let shipped: Model;
let keras: Record<string, Part>;
let network: ReadNetwork;
let engine: Engine;

beforeAll(async () => {
  shipped = await vgg16('relu5_3');
  keras = kerasParts(shipped);
  [network, engine] = await Promise.all([readNetwork([fileOf('my vgg.safetensors', safetensors(keras))]), openEngine({ threads: 1 })]);
});
afterAll(() => {
  engine.destroy();
  forgetShards();
});

const sameValues = (a: Float32Array, b: Float32Array) => a.length === b.length && a.every((value, i) => value === b[i]);

it('reads Keras’ names and layout as the very network', async () => {
  const { id, name, hash, layers, channelOffsets } = await loadKeptNetwork(network);
  expect(network).toMatchObject({ vgg: 'vgg16', preprocessing: 'caffe' });
  expect([name, id, hash]).toEqual(['my vgg', `vgg16-${network.manifest.hash.slice(0, 12)}`, network.manifest.hash]);
  expect(channelOffsets).toEqual(shipped.channelOffsets);
  expect(layers.map((layer) => layer.name)).toEqual(shipped.layers.map((layer) => layer.name));
  for (const [i, { kernel, bias, poolBefore }] of layers.entries()) {
    expect(sameValues(kernel, shipped.layers[i]!.kernel) && sameValues(bias, shipped.layers[i]!.bias)).toBe(true);
    expect(poolBefore).toBe(shipped.layers[i]!.poolBefore);
  }
});

it('knows the ImageNet VGG-16 by its answer, with what 8 bits cost', async () => {
  const verdict = await tryNetwork(engine, await loadKeptNetwork(network));
  // What ships is 0.4 to 2 % away from float32, layer by layer (docs/decisions/0020).
  expect(verdict.imagenet).toBeGreaterThan(0.002);
  expect(verdict.imagenet).toBeLessThan(0.03);
  expect(verdict.dullest).toMatchObject({ layer: 'relu5_1', channels: 512 });
  expect(verdict.dullest.silent).toBeLessThan(100);
});

it('gives the same network from TensorFlow.js’ files, and another for other pictures', async () => {
  const weights = Object.entries(keras).map(([name, { shape }]) => ({ name: name.replace(':0', ''), shape, dtype: 'float32' }));
  const bytes = new Blob(Object.values(keras).map(({ data }) => data as BlobPart));
  const files = [
    fileOf('model.json', JSON.stringify({ format: 'layers-model', weightsManifest: [{ paths: ['a.bin', 'b.bin'], weights }] })),
    { name: 'b.bin', data: bytes.slice(4_000_001) },
    { name: 'a.bin', data: bytes.slice(0, 4_000_001) },
  ].map((file) => ({ ...file, folder: 'my folder' }));
  const read = await readNetwork(files);
  expect(read.manifest).toEqual({ ...network.manifest, name: 'my folder' });

  const other = await readNetwork(files, 'torchvision');
  expect(other.manifest.id).not.toBe(network.manifest.id);
  const { layers, channelOffsets } = await loadKeptNetwork(other, undefined, 'relu1_1');
  expect(channelOffsets.map((offset) => offset.toFixed(3))).toEqual(['-123.675', '-116.280', '-103.530']);
  // Kernel [0, 0, red, 0]: stored for blue first, and for values that were divided by red's deviation.
  expect(layers[0]!.kernel[0]).toBeCloseTo((keras['block1_conv1/kernel:0']!.data as Float32Array)[0]! / (0.229 * 255), 9);
});

it('takes a VGG-19 as PyTorch stores it, whose pictures torchvision prepared, and tries it', async () => {
  // No VGG-19 is at hand: the last layer of a block twice over stands in for it.
  const layers = shipped.layers.flatMap((layer) => (/relu[345]_3/.test(layer.name) ? [layer, layer] : [layer]));
  const bias = layers[0]!.bias.map((value) => value * 1.5);
  const made = { ...shipped, layers: [{ ...layers[0]!, bias }, ...layers.slice(1)] };
  const read = await readNetwork([fileOf('vgg19.safetensors', safetensors(torchParts(made, 'vgg19')))]);
  expect(read).toMatchObject({ vgg: 'vgg19', preprocessing: 'torchvision', claimsImagenet: false });
  const model = await loadKeptNetwork(read);
  expect(model.layers.at(-1)!.name).toBe('relu5_4');
  expect(sameValues(model.layers[8]!.kernel, shipped.layers[7]!.kernel)).toBe(true);
  expect((await tryNetwork(engine, model)).imagenet).toBeNull();
});

describe('what can’t be used', () => {
  const changed = (name: string, change: (values: Float32Array) => void) => {
    const data = Float32Array.from(keras[name]!.data as Float32Array);
    change(data);
    return { ...keras, [name]: { ...keras[name]!, data } };
  };

  it.each<[string, () => Record<string, Part>, RegExp]>([
    [
      'a weight that is no number',
      () => changed('block4_conv2/kernel:0', (data) => void (data[77] = NaN)),
      /conv4_2 has a weight that is no number/,
    ],
    [
      'an infinite bias',
      () => changed('block1_conv2/bias:0', (data) => void (data[1] = Infinity)),
      /conv1_2 has a weight that is no number/,
    ],
    [
      'a weight beyond reason',
      () => changed('block2_conv1/kernel:0', (data) => void (data[5] = 2e6)),
      /conv2_1 has a weight of 2.00e\+6, which no VGG has/,
    ],
    ['an empty layer', () => changed('block1_conv2/kernel:0', (data) => data.fill(0)), /Every weight of conv1_2 is the same/],
    [
      'random numbers',
      () => changed('block1_conv1/kernel:0', (data) => data.forEach((_, i) => (data[i] = Math.sin(i * i * 12.9898)))),
      /The first layer holds random numbers/,
    ],
  ])('%s', async (_name, parts, sentence) => {
    const read = () => readNetwork([fileOf('a.safetensors', safetensors(parts()))]);
    await expect(read()).rejects.toThrow(sentence);
  });

  it.each([
    ['sees nothing', -1e3, /sees next to nothing at relu2_1/],
    ['grows beyond all bounds', 1e7, /grow beyond all bounds at relu2_1/],
  ])('a network that %s', async (_name, value, sentence) => {
    const model = await loadKeptNetwork(network);
    const layers = model.layers.map((layer) =>
      layer.name === 'relu2_1' ? { ...layer, kernel: layer.kernel.map(() => 0), bias: layer.bias.map(() => value) } : layer,
    );
    await expect(tryNetwork(engine, { ...model, layers })).rejects.toThrow(sentence);
  });

  it.each([
    [['vgg.pth'], /^This is no network that Brushover reads; choose a \.safetensors file/],
    [['a.safetensors', 'b.safetensors'], /^These are several networks/],
  ])('%j', async (names, sentence) => {
    await expect(readNetwork(names.map((name) => fileOf(name, '')))).rejects.toThrow(sentence);
  });
});

describe('what comes back from storage', () => {
  const damaged = 'is damaged; remove it on the options page and load its file again.';
  const flipped = async () => {
    const bytes = new Uint8Array(await network.shards['conv3_2.bin']!.arrayBuffer());
    bytes[1000]! ^= 1;
    return { ...network.shards, 'conv3_2.bin': new Blob([bytes]) };
  };

  it.each<[string, () => Promise<KeptNetwork> | KeptNetwork]>([
    ['a bit of a shard', async () => ({ ...network, shards: await flipped() })],
    ['a shard that is gone', () => ({ ...network, shards: { ...network.shards, 'conv1_1.bin': undefined as never } })],
    [
      'the mean colour',
      () => ({ ...network, manifest: { ...network.manifest, input: { channelOrder: 'BGR', range: [0, 255], mean: [0, 0, 0] } } }),
    ],
    [
      'the preparation',
      () => ({
        ...network,
        manifest: { ...network.manifest, input: { channelOrder: 'RGB', range: [0, 255], mean: [0.485 * 255, 0.456 * 255, 0.406 * 255] } },
      }),
    ],
    ['where a layer lies', () => ({ ...network, manifest: { ...network.manifest, layers: network.manifest.layers.slice().reverse() } })],
    ['what it is', () => ({ ...network, vgg: 'vgg19' })],
    ['its id', () => ({ ...network, manifest: { ...network.manifest, id: 'vgg16-000000000000' } })],
    ['everything', () => ({ ...network, manifest: null })],
  ])('with %s changed is refused', async (_name, kept) => {
    // Bytes that were checked are kept for the next load, by their hash; loads that were refused may still be going on.
    await loadKeptNetwork(network);
    forgetShards();
    const promise = loadKeptNetwork(await kept());
    await expect(promise).rejects.toThrow(NetworkFileError);
    await expect(promise).rejects.toThrow(damaged);
  });
});
