import type { RgbaImage } from '../nst/images/image';
import { StylizeError } from './stylize-error';

/** Pixels, or what a page shows or loads; an <img> must have loaded. */
export type Picture = RgbaImage | ImageData | HTMLImageElement | HTMLCanvasElement | OffscreenCanvas | ImageBitmap | Blob;

/** Beyond this a picture can't be held in memory several times over. */
const MOST_PIXELS = 64e6;

/** 8-bit RGBA in sRGB. `what` names the picture in errors, such as “The content”. */
export async function pixelsOf(picture: Picture, what: string): Promise<RgbaImage> {
  if (typeof picture !== 'object' || picture === null) throw unreadable(what);
  if (isPixels(picture)) return { width: picture.width, height: picture.height, data: picture.data };
  const bitmap = await createImageBitmap(picture, { premultiplyAlpha: 'none' }).catch(() => {
    throw unreadable(what);
  });
  try {
    return pixelsOfBitmap(bitmap, what);
  } finally {
    bitmap.close();
  }
}

function unreadable(what: string): StylizeError {
  return new StylizeError('not-an-image', `${what} can't be read; give a picture that has loaded.`);
}

function isPixels(picture: Picture): picture is RgbaImage {
  return 'data' in picture && picture.data instanceof Uint8ClampedArray;
}

function pixelsOfBitmap(bitmap: ImageBitmap, what: string): RgbaImage {
  const { width, height } = bitmap;
  if (width * height > MOST_PIXELS) {
    throw new StylizeError('huge-image', `${what} has ${width} × ${height} pixels; the limit is ${MOST_PIXELS / 1e6} million.`);
  }
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  try {
    return context!.getImageData(0, 0, width, height);
  } catch {
    throw new StylizeError('foreign-image', `${what} comes from another site that does not allow it to be read; serve it with CORS.`);
  }
}

/** As canvases take it. */
export function imageDataOf({ width, height, data }: RgbaImage): ImageData {
  return new ImageData(new Uint8ClampedArray(data), width, height);
}
