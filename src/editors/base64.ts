import { base64OfBytes, bytesOfBase64 } from '../bytes/base64';
import { notUnderstood } from './page-answers';

/** Pictures as text: messages to pages are JSON. @throws EditorError */
export function blobOfBase64Png(base64: string): Blob {
  try {
    return new Blob([bytesOfBase64(base64)], { type: 'image/png' });
  } catch {
    throw notUnderstood();
  }
}

export async function base64OfBlob(blob: Blob): Promise<string> {
  return base64OfBytes(new Uint8Array(await blob.arrayBuffer()));
}
