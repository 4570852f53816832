import type { RgbaImage } from '../nst/images/image';
import { readDirectory } from './tiff/directory';

const ORIENTATION_TAG = 0x0112;

/** 1 to 8, how EXIF data says that a picture lies; 1 where it says nothing that makes sense. */
export function orientationOf(exif: Uint8Array | null): number {
  const value = exif && readDirectory(exif)?.numberOf(ORIENTATION_TAG);
  return value && value >= 1 && value <= 8 ? value : 1;
}

/** Turned and mirrored so that it is seen as it was meant. */
export function oriented(image: RgbaImage, orientation: number): RgbaImage {
  if (orientation === 1) return image;
  const isTurned = orientation >= 5;
  const [width, height] = isTurned ? [image.height, image.width] : [image.width, image.height];
  const placeOf = sourceOf(orientation, image);
  const places = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) places[y * width + x] = placeOf(x, y);
  const data = new Uint8ClampedArray(image.data.length);
  turn(image.data, places, data);
  if (!image.deep) return { width, height, data };
  const deep = new Uint16Array(data.length);
  turn(image.deep, places, deep);
  return { width, height, data, deep };
}

function turn(values: Uint8ClampedArray | Uint16Array, places: Uint32Array, into: Uint8ClampedArray | Uint16Array): void {
  for (let i = 0; i < places.length; i++) for (let c = 0; c < 4; c++) into[4 * i + c] = values[4 * places[i]! + c]!;
}

/** Where in the stored picture a pixel of the turned one comes from (EXIF 2.32, tag 0x0112). */
function sourceOf(orientation: number, { width, height }: RgbaImage): (x: number, y: number) => number {
  const [right, bottom] = [width - 1, height - 1];
  const at = (x: number, y: number): number => y * width + x;
  switch (orientation) {
    case 2:
      return (x, y) => at(right - x, y);
    case 3:
      return (x, y) => at(right - x, bottom - y);
    case 4:
      return (x, y) => at(x, bottom - y);
    case 5:
      return (x, y) => at(y, x);
    case 6:
      return (x, y) => at(y, bottom - x);
    case 7:
      return (x, y) => at(right - y, bottom - x);
    default:
      return (x, y) => at(right - y, x);
  }
}
