import type { RgbaImage } from '../nst/images/image';
import type { Findable } from '../protocol/found-masks';
import { call } from '../protocol/messages';
import { loadImage, storeImage } from '../storage/images';
import { decodeImage } from '../picture-files/decode';
import { base64ToUint8Array } from 'uint8array-extras';

/** Base64 of a file, or what is to be found in the content. */
export type MaskOrder = string | { find: Findable };

/** Both as stored pictures. */
export async function storedMask(mask: MaskOrder, content: string, what: string): Promise<string> {
  if (typeof mask !== 'string') return (await call('background', 'findMask', { image: content, what: mask.find })).image;
  const file = new Blob([base64ToUint8Array(mask)]);
  await decodeImage(file, what);
  return storeImage(file);
}

/** `content`: base64 of its file. */
export async function decodedMask(mask: MaskOrder, content: string, what: string): Promise<RgbaImage> {
  if (typeof mask === 'string') return decodeImage(new Blob([base64ToUint8Array(mask)]), what);
  const ref = await storedMask(mask, await storeImage(new Blob([base64ToUint8Array(content)])), what);
  return decodeImage(await loadImage(ref), what);
}
