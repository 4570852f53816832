import { PngError } from './chunks';

/**
 * Exactly `length` bytes of a zlib stream. What comes after is never unpacked, so that a small file can't fill the memory;
 * a stream that ends before is refused.
 */
export async function inflateExactly(parts: readonly Uint8Array[], length: number): Promise<Uint8Array> {
  const bytes = await inflateUpTo(parts, length);
  if (bytes.length < length) throw new PngError('Its pixels end too early.');
  return bytes;
}

/** Likewise, of a stream that may end before. */
export async function inflateUpTo(parts: readonly Uint8Array[], most: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most);
  const reader = new Blob([...parts] as BlobPart[]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  let filled = 0;
  try {
    while (filled < most) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes.set(value.subarray(0, most - filled), filled);
      filled += value.length;
    }
  } catch {
    throw new PngError('Its pixels are damaged.');
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return bytes.subarray(0, Math.min(filled, most));
}
