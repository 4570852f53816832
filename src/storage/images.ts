import { UserFacingError } from '../protocol/failure';
import type { ImageRef } from '../protocol/layer';
import { database } from './database';

/** Stores an encoded picture (PNG, JPEG, …) and returns its key. */
export async function storeImage(blob: Blob): Promise<ImageRef> {
  const ref = crypto.randomUUID();
  await (await database()).put('images', { blob, createdAt: Date.now() }, ref);
  return ref;
}

export async function loadImage(ref: ImageRef): Promise<Blob> {
  const stored = await (await database()).get('images', ref);
  if (!stored) throw new UserFacingError('image-gone', 'The picture is no longer stored; capture or choose it again.');
  return stored.blob;
}

/** Deletes stored pictures that no longer serve: everything but `keep` that is older than `maximumAgeMs`. */
export async function pruneImages(keep: ReadonlySet<ImageRef>, maximumAgeMs: number): Promise<void> {
  const transaction = (await database()).transaction('images', 'readwrite');
  for await (const cursor of transaction.store) {
    const old = Date.now() - cursor.value.createdAt > maximumAgeMs;
    if (old && !keep.has(cursor.key)) await cursor.delete();
  }
  await transaction.done;
}
