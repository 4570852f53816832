import { base64ToUint8Array } from 'uint8array-extras';
import type { EncodedPicture } from '../protocol/overlay-calls';
import { shown } from './state';

/** The old picture stays until the new one is decoded. */
export async function show(encoded: EncodedPicture): Promise<void> {
  const bitmap = await createImageBitmap(new Blob([base64ToUint8Array(encoded.bytes)], { type: encoded.type }));
  shown.value?.bitmap.close();
  shown.value = { encoded, bitmap };
}
