import type { RgbaImage } from '../../nst/images/image';
import { UserFacingError } from '../../protocol/failure';

const THUMBNAIL_SIDE = 192;

/** A small JPEG or PNG of a picture, for a gallery of many. */
export async function thumbnailOf(image: RgbaImage): Promise<Blob> {
  const factor = Math.min(1, THUMBNAIL_SIDE / Math.min(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  const pixels = new ImageData(new Uint8ClampedArray(image.data), image.width, image.height);
  const bitmap = await createImageBitmap(pixels, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new UserFacingError('out-of-memory', 'There is not enough memory for this picture; choose a smaller one.');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
}
