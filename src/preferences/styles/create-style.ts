import type { StoredStyle } from '../../storage/styles';
import { translate } from '../../texts/translate';
import { thumbnailOf } from './thumbnail';

const LONGEST_NAME = 60;

/** Checks a picture and makes a style of it, which is not stored yet. Throws a UserFacingError. */
export async function createStyle(image: Blob, name: string): Promise<StoredStyle> {
  const { enterPicture } = await import('../../picture-entry/enter-picture');
  const { decodeImage } = await import('../../picture-files/codec');
  const { file } = await enterPicture(image, 'The style image');
  const thumbnail = await thumbnailOf(await decodeImage(file, 'The style image'));
  return { id: crypto.randomUUID(), name: cleanName(name), image: file, thumbnail, createdAt: Date.now() };
}

/** "IMG_2041.jpeg" → "IMG_2041". */
export function cleanName(name: string): string {
  const bare = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .trim()
    .slice(0, LONGEST_NAME);
  return bare || translate`My style`;
}
