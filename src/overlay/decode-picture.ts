import { base64ToUint8Array } from 'uint8array-extras';
import type { EncodedPicture } from '../protocol/overlay-calls';

export function decodePicture({ bytes, type }: EncodedPicture): Promise<ImageBitmap> {
  return createImageBitmap(new Blob([base64ToUint8Array(bytes)], { type }));
}

/** The old picture stays until the new one is decoded. */
export function replaceBitmap(place: { value: ImageBitmap | null }, bitmap: ImageBitmap | null): void {
  const before = place.value;
  place.value = bitmap;
  before?.close();
}
