import type { RgbaImage } from '../nst/images/image';

/** As layers are captured that are too large to be packed: BITMAPV4HEADER, 32 bits, red, green, blue and alpha in this order, top row first. */
const HEADERS = 14 + 108;
const BITFIELDS = 3;
const MASKS = [0x000000ff, 0x0000ff00, 0x00ff0000, 0xff000000];

/** Null for anything else, other kinds of BMP among it, which are the browser's to read. */
export function bitmapSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < HEADERS || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADERS);
  const [width, height] = [view.getInt32(18, true), -view.getInt32(22, true)];
  const isOurs =
    view.getUint32(10, true) === HEADERS &&
    view.getUint16(28, true) === 32 &&
    view.getUint32(30, true) === BITFIELDS &&
    MASKS.every((mask, i) => view.getUint32(54 + 4 * i, true) === mask);
  return isOurs && width > 0 && height > 0 ? { width, height } : null;
}

/** Its pixels, exactly; null where `bitmapSize` knows it not, or where it ends too early. */
export function readBitmap(bytes: Uint8Array): RgbaImage | null {
  const size = bitmapSize(bytes);
  const length = size ? 4 * size.width * size.height : 0;
  if (!size || bytes.length < HEADERS + length) return null;
  return { ...size, data: new Uint8ClampedArray(bytes.buffer, bytes.byteOffset + HEADERS, length) };
}
