import type { EncodedPicture } from '../protocol/overlay-calls';
import { shown } from './state';

/** The old picture stays until the new one is decoded. */
export async function show(encoded: EncodedPicture): Promise<void> {
  const bytes = Uint8Array.from(atob(encoded.bytes), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: encoded.type }));
  shown.value?.bitmap.close();
  shown.value = { encoded, bitmap };
}
