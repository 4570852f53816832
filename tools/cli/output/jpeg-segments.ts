import { exifBlock, xmpPacket } from './metadata';

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const XMP = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');
const APP0 = 0xe0;
const APP1 = 0xe1;
/** Marker and length. */
const HEAD = 4;
const MOST = 0xffff - 2;

/** A JPEG with its resolution, its colours' name, and the recipe where it fits into a segment. */
export function withJpegMetadata(jpeg: Buffer, pixelsPerInch: number, recipe: string): Buffer {
  const behindJfif = jpeg[3] === APP0 ? 2 + 2 + jpeg.readUInt16BE(4) : 2;
  const start = Buffer.from(jpeg.subarray(0, behindJfif));
  if (jpeg[3] === APP0) setJfifDensity(start, pixelsPerInch);
  const segments = [Buffer.concat([EXIF, exifBlock(pixelsPerInch)]), Buffer.concat([XMP, xmpPacket(recipe)])];
  return Buffer.concat([start, ...segments.filter(({ length }) => length <= MOST).map(app1), jpeg.subarray(behindJfif)]);
}

/** JFIF 1.02: unit 1 is dots of an inch. */
function setJfifDensity(start: Buffer, pixelsPerInch: number): void {
  const unit = 2 + HEAD + 'JFIF\0'.length + 2;
  const density = Math.min(0xffff, Math.max(1, Math.round(pixelsPerInch)));
  start.writeUInt8(1, unit);
  start.writeUInt16BE(density, unit + 1);
  start.writeUInt16BE(density, unit + 3);
}

function app1(body: Buffer): Buffer {
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
