import type { RgbaImage } from '../nst/images/image';
import { UserFacingError } from '../protocol/failure';
import { bitmapSize, readBitmap } from './bitmap';
import { claimedSize, HEIC, nameOfUnread, withEnd } from './formats';
import { isPng, readChunks, readHeader } from './png/chunks';
import { decodePixels } from './png/decode-png';
import { oriented, orientationOf } from './orientation';
import { inSrgb } from './png/to-srgb';
import { withoutExif } from './webp-orientation';

/** Beyond this a picture can't be held in memory several times over. */
const MOST_PIXELS = 64e6;
const MOST_SIDE = 16384;

/**
 * An encoded picture → 8-bit straight-alpha RGBA in sRGB, turned as its EXIF data says; of an animation the first frame.
 * What it is follows from its first bytes, and its size is checked before anything is unpacked.
 * `what` names the picture in errors, such as "The style image".
 */
export async function decodeImage(blob: Blob, what = 'The image'): Promise<RgbaImage> {
  const { width, height, data } = await decodeDeepImage(blob, what);
  return { width, height, data };
}

/** The same, and with 16 bits a channel beside it where the file has them. */
export async function decodeDeepImage(blob: Blob, what = 'The image'): Promise<RgbaImage> {
  if (blob.size === 0) throw new UserFacingError('empty-image', `${what} is empty; choose another file.`);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const image = isPng(bytes)
    ? await decodePng(bytes, what)
    : (decodeBitmap(bytes, what) ?? (await decodeWithBrowser(bytes, blob.type, what)));
  if (image.width < 2 || image.height < 2) {
    throw new UserFacingError('tiny-image', `${what} is only ${image.width} × ${image.height} pixels; choose a larger one.`);
  }
  return image;
}

/** The browser's canvas premultiplies alpha and loses hidden colours, so PNGs are decoded exactly. */
async function decodePng(bytes: Uint8Array, what: string): Promise<RgbaImage> {
  const header = attempt(() => readHeader(bytes), what);
  assertSize(header.width, header.height, what);
  const chunks = attempt(() => readChunks(bytes), what);
  const pixels = await decodePixels(chunks).catch(() => {
    throw unreadable(what);
  });
  return oriented(await inSrgb(pixels, chunks), orientationOf(chunks.exif));
}

function decodeBitmap(bytes: Uint8Array, what: string): RgbaImage | null {
  const size = bitmapSize(bytes);
  if (size) assertSize(size.width, size.height, what);
  return readBitmap(bytes);
}

function attempt<Value>(read: () => Value, what: string): Value {
  try {
    return read();
  } catch {
    throw unreadable(what);
  }
}

async function decodeWithBrowser(bytes: Uint8Array, type: string, what: string): Promise<RgbaImage> {
  const claimed = claimedSize(bytes);
  if (claimed) assertSize(claimed.width, claimed.height, what);
  const webp = withoutExif(bytes);
  const options: ImageBitmapOptions = { imageOrientation: 'from-image', premultiplyAlpha: 'none' };
  const bitmap = await createImageBitmap(new Blob(withEnd(webp?.bytes ?? bytes), { type }), options).catch(() => {
    throw unreadable(what, nameOfUnread(bytes));
  });
  try {
    assertSize(bitmap.width, bitmap.height, what);
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new UserFacingError('out-of-memory', `${what} is too large for this machine's memory; choose a smaller one.`);
    context.drawImage(bitmap, 0, 0);
    return oriented(context.getImageData(0, 0, bitmap.width, bitmap.height), orientationOf(webp?.exif ?? null));
  } finally {
    bitmap.close();
  }
}

export function fitsMemory(width: number, height: number): boolean {
  return width <= MOST_SIDE && height <= MOST_SIDE && width * height <= MOST_PIXELS;
}

/** Throws a UserFacingError. */
export function assertSize(width: number, height: number, what: string): void {
  if (fitsMemory(width, height)) return;
  throw new UserFacingError(
    'huge-image',
    `${what} has ${width} × ${height} pixels; the limit is ${MOST_SIDE} a side and ${MOST_PIXELS / 1e6} million in all, so make it smaller first.`,
  );
}

function unreadable(what: string, kind: string | null = null): UserFacingError {
  if (kind === HEIC) {
    return new UserFacingError(
      'unread-format',
      `${what} is a HEIC photograph, which browsers don't read; export it as JPEG, then choose that (an iPhone takes JPEGs with Settings › Camera › Formats › Most Compatible).`,
    );
  }
  if (kind) {
    return new UserFacingError('unread-format', `${what} is ${kind}, which can't be read here; save it as PNG or JPEG, then choose that.`);
  }
  return new UserFacingError(
    'not-an-image',
    `${what} can't be read: it is damaged or no picture; choose a PNG, JPEG, WebP, GIF, AVIF, TIFF or SVG file.`,
  );
}
