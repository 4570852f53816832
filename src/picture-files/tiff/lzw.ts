const CLEAR = 256;
const END = 257;
const FIRST = 258;
const MOST_CODES = 4096;
const FEWEST_BITS = 9;
const MOST_BITS = 12;

/** LZW as TIFF has it (TIFF 6.0, section 13: high bits first, codes grow one early), no further than `most` bytes. */
export function unpackLzw(packed: Uint8Array, most: number): Uint8Array {
  const bytes = new Uint8Array(most);
  // An entry is a piece of what was unpacked already: where it begins, and how long it is.
  const starts = new Uint32Array(MOST_CODES);
  const lengths = new Uint32Array(MOST_CODES);
  let filled = 0;
  let next = FIRST;
  let width = FEWEST_BITS;
  let previous: { start: number; length: number } | null = null;
  const nextCode = codesOf(packed);
  for (let code = nextCode(width); code !== END && filled < most; code = nextCode(width)) {
    if (code === CLEAR) {
      [next, width, previous] = [FIRST, FEWEST_BITS, null];
      continue;
    }
    const start = filled;
    if (code < CLEAR) bytes[filled++] = code;
    else if (code < next) filled = copied(bytes, starts[code]!, lengths[code]!, filled);
    else if (code === next && previous) filled = copied(bytes, previous.start, previous.length + 1, filled);
    else throw new RangeError('unknown code');
    if (previous && next < MOST_CODES) {
      // What came before, and the first byte of this.
      starts[next] = previous.start;
      lengths[next] = previous.length + 1;
      next++;
    }
    if (next + 1 >= 1 << width && width < MOST_BITS) width++;
    previous = { start, length: filled - start };
  }
  return bytes.subarray(0, filled);
}

/** Byte by byte: a piece may reach into itself. */
function copied(bytes: Uint8Array, from: number, length: number, to: number): number {
  const end = Math.min(bytes.length, to + length);
  for (let at = to; at < end; at++) bytes[at] = bytes[from + at - to]!;
  return end;
}

/** Reads codes of so many bits; the end where there are none left. */
function codesOf(packed: Uint8Array): (bits: number) => number {
  let at = 0;
  let buffer = 0;
  let held = 0;
  return (bits) => {
    while (held < bits) {
      if (at >= packed.length) return END;
      buffer = ((buffer << 8) | packed[at++]!) & 0xffffff;
      held += 8;
    }
    held -= bits;
    return (buffer >> held) & ((1 << bits) - 1);
  };
}
