import type { RgbaImage } from '../nst/images/image';
import type { Findable } from '../protocol/found-masks';
import { call } from '../protocol/messages';
import { loadImage, storeImage } from '../storage/images';
import { decodeDeepImage } from '../picture-files/decode';
import { enteredFile } from './entered-file';

/** Base64 of a file, or what is to be found in the content. */
export type MaskOrder = string | { find: Findable };

/** Both as stored pictures. */
export async function storedMask(mask: MaskOrder, content: string, what: string): Promise<string> {
  if (typeof mask !== 'string') return (await call('background', 'findMask', { image: content, what: mask.find })).image;
  return storeImage(await enteredFile(mask, what));
}

/** `content`: base64 of its file. */
export async function decodedMask(mask: MaskOrder, content: string, what: string): Promise<RgbaImage> {
  if (typeof mask === 'string') return decodeDeepImage(await enteredFile(mask, what), what);
  const ref = await storedMask(mask, await storeImage(await enteredFile(content, 'The content image')), what);
  return decodeDeepImage(await loadImage(ref), what);
}
