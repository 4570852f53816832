import { exifBlock, xmpPacket } from './metadata';

interface Chunk {
  type: string;
  body: Buffer;
}

/** Flags of VP8X (RFC 9649, 2.7). */
const HAS = { xmp: 0x04, exif: 0x08, alpha: 0x10 };
const HEADER = 12;

/** A WebP with its resolution, its colours' name and the recipe; their order is the standard's. */
export function withWebpMetadata(webp: Buffer, size: { width: number; height: number }, pixelsPerInch: number, recipe: string): Buffer {
  const picture = chunksOf(webp).filter(({ type }) => type !== 'VP8X' && type !== 'EXIF' && type !== 'XMP ');
  const hasAlpha = picture.some(({ type, body }) => type === 'ALPH' || (type === 'VP8L' && hasLosslessAlpha(body)));
  const chunks = [
    { type: 'VP8X', body: extendedHeader(size, HAS.exif | HAS.xmp | (hasAlpha ? HAS.alpha : 0)) },
    ...picture,
    { type: 'EXIF', body: exifBlock(pixelsPerInch) },
    { type: 'XMP ', body: xmpPacket(recipe) },
  ];
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks.map(written)]);
  return written({ type: 'RIFF', body });
}

function chunksOf(webp: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = HEADER; at + 8 <= webp.length;) {
    const length = webp.readUInt32LE(at + 4);
    chunks.push({ type: webp.toString('latin1', at, at + 4), body: webp.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

/** Bit 28 behind the signature's byte, after two sides of 14 bits. */
function hasLosslessAlpha(body: Buffer): boolean {
  return (body.readUInt32LE(1) & (1 << 28)) !== 0;
}

function extendedHeader({ width, height }: { width: number; height: number }, flags: number): Buffer {
  const body = Buffer.alloc(10);
  body.writeUInt8(flags, 0);
  body.writeUIntLE(width - 1, 4, 3);
  body.writeUIntLE(height - 1, 7, 3);
  return body;
}

function written({ type, body }: Chunk): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}
