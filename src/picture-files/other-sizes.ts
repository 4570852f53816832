export interface ClaimedSize {
  width: number;
  height: number;
}

const BOX_HEAD = 8;
/** Width to height, as a size of JPEG XL may say it in three bits. */
const RATIOS = [1, 12 / 10, 4 / 3, 3 / 2, 16 / 9, 5 / 4, 2];
const LENGTHS = [9, 13, 18, 30];

/** A BMP's, whose first rows may be the lower ones; null for any other file. */
export function sizeOfBmp(bytes: Uint8Array): ClaimedSize | null {
  if (textAt(bytes, 0, 2) !== 'BM' || bytes.length < 26) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isOld = view.getUint32(14, true) === 12;
  if (isOld) return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

/** A JPEG XL's (ISO/IEC 18181-1, "SizeHeader"), bare or within boxes; null for any other file. */
export function sizeOfJpegXl(bytes: Uint8Array): ClaimedSize | null {
  const at = codestreamAt(bytes);
  if (at === null || bytes[at] !== 0xff || bytes[at + 1] !== 0x0a) return null;
  const read = bitsOf(bytes.subarray(at + 2, at + 16));
  const isSmall = read(1) === 1;
  const side = (): number => (isSmall ? 8 * (1 + read(5)) : 1 + read(LENGTHS[read(2)]!));
  const height = side();
  const ratio = read(3);
  return { width: ratio === 0 ? side() : Math.floor(height * RATIOS[ratio - 1]!), height };
}

function codestreamAt(bytes: Uint8Array): number | null {
  if (bytes[0] === 0xff) return 0;
  if (!/^JXL /.test(textAt(bytes, 4, 8))) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + BOX_HEAD <= bytes.length;) {
    const type = textAt(bytes, at + 4, at + 8);
    if (type === 'jxlc') return at + BOX_HEAD;
    // A part begins with its number.
    if (type === 'jxlp') return at + BOX_HEAD + 4;
    const length = view.getUint32(at);
    if (length < BOX_HEAD) return null;
    at += length;
  }
  return null;
}

/** The lowest bit of a byte comes first. */
function bitsOf(bytes: Uint8Array): (count: number) => number {
  let at = 0;
  return (count) => {
    let value = 0;
    for (let i = 0; i < count; i++, at++) value += (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) * 2 ** i;
    return value;
  };
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
