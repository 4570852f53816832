/** PackBits (TIFF 6.0, section 9), no further than `most` bytes. */
export function unpackBits(packed: Uint8Array, most: number): Uint8Array {
  const bytes = new Uint8Array(most);
  let filled = 0;
  for (let at = 0; at < packed.length && filled < most;) {
    const head = (packed[at++]! << 24) >> 24;
    if (head >= 0) {
      const literal = packed.subarray(at, at + Math.min(head + 1, most - filled));
      bytes.set(literal, filled);
      filled += literal.length;
      at += head + 1;
    } else if (head > -128) {
      const end = Math.min(most, filled + 1 - head);
      bytes.fill(packed[at++] ?? 0, filled, end);
      filled = end;
    }
  }
  return bytes.subarray(0, filled);
}
