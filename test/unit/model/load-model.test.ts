import { loadModel, readLayerNames } from '../../../src/nst/model/load-model';
import { forgetShards, type FetchAsset } from '../../../src/nst/model/assets';
import type { NetworkManifest } from '../../../src/nst/model/manifest';
import { fetchFromDisk, jsonBuffer } from './assets-from-disk';

const FOLDER = 'models/vgg16';
/** Simonyan & Zisserman 2015, table 1, configuration D. */
const VGG16_CHANNELS = [3, 64, 64, 128, 128, 256, 256, 256, 512, 512, 512, 512, 512, 512];

beforeEach(forgetShards);
afterAll(forgetShards);

async function manifestOf(): Promise<NetworkManifest> {
  return JSON.parse(new TextDecoder().decode(await fetchFromDisk(`${FOLDER}/manifest.json`))) as NetworkManifest;
}

/** The project's files, except for one. */
function replacing(file: string, change: (bytes: ArrayBuffer) => ArrayBuffer): FetchAsset {
  return async (path) => (path.endsWith(file) ? change(await fetchFromDisk(path)) : fetchFromDisk(path));
}

describe('the VGG-16 network', () => {
  it('has the thirteen layers of the paper, in order', async () => {
    const { id, layers } = await loadModel(fetchFromDisk, FOLDER);
    expect(id).toBe('vgg16-imagenet');
    expect(layers.map(({ name }) => name)).toEqual(await readLayerNames(fetchFromDisk, FOLDER));
    expect(layers.filter(({ poolBefore }) => poolBefore).map(({ name }) => name)).toEqual(['relu2_1', 'relu3_1', 'relu4_1', 'relu5_1']);
    layers.forEach(({ kernel, bias, inputChannels, outputChannels }, index) => {
      expect([inputChannels, outputChannels]).toEqual(VGG16_CHANNELS.slice(index, index + 2));
      expect(kernel).toHaveLength(9 * inputChannels * outputChannels);
      expect(bias).toHaveLength(outputChannels);
      expect(kernel.every(Number.isFinite)).toBe(true);
    });
  });

  it('ships as shards of at most 4 MB that match their manifest', async () => {
    const { shards } = await manifestOf();
    for (const { file, bytes } of shards) {
      expect(bytes).toBeLessThanOrEqual(4_000_000);
      expect((await fetchFromDisk(`${FOLDER}/${file}`)).byteLength).toBe(bytes);
    }
  });

  it('reads only the shards up to the last layer', async () => {
    const paths: string[] = [];
    const fetchAsset: FetchAsset = (path) => {
      paths.push(path);
      return fetchFromDisk(path);
    };
    const { layers } = await loadModel(fetchAsset, FOLDER, undefined, { lastLayer: 'relu4_1' });
    expect(layers.at(-1)?.name).toBe('relu4_1');
    expect(paths).toEqual([`${FOLDER}/manifest.json`, `${FOLDER}/shard-1.bin`]);
  });

  it('keeps checked shards for the next load, and lets go of changed arrays', async () => {
    const first = await loadModel(fetchFromDisk, FOLDER, undefined, { lastLayer: 'relu1_1' });
    const original = first.layers[0].kernel.slice();
    first.layers[0].kernel.fill(0);
    const onlyManifest = jest.fn(fetchFromDisk);
    const second = await loadModel(onlyManifest, FOLDER, undefined, { lastLayer: 'relu1_1' });
    expect(onlyManifest).toHaveBeenCalledTimes(1);
    expect(second.layers[0].kernel).toEqual(original);
  });

  it('takes RGB although it was trained on BGR', async () => {
    const { layers, channelOffsets } = await loadModel(fetchFromDisk, FOLDER, undefined, { lastLayer: 'relu1_1' });
    expect(channelOffsets).toEqual([-123.68, -116.779, -103.939]);
    const stored = await fetchFromDisk(`${FOLDER}/shard-1.bin`);
    const { kernel } = (await manifestOf()).layers[0];
    const quantised = new Int8Array(stored, kernel.byteOffset, kernel.byteLength);
    const scales = new Float32Array(stored, kernel.scales!.byteOffset, 64);
    for (const [row, column, channel] of [
      [0, 0, 0],
      [1, 2, 1],
      [2, 1, 2],
    ]) {
      const position = (row * 3 + column) * 3;
      const expected = scales.map((scale, out) => scale * quantised[(position + 2 - channel) * 64 + out]);
      expect(layers[0].kernel.subarray((position + channel) * 64, (position + channel + 1) * 64)).toEqual(expected);
    }
  });
});

