import { decode as decodePng } from 'fast-png';
import type { RgbaImage } from '../nst/images/image';
import { UserFacingError } from '../protocol/failure';
import { rgbaOfPng } from './rgba-of-png';

/** Beyond this a picture can't be held in memory several times over. */
const MOST_PIXELS = 64e6;
const MOST_SIDE = 16384;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * An encoded picture → 8-bit straight-alpha RGBA, turned as its EXIF data says; of an animation the first frame.
 * `what` names the picture in errors, such as "The style image".
 */
export async function decodeImage(blob: Blob, what = 'The image'): Promise<RgbaImage> {
  if (blob.size === 0) throw new UserFacingError('empty-image', `${what} is empty; choose another file.`);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const image = isPng(bytes) ? decodePngBytes(bytes, what) : await decodeWithBrowser(blob, what);
  if (image.width < 2 || image.height < 2) {
    throw new UserFacingError('tiny-image', `${what} is only ${image.width} × ${image.height} pixels; choose a larger one.`);
  }
  return image;
}

/** The browser's canvas premultiplies alpha and loses hidden colours, so PNGs are decoded exactly. */
function decodePngBytes(bytes: Uint8Array, what: string): RgbaImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 24) assertSize(view.getUint32(16), view.getUint32(20), what);
  try {
    return rgbaOfPng(decodePng(bytes, { checkCrc: true }));
  } catch {
    throw unreadable(what);
  }
}

async function decodeWithBrowser(blob: Blob, what: string): Promise<RgbaImage> {
  const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image', premultiplyAlpha: 'none' }).catch(() => {
    throw unreadable(what);
  });
  try {
    assertSize(bitmap.width, bitmap.height, what);
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new UserFacingError('out-of-memory', `${what} is too large for this machine's memory; choose a smaller one.`);
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  } finally {
    bitmap.close();
  }
}

function assertSize(width: number, height: number, what: string): void {
  if (width <= MOST_SIDE && height <= MOST_SIDE && width * height <= MOST_PIXELS) return;
  throw new UserFacingError(
    'huge-image',
    `${what} has ${width} × ${height} pixels; the limit is ${MOST_SIDE} a side and ${MOST_PIXELS / 1e6} million in all, so make it smaller first.`,
  );
}

function unreadable(what: string): UserFacingError {
  return new UserFacingError(
    'not-an-image',
    `${what} can't be read: it is damaged or no picture; choose a PNG, JPEG, WebP, GIF or AVIF file.`,
  );
}

function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, i) => bytes[i] === byte);
}
