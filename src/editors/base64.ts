import { base64ToUint8Array } from 'uint8array-extras';
import { base64OfBytes } from '../bytes/base64';

/** Pictures as text: messages to pages are JSON. */
export function blobOfBase64Png(base64: string): Blob {
  return new Blob([base64ToUint8Array(base64)], { type: 'image/png' });
}

export async function base64OfBlob(blob: Blob): Promise<string> {
  return base64OfBytes(new Uint8Array(await blob.arrayBuffer()));
}
