import type { DeepImage, RgbaImage } from './image';

/** Pixels from one position to the next at the deepest layers, after four poolings: a shorter side has no position there. */
export const LEAST_SIDE = 16;

/** The side that the network is shown of a picture's side. */
export function seenSide(side: number): number {
  return Math.max(LEAST_SIDE, side);
}

/** A picture with sides that the network can see: mirrored at its right and lower edges, as often as it takes. */
export function continued(image: RgbaImage): RgbaImage {
  const { width, height } = image;
  const [wide, tall] = [seenSide(width), seenSide(height)];
  return wide === width && tall === height ? image : regionOf(image, wide, tall);
}

/** The part of a continued picture, at any scale, that the picture itself had: `of` and `size` are at scale 1. */
export function withoutContinuation<Image extends RgbaImage | DeepImage>(image: Image, of: Size, size: Size): Image {
  const width = Math.max(1, Math.round((image.width * size.width) / of.width));
  const height = Math.max(1, Math.round((image.height * size.height) / of.height));
  return width === image.width && height === image.height ? image : regionOf(image, width, height);
}

/** Whether the picture of that size was too small to be seen as it is. */
export function isContinued({ size }: { size: Size }): boolean {
  return Math.min(size.width, size.height) < LEAST_SIDE;
}

interface Size {
  width: number;
  height: number;
}

/** From the upper left corner on; beyond the edges it is mirrored. */
function regionOf<Image extends RgbaImage | DeepImage>(image: Image, width: number, height: number): Image {
  const data = valuesOfRegion(image, image.data, width, height);
  const deep = 'deep' in image && image.deep ? { deep: valuesOfRegion(image, image.deep, width, height) } : {};
  return { width, height, data, ...deep } as RgbaImage | DeepImage as Image;
}

function valuesOfRegion(image: Size, values: Uint8ClampedArray | Uint16Array, width: number, height: number): typeof values {
  const length = 4 * width * height;
  const region = values instanceof Uint16Array ? new Uint16Array(length) : new Uint8ClampedArray(length);
  for (let y = 0; y < height; y++) {
    const row = mirrored(y, image.height) * image.width;
    for (let x = 0; x < width; x++) {
      const source = 4 * (row + mirrored(x, image.width));
      region.set(values.subarray(source, source + 4), 4 * (y * width + x));
    }
  }
  return region;
}

/** 0 1 2 2 1 0 0 1 … for a length of 3. */
function mirrored(index: number, length: number): number {
  const place = index % (2 * length);
  return place < length ? place : 2 * length - 1 - place;
}