describe('its weights', () => {
  /** conv1_1 of the ImageNet weights as Keras prints it: kernel[0, 0, 0, :3], whose input channel is blue, and the first biases. */
  const KERNEL = [0.42947057, 0.11727387, 0.03401296];
  const BIASES = [0.7342983, 0.0934047, 0.0677567, 0.8862966, 0.2599454];

  it('are those of the published network, up to the rounding to 8 bits and the calibration', async () => {
    const { layers } = await loadModel(fetchFromDisk, FOLDER, undefined, { lastLayer: 'relu1_1' });
    const [{ kernel, bias, outputChannels }] = layers;
    const blue = 2 * outputChannels;
    // A step of 8 bits is at most a 127th of the channel's largest weight, which is below 1.2.
    KERNEL.forEach((value, channel) => expect(Math.abs(kernel[blue + channel] - value)).toBeLessThan(0.005));
    BIASES.forEach((value, channel) => expect(Math.abs(bias[channel] / value - 1)).toBeLessThan(0.05));
  });

  it('are named with their source and their licences', async () => {
    const { attribution } = await manifestOf();
    expect(attribution.map(({ licence }) => licence)).toEqual(['CC-BY-4.0', 'MIT', 'MIT']);
  });
});

describe('damaged files', () => {
  const load = (fetchAsset: FetchAsset) => loadModel(fetchAsset, FOLDER, undefined, { lastLayer: 'relu1_1' });

  it('names a truncated shard', async () => {
    const promise = load(replacing('shard-1.bin', (bytes) => bytes.slice(0, 1000)));
    await expect(promise).rejects.toMatchObject({
      name: 'ModelError',
      code: 'model-damaged',
      message: 'models/vgg16/shard-1.bin has 1000 bytes instead of 2927296; reinstall Brushover to restore it.',
    });
  });

  it('names a shard with a single wrong bit, and accepts it once it is whole', async () => {
    const flipped = (bytes: ArrayBuffer): ArrayBuffer => {
      new Uint8Array(bytes)[123456] ^= 1;
      return bytes;
    };
    await expect(load(replacing('shard-1.bin', flipped))).rejects.toMatchObject({
      code: 'model-damaged',
      message: 'models/vgg16/shard-1.bin was changed or damaged; reinstall Brushover to restore it.',
    });
    await expect(load(fetchFromDisk)).resolves.toMatchObject({ id: 'vgg16-imagenet' });
  });

  it('names a missing shard', async () => {
    const fetchAsset = replacing('shard-1.bin', () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(load(fetchAsset)).rejects.toMatchObject({
      code: 'model-missing',
      message: "models/vgg16/shard-1.bin can't be found; reinstall Brushover to restore it.",
    });
  });

  it.each([
    ['no JSON', () => new TextEncoder().encode('<html>').buffer, 'model-damaged'],
    ['null', () => jsonBuffer(null), 'model-damaged'],
    ['another format', () => jsonBuffer({ format: 'layers-model', shards: [] }), 'model-damaged'],
    ['a newer version', () => jsonBuffer({ format: 'brushover-weights', version: 2, shards: [] }), 'model-unsupported'],
  ])('refuses a manifest that is %s', async (_, content, code) => {
    await expect(load(replacing('manifest.json', content))).rejects.toMatchObject({ name: 'ModelError', code });
  });

  it('lists the layers when one is unknown', async () => {
    const promise = loadModel(fetchFromDisk, FOLDER, undefined, { lastLayer: 'relu9_1' });
    await expect(promise).rejects.toThrow(/no layer "relu9_1"; choose one of relu1_1, relu1_2, .*relu5_3\./);
  });
});

describe('abort', () => {
  it('stops before anything is read', async () => {
    const fetchAsset = jest.fn(fetchFromDisk);
    const promise = loadModel(fetchAsset, FOLDER, AbortSignal.abort());
    await expect(promise).rejects.toMatchObject({ name: 'AbortError' });
    expect(fetchAsset).not.toHaveBeenCalled();
  });

  it('stops while a shard is on its way, and keeps nothing half-loaded', async () => {
    const controller = new AbortController();
    const fetchAsset: FetchAsset = (path, signal) => {
      if (!path.endsWith('.bin')) return fetchFromDisk(path);
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new TypeError('network error')));
        controller.abort(new Error('the user cancelled'));
      });
    };
    await expect(loadModel(fetchAsset, FOLDER, controller.signal)).rejects.toThrow('the user cancelled');
    await expect(loadModel(fetchFromDisk, FOLDER)).resolves.toMatchObject({ id: 'vgg16-imagenet' });
  });
});
