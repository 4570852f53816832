import { uint8ArrayToBase64 } from 'uint8array-extras';

/** The library hands a block's bytes over as arguments, 65,535 at once: more than the stack of a service worker holds. */
const BLOCK = 3 * 8192;

/** Messages to pages are JSON, so pictures travel as text. */
export function base64OfBytes(bytes: Uint8Array): string {
  let text = '';
  // Whole groups of three bytes, so that only the last block is padded.
  for (let start = 0; start < bytes.length; start += BLOCK) text += uint8ArrayToBase64(bytes.subarray(start, start + BLOCK));
  return text;
}
