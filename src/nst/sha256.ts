import { uint8ArrayToHex } from 'uint8array-extras';

/** SHA-256 of the bytes as 64 hexadecimal digits in lower case. */
export async function sha256Of(bytes: BufferSource): Promise<string> {
  return uint8ArrayToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
