import type { RgbaImage } from '../nst/images/image';
import type { PictureHashes } from '../nst/recipe';
import { sha256Of } from '../nst/sha256';

export interface PicturesOfRun {
  content: RgbaImage;
  styles: readonly { image: RgbaImage; mask: RgbaImage | null }[];
  mask: RgbaImage | null;
  keepMask?: RgbaImage | null;
  start: RgbaImage | null;
}

export async function hashPictures({ content, styles, mask, keepMask, start }: PicturesOfRun): Promise<PictureHashes> {
  return {
    content: await hashPixels(content),
    styles: await Promise.all(
      styles.map(async ({ image, mask }) => ({ image: await hashPixels(image), mask: mask && (await hashPixels(mask)) })),
    ),
    mask: mask && (await hashPixels(mask)),
    keepMask: keepMask ? await hashPixels(keepMask) : null,
    start: start && (await hashPixels(start)),
  };
}

/** SHA-256 of the RGBA bytes in reading order, in hexadecimal; of 16 bits the lower byte first, as every machine here has them. */
function hashPixels({ data, deep }: RgbaImage): Promise<string> {
  return sha256Of((deep ?? data) as Uint16Array<ArrayBuffer> | Uint8ClampedArray<ArrayBuffer>);
}
