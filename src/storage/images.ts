import { UserFacingError } from '../protocol/failure';
import type { ImageRef } from '../protocol/layer';
import { database } from './database';
import { keyOfPicture } from './picture-key';

/** Stores an encoded picture (PNG, JPEG, …) and returns its key, so that equal pictures are stored once. */
export async function storeImage(blob: Blob): Promise<ImageRef> {
  const ref = await keyOfPicture(blob);
  await (await database()).put('images', { blob, createdAt: Date.now() }, ref);
  return ref;
}

export async function loadImage(ref: ImageRef): Promise<Blob> {
  const stored = await (await database()).get('images', ref);
  if (!stored) throw new UserFacingError('image-gone', 'The picture is no longer stored; capture or choose it again.');
  return stored.blob;
}

/**
 * Deletes stored pictures that no longer serve: of those that are not in `keep` the ones that are older than
 * `maximumAgeMs`, or that only `dropped` needed.
 */
export async function pruneImages(keep: ReadonlySet<ImageRef>, dropped: ReadonlySet<ImageRef>, maximumAgeMs: number): Promise<void> {
  const transaction = (await database()).transaction('images', 'readwrite');
  for await (const cursor of transaction.store) {
    const old = Date.now() - cursor.value.createdAt > maximumAgeMs;
    if ((old || dropped.has(cursor.key)) && !keep.has(cursor.key)) await cursor.delete();
  }
  await transaction.done;
}

/** How many bytes a stored picture takes. */
export async function imageSizes(): Promise<Map<ImageRef, number>> {
  const sizes = new Map<ImageRef, number>();
  const transaction = (await database()).transaction('images');
  for await (const cursor of transaction.store) sizes.set(cursor.key, cursor.value.blob.size);
  return sizes;
}
