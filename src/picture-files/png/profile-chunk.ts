import type { Chunk } from './chunks';

/** An ICC profile as a PNG holds it: a name, a zero, the method, and the profile in a zlib stream. */
export async function profileChunk(profile: Uint8Array): Promise<Chunk> {
  const packed = new Blob([profile as BlobPart]).stream().pipeThrough(new CompressionStream('deflate'));
  const data = new Uint8Array(await new Blob([Uint8Array.of(0x69, 0, 0), await new Response(packed).blob()]).arrayBuffer());
  return { type: 'iCCP', data };
}
