/** Networks that people bring: files, and what comes back from storage. */
import * as fc from 'fast-check';
import { findTrunk } from '../../../../src/network-files/find-trunk';
import { loadKeptNetwork } from '../../../../src/network-files/kept-network';
import { NetworkFileError } from '../../../../src/network-files/network-file-error';
import { layerEntries } from '../../../../src/network-files/own-network';
import { INPUTS } from '../../../../src/network-files/preprocessing';
import { readSafetensors } from '../../../../src/network-files/safetensors';
import { readTfjs } from '../../../../src/network-files/tfjs';
import { elementsOf, type NamedTensor } from '../../../../src/network-files/named-tensor';
import { fileOf, safetensors, shapesOf, withHeader } from '../../network-files/files-for-tests';
import { assert, isRefused } from '../assert';
import { damaged, entry, mutated, odd } from '../entry';

const SMALL = safetensors({
  'features.0.weight': { dtype: 'F32', shape: [1, 3, 3, 3], data: new Float32Array(27).fill(0.5) },
  'features.0.bias': { dtype: 'F16', shape: [4], data: Uint16Array.of(0x3c00, 0xc000, 0x7bff, 1) },
  'features.2.bias': { dtype: 'BF16', shape: [2], data: Uint16Array.of(0x3f80, 0xc000) },
});
const HEADER = { a: { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] }, b: { dtype: 'F16', shape: [4], data_offsets: [24, 32] } };

const TFJS = {
  format: 'layers-model',
  weightsManifest: [
    {
      paths: ['group1-shard1of1.bin'],
      weights: [
        { name: 'block1_conv1/kernel', shape: [3, 3, 1, 1], dtype: 'float32', quantization: { dtype: 'uint8', scale: 0.1, min: -1 } },
        { name: 'block1_conv1/bias', shape: [3], dtype: 'float32' },
      ],
    },
  ],
};

const KEPT = {
  vgg: 'vgg16',
  manifest: {
    format: 'brushover-weights',
    version: 1,
    id: 'vgg16-0123456789ab',
    name: 'a',
    hash: '0'.repeat(64),
    attribution: [],
    input: { channelOrder: 'BGR', range: [0, 255], mean: INPUTS.caffe.mean },
    layers: layerEntries('vgg16'),
    shards: [{ file: 'conv1_1.bin', bytes: 4, sha256: '0' }],
  },
  shards: { 'conv1_1.bin': new Blob([new Uint8Array(4)]) },
};

export const NETWORKS = [
  entry('safetensors files', damaged([SMALL]), (bytes) => readAll(() => readSafetensors(new Blob([bytes as BlobPart])))),
  entry('headers of safetensors files', fc.oneof(mutated(HEADER), odd).map(jsonOf), (text) =>
    readAll(() => readSafetensors(new Blob([withHeader(text, new Uint8Array(32))]))),
  ),
  entry('model.json of TensorFlow.js', fc.oneof(mutated(TFJS), odd).map(jsonOf), (text) =>
    readAll(() => readTfjs(fileOf('model.json', text), [fileOf('group1-shard1of1.bin', new Uint8Array(21))])),
  ),
  entry('names and shapes of trunks', trunks(), async (tensors) => {
    let layers = 0;
    if (await isRefused(() => (layers = findTrunk(tensors).layers.length), NetworkFileError)) return;
    assert(layers === 13 || layers === 16, `${layers} layers.`);
  }),
  entry('networks from storage', mutated(KEPT), async (kept) => {
    assert(await isRefused(() => loadKeptNetwork(kept as typeof KEPT), NetworkFileError), 'It was taken.');
  }),
];

/** What is read has the length that its shape says, and no more than the file holds. */
async function readAll(open: () => Promise<NamedTensor[]>): Promise<void> {
  let tensors: NamedTensor[] = [];
  if (await isRefused(async () => (tensors = await open()), NetworkFileError)) return;
  for (const { shape, read } of tensors) {
    let values: Float32Array = new Float32Array(0);
    if (await isRefused(async () => (values = await read()), NetworkFileError)) continue;
    assert(values.length === elementsOf(shape) && values.length <= 32, `${values.length} numbers for ${shape.join(' × ')}.`);
  }
}

function trunks(): fc.Arbitrary<NamedTensor[]> {
  const whole = shapesOf('vgg16', (part, i) => `features.${i}.${part === 'kernel' ? 'weight' : 'bias'}`, 'torch');
  const name = fc.constantFrom('', 'features.0.weight', 'block1_conv1', 'block9_conv9/kernel', 'conv1_1', '__proto__', '.', ':0');
  const shape = fc.array(fc.constantFrom(0, 1, 3, 64, 512, 2 ** 40), { maxLength: 5 });
  const change = fc.record({ at: fc.nat(whole.length - 1), name: fc.option(name), shape: fc.option(shape), drop: fc.boolean() });
  return fc
    .array(change, { maxLength: 4 })
    .map((changes) =>
      changes.reduce(
        (tensors, { at, name: newName, shape: newShape, drop }) =>
          tensors.flatMap((tensor, i) =>
            i !== at ? [tensor] : drop ? [] : [{ ...tensor, name: newName ?? tensor.name, shape: newShape ?? tensor.shape }],
          ),
        whole,
      ),
    );
}

/** What JSON lacks is left out by it. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? '';
}
