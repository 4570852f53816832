/** Pictures without a browser: PNG by our own reader, JPEG by MozJPEG's. What only a browser reads is refused with what to do. */
import { inflateSync } from 'node:zlib';
import type { RgbaImage } from '../../src/nst/images/image';
import { claimedSize } from '../../src/picture-files/formats';
import { orientationOf, oriented } from '../../src/picture-files/orientation';
import { isPng, readChunks, readHeader, type PngChunks } from '../../src/picture-files/png/chunks';
import { decodePixels } from '../../src/picture-files/png/decode-png';
import { isSrgb } from '../../src/picture-files/png/to-srgb';
import { decode } from '../../art/jpeg';
import { UsageError } from '../cli/options';

const MOST_PIXELS = 64e6;
const ELSEWHERE = 'leave out --backend webgpu-node, or save it as a PNG or JPEG in sRGB';

/** 8-bit RGBA in sRGB, turned as its EXIF data says. `what` names it in errors, such as "The content image". */
export async function readPicture(base64: string, what: string): Promise<RgbaImage> {
  const bytes = Buffer.from(base64, 'base64');
  const size = isPng(bytes) ? attempt(() => readHeader(bytes), what) : claimedSize(bytes);
  if (size && size.width * size.height > MOST_PIXELS) {
    throw new UsageError(
      `${what} has ${size.width} × ${size.height} pixels; the limit is ${MOST_PIXELS / 1e6} million, so make it smaller first.`,
    );
  }
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  if (!isPng(bytes) && !isJpeg) throw new UsageError(`${what} is neither PNG nor JPEG, and there is no browser to read it; ${ELSEWHERE}.`);
  const image = isPng(bytes) ? await readPng(bytes, what) : await readJpeg(bytes, what);
  if (image.width < 2 || image.height < 2) {
    throw new UsageError(`${what} is only ${image.width} × ${image.height} pixels; choose a larger one.`);
  }
  return image;
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
  return new UsageError(`${what} can't be read: it is damaged or no picture; choose a PNG or JPEG file.`);
}

function inOtherColours(what: string): UsageError {
  return new UsageError(`${what} has a colour profile that only a browser applies; ${ELSEWHERE}.`);
}
