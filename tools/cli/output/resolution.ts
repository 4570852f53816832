import { findChunk, isPng } from '../../../src/picture-files/png/chunks';

const METRES_PER_INCH = 0.0254;
const PER_METRE = 1;
/** JFIF's units. */
const PER_INCH = 1;
const PER_CENTIMETRE = 2;
/** Where a JPEG's APP0 begins with its name. */
const JFIF_AT = 6;

/** In pixels of an inch, as a PNG's pHYs or a JPEG's JFIF header says; null where the file says nothing. */
export function resolutionOf(bytes: Buffer): number | null {
  if (isPng(bytes)) return resolutionOfPng(bytes);
  return bytes.toString('latin1', JFIF_AT, JFIF_AT + 5) === 'JFIF\0' ? resolutionOfJfif(bytes) : null;
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
