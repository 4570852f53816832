/** What the file's own bytes say; who shows it to a person names the picture. */
export class PngError extends Error {}

/** IHDR of a PNG (ISO/IEC 15948, 11.2.2). */
export interface PngHeader {
  width: number;
  height: number;
  /** Bits of a sample: 1, 2, 4, 8 or 16. */
  depth: number;
  color: 'grey' | 'rgb' | 'palette' | 'grey-alpha' | 'rgb-alpha';
  interlaced: boolean;
}

export interface PngChunks {
  header: PngHeader;
  /** PLTE of a palette picture, RGB RGB …; a suggested palette is left out. */
  palette: Uint8Array | null;
  /** tRNS of a picture without an alpha channel. */
  transparency: Uint8Array | null;
  /** What tells of colour, as it stands in the file: iCCP, cICP, sRGB, gAMA, cHRM. */
  color: readonly Chunk[];
  /** eXIf. */
  exif: Uint8Array | null;
  /** IDAT, in order. */
  data: readonly Uint8Array[];
}

export interface Chunk {
  type: string;
  data: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEADER_LENGTH = 13;
/** Length, type and check sum around a chunk's data. */
const FRAME = 12;
const COLORS: Readonly<Record<number, { color: PngHeader['color']; depths: readonly number[] }>> = {
  0: { color: 'grey', depths: [1, 2, 4, 8, 16] },
  2: { color: 'rgb', depths: [8, 16] },
  3: { color: 'palette', depths: [1, 2, 4, 8] },
  4: { color: 'grey-alpha', depths: [8, 16] },
  6: { color: 'rgb-alpha', depths: [8, 16] },
};
const COLOR_CHUNKS = ['iCCP', 'cICP', 'sRGB', 'gAMA', 'cHRM'];
/** Colour chunks beyond this are somebody's joke; a profile of a camera has 3 kB, of a printer 2 MB. */
const LARGEST_COLOR_CHUNK = 4 * 2 ** 20;

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** The header alone, which comes first, so that a size can be refused before anything else is read. */
export function readHeader(bytes: Uint8Array): PngHeader {
  if (!isPng(bytes)) throw new PngError('It is no PNG.');
  const first = chunkAt(bytes, SIGNATURE.length);
  if (first?.type !== 'IHDR' || first.data.length !== HEADER_LENGTH) throw new PngError('It does not begin with its header.');
  assertIntact(bytes, SIGNATURE.length, first);
  const view = viewOf(first.data);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, type, compression, filter, interlace] = first.data.subarray(8);
  const known = COLORS[type!];
  if (!known?.depths.includes(depth!) || width === 0 || height === 0 || compression !== 0 || filter !== 0 || interlace! > 1) {
    throw new PngError('Its header makes no sense.');
  }
  return { width, height, depth: depth!, color: known.color, interlaced: interlace === 1 };
}

/**
 * The chunks that a picture is made of. As in every browser, damage in what only tells about the picture is passed over, also
 * half an IEND; damage in the header, the palette or the pixels is not.
 */
export function readChunks(bytes: Uint8Array): PngChunks {
  const header = readHeader(bytes);
  const data: Uint8Array[] = [];
  const color: Chunk[] = [];
  let palette: Uint8Array | null = null;
  let transparency: Uint8Array | null = null;
  let exif: Uint8Array | null = null;
  for (let at = SIGNATURE.length + FRAME + HEADER_LENGTH; ;) {
    const chunk = chunkAt(bytes, at);
    if (!chunk || chunk.type === 'IEND') break;
    if (chunk.type === 'IHDR') throw new PngError('It has a second header.');
    if (chunk.type === 'PLTE' || chunk.type === 'IDAT') assertIntact(bytes, at, chunk);
    else if (isCritical(chunk.type)) throw new PngError('It has parts that no PNG has.');
    const isBeforePixels = data.length === 0;
    if (chunk.type === 'IDAT') data.push(chunk.data);
    else if (chunk.type === 'PLTE') palette ??= chunk.data;
    else if (isBeforePixels && isIntact(bytes, at, chunk)) {
      if (chunk.type === 'tRNS') transparency ??= chunk.data;
      else if (chunk.type === 'eXIf') exif ??= chunk.data;
      else if (COLOR_CHUNKS.includes(chunk.type) && chunk.data.length <= LARGEST_COLOR_CHUNK) color.push(chunk);
    }
    at += FRAME + chunk.data.length;
  }
  if (data.length === 0) throw new PngError('It has no pixels.');
  if (header.color === 'palette' && !palette) throw new PngError('It has no palette.');
  const hasAlpha = header.color.endsWith('alpha');
  return { header, palette: header.color === 'palette' ? palette : null, transparency: hasAlpha ? null : transparency, color, exif, data };
}

/** The text of the first tEXt chunk with that keyword (Latin-1, 11.3.4.3); null if there is none. */
export function readText(bytes: Uint8Array, keyword: string): string | null {
  const keywordOf = (data: Uint8Array): string => latin1(data.subarray(0, data.indexOf(0)));
  const found = findChunk(bytes, ({ type, data }) => type === 'tEXt' && keywordOf(data) === keyword);
  return found && latin1(found.data.subarray(found.data.indexOf(0) + 1));
}

/** The first chunk of that kind, if there is one. */
export function findChunk(bytes: Uint8Array, isWanted: (chunk: Chunk) => boolean): Chunk | null {
  readHeader(bytes);
  for (let at = SIGNATURE.length; ;) {
    const chunk = chunkAt(bytes, at);
    if (!chunk || chunk.type === 'IEND') return null;
    if (isWanted(chunk)) return chunk;
    at += FRAME + chunk.data.length;
  }
}

/** The file with one chunk more, right behind its header. */
export function withChunk(png: Uint8Array, chunk: Chunk): Uint8Array {
  const start = SIGNATURE.length + FRAME + HEADER_LENGTH;
  const written = writtenChunk(chunk);
  const bytes = new Uint8Array(png.length + written.length);
  bytes.set(png.subarray(0, start));
  bytes.set(written, start);
  bytes.set(png.subarray(start), start + written.length);
  return bytes;
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** A chunk as it stands in a file. */
export function writtenChunk({ type, data }: Chunk): Uint8Array {
  const bytes = new Uint8Array(FRAME + data.length);
  viewOf(bytes).setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  viewOf(bytes).setUint32(8 + data.length, checksum(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** Null where the file ends before the chunk does. */
function chunkAt(bytes: Uint8Array, at: number): Chunk | null {
  if (at + 8 > bytes.length) return null;
  const length = viewOf(bytes).getUint32(at);
  const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  if (type === 'IEND') return { type, data: new Uint8Array() };
  return at + FRAME + length > bytes.length ? null : { type, data: bytes.subarray(at + 8, at + 8 + length) };
}

/** An upper-case first letter: who does not know the chunk can't show the picture. */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}

function assertIntact(bytes: Uint8Array, at: number, chunk: Chunk): void {
  if (!isIntact(bytes, at, chunk)) throw new PngError(`Its ${chunk.type} is damaged.`);
}

function isIntact(bytes: Uint8Array, at: number, { data }: Chunk): boolean {
  return viewOf(bytes).getUint32(at + 8 + data.length) === checksum(bytes.subarray(at + 4, at + 8 + data.length));
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** CRC-32 (ISO/IEC 15948, annex D). */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8)) >>> 0;
  return (crc ^ 0xffffffff) >>> 0;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
