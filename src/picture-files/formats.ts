import { imageDimensionsFromData } from 'image-dimensions';
import { sizeOfBmp, sizeOfJpegXl } from './other-sizes';

/** How iPhones keep photographs, unless they are told otherwise. */
export const HEIC = 'a HEIC photograph';

/** Formats that are known by their first bytes but not read, and what to do about them. */
const NOT_READ: readonly { name: string; begins: (bytes: Uint8Array) => boolean }[] = [
  {
    name: HEIC,
    begins: (bytes) => /^ftyp(heic|heix|hevc|hevx|heim|heis|mif1|msf1)/.test(textOf(bytes, 4, 12)),
  },
  { name: 'an SVG drawing', begins: isSvg },
  { name: 'a TIFF picture', begins: isTiff },
  {
    name: 'a Photoshop document',
    begins: (bytes) => textOf(bytes, 0, 4) === '8BPS',
  },
  { name: 'a PDF document', begins: (bytes) => textOf(bytes, 0, 4) === '%PDF' },
  { name: 'a JPEG XL picture', begins: (bytes) => /^(\xff\x0a|\0\0\0\x0cJXL )/.test(textOf(bytes, 0, 8)) },
  { name: 'a JPEG 2000 picture', begins: (bytes) => /^(\xff\x4f\xff\x51|\0\0\0\x0cjP)/.test(textOf(bytes, 0, 6)) },
];

/** Also in 64 bits, as very large ones are. */
export function isTiff(bytes: Uint8Array): boolean {
  return /^(II[*+]\0|MM\0[*+])/.test(textOf(bytes, 0, 4));
}

/** What may stand before a drawing's first element: its first line, comments, a document type with entities of its own. */
const BEFORE_SVG: readonly [begin: RegExp, end: RegExp][] = [
  [/^<\?/, /\?>/],
  [/^<!--/, /-->/],
  [/^<!DOCTYPE/i, /^[^>[]*(\[[^\]]*\])?[^>]*>/],
];
const SVG_HEAD = 2 ** 16;

export function isSvg(bytes: Uint8Array): boolean {
  if (!mayBeText(bytes)) return false;
  let text = new TextDecoder(bytes[1] === 0 || bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8')
    .decode(bytes.subarray(0, SVG_HEAD))
    .trimStart();
  for (let before = beforeSvg(text); before > 0; before = beforeSvg(text)) text = text.slice(before).trimStart();
  return /^<(\w+:)?svg[\s>/]/.test(text);
}

/** Letters or marks of a text's coding come first, never what pictures begin with. */
function mayBeText(bytes: Uint8Array): boolean {
  return [0x3c, 0x20, 0x09, 0x0a, 0x0d, 0xef, 0xfe, 0xff].includes(bytes[0] ?? 0) && !(bytes[0] === 0xff && bytes[1] !== 0xfe);
}

/** Length of one such part; 0 where there is none, or it does not end. */
function beforeSvg(text: string): number {
  const end = BEFORE_SVG.find(([begin]) => begin.test(text))?.[1].exec(text);
  return end ? end.index + end[0].length : 0;
}

/** What the file is, where it is of a kind that is known but not read; null for any other. */
export function nameOfUnread(bytes: Uint8Array): string | null {
  return NOT_READ.find(({ begins }) => begins(bytes))?.name ?? null;
}

/** Sides that the file's own header claims, before anything is unpacked; null where it is not understood. */
export function claimedSize(bytes: Uint8Array): { width: number; height: number } | null {
  try {
    return sizeOfBmp(bytes) ?? sizeOfJpegXl(bytes) ?? imageDimensionsFromData(bytes) ?? null;
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
