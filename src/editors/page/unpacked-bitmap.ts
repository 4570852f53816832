import type { Rectangle } from '../editor-adapter';

/** Of the file and of BITMAPV4HEADER, the oldest that tells of alpha. */
const FILE_HEADER = 14;
const PICTURE_HEADER = 108;
const BITFIELDS = 3;
/** Red, green, blue and alpha within a pixel's four bytes, in the order in which canvases give them. */
const MASKS = [0x000000ff, 0x0000ff00, 0x00ff0000, 0xff000000];
const SRGB = 0x73524742;

/** A BMP with alpha: the pixels as they are, without the second that it takes to pack so many. */
export function unpackedBitmap(pixels: ImageData, place: Rectangle): BlobPart[] {
  const length = 4 * place.width * place.height;
  const header = new DataView(new ArrayBuffer(FILE_HEADER + PICTURE_HEADER));
  header.setUint16(0, 0x424d);
  header.setUint32(2, header.byteLength + length, true);
  header.setUint32(10, header.byteLength, true);
  header.setUint32(14, PICTURE_HEADER, true);
  header.setInt32(18, place.width, true);
  // Negative: the first row is the topmost one.
  header.setInt32(22, -place.height, true);
  header.setUint16(26, 1, true);
  header.setUint16(28, 32, true);
  header.setUint32(30, BITFIELDS, true);
  header.setUint32(34, length, true);
  MASKS.forEach((mask, i) => header.setUint32(54 + 4 * i, mask, true));
  header.setUint32(70, SRGB, true);
  return [header.buffer, cropped(pixels, place)];
}

function cropped({ width, height, data }: ImageData, place: Rectangle): BlobPart {
  if (place.width === width && place.height === height) return data as BlobPart;
  const inside = new Uint8Array(4 * place.width * place.height);
  for (let y = 0; y < place.height; y++) {
    const from = 4 * ((place.y + y) * width + place.x);
    inside.set(data.subarray(from, from + 4 * place.width), 4 * y * place.width);
  }
  return inside;
}
