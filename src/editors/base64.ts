import { base64ToUint8Array, uint8ArrayToBase64 } from 'uint8array-extras';

/** Pictures as text: messages to pages are JSON. */
export function blobOfBase64Png(base64: string): Blob {
  return new Blob([base64ToUint8Array(base64)], { type: 'image/png' });
}

export async function base64OfBlob(blob: Blob): Promise<string> {
  return uint8ArrayToBase64(new Uint8Array(await blob.arrayBuffer()));
}
