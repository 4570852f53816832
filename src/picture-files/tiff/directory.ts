/** Entries of an image file directory, which TIFFs and EXIF data have alike (TIFF 6.0, section 2). */
export interface Directory {
  /** The first number of an entry of whole numbers; null where there is none. */
  numberOf(tag: number): number | null;
  /** The first fraction of an entry of fractions. */
  fractionOf(tag: number): number | null;
  /** Where the next directory stands; 0 where there is none. */
  next: number;
}

const ENTRY_BYTES = 12;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

/** The first directory, or the one at that place; null where there is none that makes sense. In 64 bits there is none here. */
export function readDirectory(block: Uint8Array, place: number | null = null): Directory | null {
  const byteOrder = block.length < 14 ? 0 : (block[0]! << 8) | block[1]!;
  if (byteOrder !== 0x4949 && byteOrder !== 0x4d4d) return null;
  const isLittle = byteOrder === 0x4949;
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const at = place ?? view.getUint32(4, isLittle);
  if (at + 2 > block.length) return null;
  const entries = Array.from({ length: view.getUint16(at, isLittle) }, (_, i) => at + 2 + i * ENTRY_BYTES);
  const whole = entries.filter((entry) => entry + ENTRY_BYTES <= block.length);
  const find = (tag: number): number | undefined => whole.find((entry) => view.getUint16(entry, isLittle) === tag);
  const end = at + 2 + entries.length * ENTRY_BYTES;
  return {
    numberOf(tag) {
      const entry = find(tag);
      if (entry === undefined) return null;
      const type = view.getUint16(entry + 2, isLittle);
      if (type === SHORT) return view.getUint16(entry + 8, isLittle);
      return type === LONG ? view.getUint32(entry + 8, isLittle) : null;
    },
    fractionOf(tag) {
      const entry = find(tag);
      if (entry === undefined || view.getUint16(entry + 2, isLittle) !== RATIONAL) return null;
      const value = view.getUint32(entry + 8, isLittle);
      return value + 8 > block.length ? null : view.getUint32(value, isLittle) / view.getUint32(value + 4, isLittle);
    },
    next: end + 4 > block.length ? 0 : view.getUint32(end, isLittle),
  };
}
