import { PngError } from './chunks';

/**
 * Exactly `length` bytes of a zlib stream. What comes after is never unpacked, so that a small file can't fill the memory;
 * a stream that ends before is refused.
 */
export async function inflateExactly(parts: readonly Uint8Array[], length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const reader = new Blob([...parts] as BlobPart[]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  let filled = 0;
  try {
    while (filled < length) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes.set(value.subarray(0, length - filled), filled);
      filled += value.length;
    }
  } catch {
    throw new PngError('Its pixels are damaged.');
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (filled < length) throw new PngError('Its pixels end too early.');
  return bytes;
}
