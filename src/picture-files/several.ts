import { findChunk, isPng } from './png/chunks';
import { readDirectory } from './tiff/directory';

const NEW_SUBFILE_TYPE = 254;
/** Thumbnails and smaller copies are no pages. */
const REDUCED = 1;
const MOST_DIRECTORIES = 16;

/** Whether a file holds more pictures than the first, which is the one that is read. */
export function severalIn(bytes: Uint8Array): 'frames' | 'pages' | null {
  try {
    if (isAnimatedPng(bytes) || isAnimatedWebp(bytes) || isAnimatedAvif(bytes) || isAnimatedGif(bytes)) return 'frames';
    return hasPages(bytes) ? 'pages' : null;
  } catch {
    // What is damaged is told of where it is read.
    return null;
  }
}

/** acTL with a number of frames (PNG, third edition, 11.3.6.1). */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const control = isPng(bytes) ? findChunk(bytes, ({ type }) => type === 'acTL') : null;
  return control !== null && control.data.length >= 4 && viewOf(control.data).getUint32(0) > 1;
}

/** A flag of the extended header (RFC 9649, 2.7). */
function isAnimatedWebp(bytes: Uint8Array): boolean {
  return textAt(bytes, 0) === 'RIFF' && textAt(bytes, 8) === 'WEBP' && textAt(bytes, 12) === 'VP8X' && (bytes[20]! & 2) !== 0;
}

/** An image sequence says so with its first brand. */
function isAnimatedAvif(bytes: Uint8Array): boolean {
  return textAt(bytes, 4) === 'ftyp' && textAt(bytes, 8) === 'avis';
}

/** A second image descriptor (GIF89a, 20). */
function isAnimatedGif(bytes: Uint8Array): boolean {
  if (textAt(bytes, 0) !== 'GIF8') return false;
  const tableBytes = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let images = 0;
  for (let at = 13 + tableBytes(bytes[10]!); at < bytes.length && images < 2;) {
    if (bytes[at] === 0x2c) {
      images++;
      at = behindBlocks(bytes, at + 10 + tableBytes(bytes[at + 9]!) + 1);
    } else if (bytes[at] === 0x21) at = behindBlocks(bytes, at + 2);
    else break;
  }
  return images > 1;
}

/** Each says its length first; an empty one is the last. */
function behindBlocks(bytes: Uint8Array, first: number): number {
  let at = first;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes[at]!;
  return at + 1;
}

function hasPages(bytes: Uint8Array): boolean {
  let pages = 0;
  let directory = readDirectory(bytes);
  for (let i = 0; directory && i < MOST_DIRECTORIES; i++) {
    if (((directory.numberOf(NEW_SUBFILE_TYPE) ?? 0) & REDUCED) === 0) pages++;
    directory = directory.next === 0 ? null : readDirectory(bytes, directory.next);
  }
  return pages > 1;
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
