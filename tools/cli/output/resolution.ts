import { isTiff } from '../../../src/picture-files/formats';
import { findChunk, isPng } from '../../../src/picture-files/png/chunks';
import { readDirectory } from '../../../src/picture-files/tiff/directory';

const METRES_PER_INCH = 0.0254;
const PER_METRE = 1;
/** JFIF's units. */
const PER_INCH = 1;
const PER_CENTIMETRE = 2;
/** Where a JPEG's APP0 begins with its name. */
const JFIF_AT = 6;

/** Tags of TIFF and of EXIF. */
const X_RESOLUTION = 282;
const RESOLUTION_UNIT = 296;
const INCH = 2;
const CENTIMETRE = 3;
/** Where a camera's JPEG has its EXIF data: behind the marker, the length and the name. */
const EXIF_AT = 12;

/** In pixels of an inch, as a PNG's pHYs, a JPEG's JFIF header or EXIF data, or a TIFF says; null where the file says nothing. */
export function resolutionOf(bytes: Buffer): number | null {
  if (isPng(bytes)) return resolutionOfPng(bytes);
  if (isTiff(bytes)) return resolutionOfDirectory(bytes);
  if (bytes.toString('latin1', JFIF_AT, JFIF_AT + 5) === 'JFIF\0') return resolutionOfJfif(bytes);
  return bytes.toString('latin1', JFIF_AT, JFIF_AT + 4) === 'Exif' ? resolutionOfDirectory(bytes.subarray(EXIF_AT)) : null;
}

function resolutionOfDirectory(bytes: Buffer): number | null {
  const directory = readDirectory(bytes);
  const density = directory?.fractionOf(X_RESOLUTION) ?? 0;
  const unit = directory?.numberOf(RESOLUTION_UNIT) ?? INCH;
  if (!Number.isFinite(density)) return null;
  return unit === INCH ? positive(density) : unit === CENTIMETRE ? positive(density * 2.54) : null;
}

/** pHYs (ISO/IEC 15948, 11.3.5.3): pixels of a metre, to each side, and the unit. */
function resolutionOfPng(bytes: Buffer): number | null {
  try {
    const chunk = findChunk(bytes, ({ type, data }) => type === 'pHYs' && data.length === 9);
    if (chunk?.data[8] !== PER_METRE) return null;
    return positive(Buffer.from(chunk.data).readUInt32BE(0) * METRES_PER_INCH);
  } catch {
    return null;
  }
}

function resolutionOfJfif(bytes: Buffer): number | null {
  if (bytes.length < JFIF_AT + 12) return null;
  const unit = bytes[JFIF_AT + 7];
  const density = bytes.readUInt16BE(JFIF_AT + 8);
  if (unit === PER_INCH) return positive(density);
  return unit === PER_CENTIMETRE ? positive(density * 2.54) : null;
}

function positive(value: number): number | null {
  return value > 0 ? value : null;
}

/** The body of a pHYs chunk. */
export function physOf(pixelsPerInch: number): Uint8Array {
  const body = Buffer.alloc(9);
  const perMetre = Math.min(0x7fffffff, Math.round(pixelsPerInch / METRES_PER_INCH));
  body.writeUInt32BE(perMetre, 0);
  body.writeUInt32BE(perMetre, 4);
  body.writeUInt8(PER_METRE, 8);
  return body;
}
