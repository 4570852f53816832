import { readTfjs } from '../../../src/network-files/tfjs';
import { fileOf } from './files-for-tests';

const model = (weightsManifest: unknown) => fileOf('model.json', JSON.stringify({ format: 'layers-model', weightsManifest }));
const weight = (name: string, length: number, more: object = {}) => ({ name, shape: [length], dtype: 'float32', ...more });

it('reads weights that go on from one file to the next, in whatever form they were rounded', async () => {
  const bytes = Buffer.concat([
    Buffer.from(Float32Array.of(1, 2, 3).buffer),
    Buffer.from(Int32Array.of(7).buffer),
    Buffer.from(Uint8Array.of(0, 255, 4)),
    Buffer.from(Uint16Array.of(0x3c00, 0xc000).buffer),
    Buffer.from(Uint16Array.of(0, 65535).buffer),
  ]);
  const manifest = [
    {
      paths: ['deep/group1-shard1of2.bin', 'group1-shard2of2.bin'],
      weights: [
        weight('plain', 3),
        { name: 'shape', shape: [1], dtype: 'int32' },
        weight('rounded', 3, { quantization: { dtype: 'uint8', scale: 0.5, min: -1 } }),
        weight('half', 2, { quantization: { dtype: 'float16' } }),
        weight('finer', 2, { quantization: { dtype: 'uint16', scale: 2 ** -10, min: 8 } }),
      ],
    },
    { paths: ['other.bin'], weights: [weight('other', 1)] },
  ];
  const tensors = await readTfjs(model(manifest), [
    fileOf('group1-shard2of2.bin', Uint8Array.from(bytes.subarray(10))),
    fileOf('group1-shard1of2.bin', Uint8Array.from(bytes.subarray(0, 10))),
    fileOf('other.bin', Float32Array.of(9)),
  ]);
  const read = async (name: string) => [...(await tensors.find((tensor) => tensor.name === name)!.read())];
  expect(await read('plain')).toEqual([1, 2, 3]);
  expect(await read('rounded')).toEqual([-1, 126.5, 1]);
  expect(await read('half')).toEqual([1, -2]);
  expect(await read('finer')).toEqual([8, 8 + 65535 / 1024]);
  expect(await read('other')).toEqual([9]);
  await expect(read('shape')).rejects.toThrow('“shape” is stored as int32, which is no number of a network; convert it again.');
});

it.each<[string, ReturnType<typeof fileOf>, RegExp]>([
  ['no JSON', fileOf('model.json', '{'), /no readable list of weights/],
  ['another JSON', fileOf('model.json', '{"weightsManifest": {}}'), /no readable list of weights/],
  ['files that are not there', model([{ paths: ['a.bin'], weights: [] }]), /^The file “a\.bin” is missing; choose model\.json together/],
  ['weights beyond the end', model([{ paths: ['b.bin'], weights: [weight('w', 3)] }]), /“w” lies beyond the end of its files/],
  [
    'a length beyond all numbers',
    model([{ paths: ['b.bin'], weights: [{ ...weight('w', 3), shape: [2 ** 50, 2 ** 50] }] }]),
    /“w” lies beyond the end/,
  ],
  [
    'texts',
    model([{ paths: ['b.bin'], weights: [{ ...weight('w', 1), dtype: 'string' }] }]),
    /stored as string, whose length is not known/,
  ],
])('%s: refused in one sentence', async (_name, file, sentence) => {
  await expect(readTfjs(file, [fileOf('b.bin', new Float32Array(2))])).rejects.toThrow(sentence);
});
