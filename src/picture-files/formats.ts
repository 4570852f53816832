import { imageDimensionsFromData } from 'image-dimensions';
import { bitmapSize } from './bitmap';

/** Formats that are known by their first bytes but not read, and what to do about them. */
const NOT_READ: readonly { name: string; begins: (bytes: Uint8Array) => boolean }[] = [
  {
    name: 'an SVG drawing',
    begins: (bytes) => /^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/i.test(textOf(bytes, 0, 2048)),
  },
  { name: 'a HEIC photograph', begins: (bytes) => /^ftyp(heic|heix|hevc|hevx|heim|heis|mif1|msf1)/.test(textOf(bytes, 4, 12)) },
  { name: 'a TIFF picture', begins: (bytes) => /^(II\*\0|MM\0\*)/.test(textOf(bytes, 0, 4)) },
  { name: 'a Photoshop document', begins: (bytes) => textOf(bytes, 0, 4) === '8BPS' },
  { name: 'a PDF document', begins: (bytes) => textOf(bytes, 0, 4) === '%PDF' },
  { name: 'a JPEG XL picture', begins: (bytes) => /^(\xff\x0a|\0\0\0\x0cJXL )/.test(textOf(bytes, 0, 8)) },
];

/** What the file is, where it is of a kind that is known but not read; null for any other. */
export function nameOfUnread(bytes: Uint8Array): string | null {
  return NOT_READ.find(({ begins }) => begins(bytes))?.name ?? null;
}

/** Sides that the file's own header claims, before anything is unpacked; null where it is not understood. */
export function claimedSize(bytes: Uint8Array): { width: number; height: number } | null {
  try {
    return bitmapSize(bytes) ?? imageDimensionsFromData(bytes) ?? null;
  } catch {
    return null;
  }
}

/** Viewers show a JPEG that lacks its end marker; `createImageBitmap` refuses it. */
export function withEnd(bytes: Uint8Array): BlobPart[] {
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  const hasEnd = bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;
  return [bytes as BlobPart, ...(isJpeg && !hasEnd ? [Uint8Array.of(0xff, 0xd9)] : [])];
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
