import { decodeTensor } from '../../../src/nst/model/decode-tensor';
import type { TensorEntry } from '../../../src/nst/model/manifest';

function entry(dtype: TensorEntry['dtype'], shape: number[], byteOffset: number, byteLength: number): TensorEntry {
  return { dtype, shape, shard: 1, byteOffset, byteLength };
}

/** The shard with index 1 holds the values; index 0 is another one. */
function inSecondShard(values: ArrayBufferView<ArrayBuffer>): ArrayBuffer[] {
  return [new ArrayBuffer(4), values.buffer];
}

describe('decodeTensor', () => {
  it('scales int8 per index of the last axis', () => {
    const shard = new ArrayBuffer(16);
    new Float32Array(shard, 0, 2).set([0.5, 2]);
    new Int8Array(shard, 8, 6).set([1, 2, -127, 127, 0, -3]);
    const scales = { ...entry('float32', [2], 0, 8), shard: 0 };
    const values = decodeTensor({ ...entry('int8', [3, 2], 8, 6), shard: 0, scales }, [shard]);
    expect([...values]).toEqual([0.5, 4, -63.5, 254, 0, -6]);
  });

  it('widens every kind of float16', () => {
    const halves = Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x0400, 0x7bff, 0x3555, 0x8000, 0x7c00);
    const values = decodeTensor(entry('float16', [8], 0, 16), inSecondShard(halves));
    // IEEE 754-2019, binary16: 1, −2, the least subnormal, the least normal, the largest, the nearest to ⅓, −0, ∞
    expect([...values]).toEqual([1, -2, 2 ** -24, 2 ** -14, 65504, 0.333251953125, -0, Infinity]);
  });

  it('copies float32, so that the shard stays as it is', () => {
    const stored = Float32Array.of(1, 2, 3);
    const values = decodeTensor(entry('float32', [2], 4, 8), inSecondShard(stored));
    values[0] = 9;
    expect([...values]).toEqual([9, 3]);
    expect([...stored]).toEqual([1, 2, 3]);
  });
});
