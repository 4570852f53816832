/** Beyond one piece, several are hashed at once: the browser gives each a thread. */
const PIECE_BYTES = 16 * 2 ** 20;

/** Equal pictures have equal keys: the SHA-256 of the bytes, or of the SHA-256s of their pieces where there are several. */
export async function keyOfPicture(blob: Blob): Promise<string> {
  const starts = Array.from({ length: Math.ceil(blob.size / PIECE_BYTES) }, (_, i) => i * PIECE_BYTES);
  if (starts.length < 2) return hexadecimal(await digestOf(blob));
  const digests = await Promise.all(starts.map((start) => digestOf(blob.slice(start, start + PIECE_BYTES))));
  return hexadecimal(await digestOf(new Blob(digests)));
}

async function digestOf(blob: Blob): Promise<ArrayBuffer> {
  return crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
}

function hexadecimal(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
