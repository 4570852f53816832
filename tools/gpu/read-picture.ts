/** Pictures without a browser: PNG and TIFF by our own readers, JPEG by MozJPEG's. What only a browser reads is refused with what to do. */
import { inflateSync } from 'node:zlib';
import type { RgbaImage } from '../../src/nst/images/image';
import { claimedSize, isTiff } from '../../src/picture-files/formats';
import { orientationOf, oriented } from '../../src/picture-files/orientation';
import { isPng, readChunks, readHeader, type PngChunks } from '../../src/picture-files/png/chunks';
import { decodePixels } from '../../src/picture-files/png/decode-png';
import { isSrgb } from '../../src/picture-files/png/to-srgb';
import { decode } from '../../art/jpeg';
import { UserFacingError } from '../../src/protocol/failure';
import { UsageError } from '../cli/options';

const MOST_PIXELS = 64e6;
const ELSEWHERE = 'leave out --backend webgpu-node, or save it as a PNG, JPEG or TIFF in sRGB';

/** RGBA in sRGB with as many bits as the file has, turned as its EXIF data says. `what` names it in errors, such as "The content image". */
export async function readPicture(base64: string, what: string): Promise<RgbaImage> {
  const bytes = Buffer.from(base64, 'base64');
  const size = isPng(bytes) ? attempt(() => readHeader(bytes), what) : claimedSize(bytes);
  if (size) assertSize(size.width, size.height, what);
  const read = readerOf(bytes);
  if (!read) throw new UsageError(`${what} is neither PNG, JPEG nor TIFF, and there is no browser to read it; ${ELSEWHERE}.`);
  const image = await read(bytes, what);
  if (image.width < 2 || image.height < 2) {
    throw new UsageError(`${what} is only ${image.width} × ${image.height} pixels; choose a larger one.`);
  }
  return image;
}

function readerOf(bytes: Buffer): typeof readPng | null {
  if (isPng(bytes)) return readPng;
  if (isTiff(bytes)) return readTiffFile;
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? readJpeg : null;
}

function assertSize(width: number, height: number, what: string): void {
  if (width * height <= MOST_PIXELS) return;
  throw new UsageError(`${what} has ${width} × ${height} pixels; the limit is ${MOST_PIXELS / 1e6} million, so make it smaller first.`);
}

async function readTiffFile(bytes: Buffer, what: string): Promise<RgbaImage> {
  const { readTiff } = await import('../../src/picture-files/tiff/read-tiff');
  try {
    const { image, profile, orientation } = await readTiff(bytes, what, (width, height) => assertSize(width, height, what));
    if (profile && !namesSrgb(Buffer.from(profile))) throw inOtherColours(what);
    return oriented(image, orientation);
  } catch (error) {
    throw error instanceof UserFacingError ? new UsageError(error.message) : error;
  }
}

async function readPng(bytes: Buffer, what: string): Promise<RgbaImage> {
  const chunks = attempt(() => readChunks(bytes), what);
  if (!isInSrgb(chunks)) throw inOtherColours(what);
  const pixels = await decodePixels(chunks).catch(() => {
    throw unreadable(what);
  });
  return oriented(pixels, orientationOf(chunks.exif));
}

async function readJpeg(bytes: Buffer, what: string): Promise<RgbaImage> {
  const profile = bytes.indexOf('ICC_PROFILE\0');
  if (profile >= 0 && !namesSrgb(bytes.subarray(profile))) throw inOtherColours(what);
  return decode(bytes).catch(() => {
    throw unreadable(what);
  });
}

/** By its own chunks, or by a profile that says so of itself. */
function isInSrgb({ color }: PngChunks): boolean {
  const profile = color.find(({ type }) => type === 'iCCP');
  if (!profile) return isSrgb(color);
  const start = profile.data.indexOf(0) + 2;
  try {
    return namesSrgb(inflateSync(profile.data.subarray(start), { maxOutputLength: 4 * 2 ** 20 }));
  } catch {
    // What can't be unpacked is left out by browsers, too.
    return true;
  }
}

/** Descriptions stand as Latin letters in older profiles, two bytes a letter in newer ones. */
function namesSrgb(profile: Buffer): boolean {
  return profile.includes('sRGB') || profile.includes(Buffer.from('sRGB', 'utf16le').swap16());
}

function attempt<Value>(read: () => Value, what: string): Value {
  try {
    return read();
  } catch {
    throw unreadable(what);
  }
}

function unreadable(what: string): UsageError {
  return new UsageError(`${what} can't be read: it is damaged or no picture; choose a PNG, JPEG or TIFF file.`);
}

function inOtherColours(what: string): UsageError {
  return new UsageError(`${what} has a colour profile that only a browser applies; ${ELSEWHERE}.`);
}
