import { readSafetensors } from '../../../src/network-files/safetensors';
import { NetworkFileError } from '../../../src/network-files/network-file-error';
import { safetensors, withHeader } from './files-for-tests';

const read = (bytes: Uint8Array<ArrayBuffer>) => readSafetensors(new Blob([bytes]));
const F32 = { dtype: 'F32', shape: [2], data: Float32Array.of(1.5, -2) };

it('reads float32, float16 and bfloat16 wherever they lie', async () => {
  const file = safetensors({
    whole: { dtype: 'F32', shape: [2, 1], data: Float32Array.of(0.1, -3e38) },
    // 1, −2, 65504, the smallest subnormal, 0.333…
    half: { dtype: 'F16', shape: [5], data: Uint16Array.of(0x3c00, 0xc000, 0x7bff, 0x0001, 0x3555) },
    // 1, −2, 3.14…, and an odd length behind it.
    brain: { dtype: 'BF16', shape: [3], data: Uint16Array.of(0x3f80, 0xc000, 0x4049) },
    last: F32,
  });
  const tensors = await read(file);
  const values = await Promise.all(tensors.map(async ({ read: readNumbers }) => [...(await readNumbers())]));
  expect(tensors.map(({ name, shape }) => [name, shape])).toEqual([
    ['whole', [2, 1]],
    ['half', [5]],
    ['brain', [3]],
    ['last', [2]],
  ]);
  expect(values[0]).toEqual([Math.fround(0.1), Math.fround(-3e38)]);
  expect(values[1]).toEqual([1, -2, 65504, 2 ** -24, 0.333251953125]);
  expect(values[2]).toEqual([1, -2, 3.140625]);
  expect(values[3]).toEqual([1.5, -2]);
});

it('passes over numbers of other kinds until they are wanted', async () => {
  const [counter] = await read(safetensors({ counter: { dtype: 'I64', shape: [1], data: new BigInt64Array(1) } }));
  await expect(counter!.read()).rejects.toThrow('“counter” is stored as I64; save the network as float32, float16 or bfloat16.');
});

const header = (entry: object) => withHeader(JSON.stringify({ a: entry }), new Float32Array(2));
const cut = safetensors({ a: F32 }).slice(0, -1);

it.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
  ['an empty file', new Uint8Array(0), /it is too short/],
  ['a header of 2⁶⁴ bytes', new Uint8Array(16).fill(255), /its header is longer than it can be/],
  ['a header longer than the file', withHeader('{}').fill(200, 0, 1), /its header is longer than it can be/],
  ['a picture', Uint8Array.from(Buffer.from('\x03\0\0\0\0\0\0\0PNG', 'latin1')), /its header can’t be read/],
  ['a header that is a list', withHeader('[1]'), /its header (can’t be read|describes)/],
  ['a tensor beyond the end', cut, /“a” lies beyond its end/],
  ['offsets the wrong way round', header({ dtype: 'F32', shape: [2], data_offsets: [8, 0] }), /“a” lies beyond its end/],
  ['another length than the shape', header({ dtype: 'F32', shape: [3], data_offsets: [0, 8] }), /“a” has another length than its shape/],
  ['a shape beyond all numbers', header({ dtype: 'F32', shape: [2 ** 40, 2 ** 40], data_offsets: [0, 8] }), /another length/],
  ['a side below 0', header({ dtype: 'F32', shape: [-2], data_offsets: [0, 8] }), /describes “a” wrongly/],
])('%s is refused in one sentence', async (_name, bytes, sentence) => {
  await expect(read(bytes)).rejects.toThrow(NetworkFileError);
  await expect(read(bytes)).rejects.toThrow(sentence);
  await expect(read(bytes)).rejects.toThrow(/^This is no safetensors file, or a damaged one: .*; choose another, or save it again\.$/);
});
