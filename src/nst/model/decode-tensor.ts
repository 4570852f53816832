import type { TensorEntry } from './manifest';

/** A tensor's values as float32 in row-major order of its shape. `shards` are the manifest's, by index. */
export function decodeTensor(entry: TensorEntry, shards: readonly ArrayBuffer[]): Float32Array {
  const buffer = shards[entry.shard];
  const { byteOffset, byteLength } = entry;
  switch (entry.dtype) {
    case 'int8':
      return scaled(new Int8Array(buffer, byteOffset, byteLength), scalesOf(entry, shards));
    case 'float16':
      return widenHalves(new Uint16Array(buffer, byteOffset, byteLength / 2));
    case 'float32':
      return new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength));
  }
}

function scalesOf(entry: TensorEntry, shards: readonly ArrayBuffer[]): Float32Array {
  return entry.scales ? decodeTensor(entry.scales, shards) : Float32Array.of(1);
}

/** value = int8 · scale of its index on the last axis. */
function scaled(quantised: Int8Array, scales: Float32Array): Float32Array {
  const values = new Float32Array(quantised.length);
  const channels = scales.length;
  for (let start = 0; start < values.length; start += channels) {
    for (let channel = 0; channel < channels; channel++) {
      values[start + channel] = quantised[start + channel] * scales[channel];
    }
  }
  return values;
}

/** The value of each of the 65 536 halves, made at first use: a network has millions of them. */
let values: Float32Array | null = null;

export function widenHalves(halves: Uint16Array): Float32Array {
  values ??= Float32Array.from({ length: 2 ** 16 }, (_, bits) => halfToNumber(bits));
  const widened = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i++) widened[i] = values[halves[i]];
  return widened;
}

/** IEEE 754 binary16; subnormal numbers included. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
