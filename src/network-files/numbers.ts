/** Little-endian numbers of each kind as float32; typed arrays are little-endian wherever browsers run. */
import { widenHalves } from '../nst/model/decode-tensor';

export type NumberKind = 'float32' | 'float16' | 'bfloat16' | 'uint8' | 'uint16';

export const BYTES: Readonly<Record<NumberKind, number>> = { float32: 4, float16: 2, bfloat16: 2, uint8: 1, uint16: 2 };

export function asFloats(bytes: ArrayBuffer, kind: NumberKind): Float32Array {
  switch (kind) {
    case 'float32':
      return new Float32Array(bytes);
    case 'float16':
      return widenHalves(new Uint16Array(bytes));
    case 'bfloat16':
      return widenBrainFloats(new Uint16Array(bytes));
    case 'uint8':
      return Float32Array.from(new Uint8Array(bytes));
    case 'uint16':
      return Float32Array.from(new Uint16Array(bytes));
  }
}

/** bfloat16 is the upper half of a float32. */
function widenBrainFloats(halves: Uint16Array): Float32Array {
  const bits = new Uint32Array(halves.length);
  for (let i = 0; i < halves.length; i++) bits[i] = halves[i]! << 16;
  return new Float32Array(bits.buffer);
}
