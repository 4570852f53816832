import { decode, encode } from 'fast-png';
import { DOCUMENT, SHAPE, type Area } from '../../pages/editor-under-test';

type Pixel = (x: number, y: number) => [number, number, number, number];

export interface Picture {
  width: number;
  height: number;
  rgba: ArrayLike<number>;
}

export async function decodePicture(png: Blob): Promise<Picture> {
  const { width, height, data, channels, depth } = decode(new Uint8Array(await png.arrayBuffer()));
  if (channels !== 4 || depth !== 8) throw new Error(`the PNG has ${channels} channels of ${depth} bits, not 4 of 8`);
  return { width, height, rgba: data };
}

/** The picture of SHAPE's size that `pixel` draws. */
export function pictureOf(pixel: Pixel, { width, height } = SHAPE as { width: number; height: number }): Picture {
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rgba.set(pixel(x, y), 4 * (y * width + x));
  return { width, height, rgba };
}

export function pngOf({ width, height, rgba }: Picture): Blob {
  return new Blob([encode({ width, height, data: Uint8Array.from(rgba), channels: 4, depth: 8 }) as BlobPart], { type: 'image/png' });
}

/** `picture` at `place` on a transparent sheet of the document's size. */
export function onSheet(picture: Picture, place: Pick<Area, 'x' | 'y'>): Picture {
  const rgba = new Uint8Array(DOCUMENT.width * DOCUMENT.height * 4);
  for (let y = 0; y < picture.height; y++) {
    const row = Array.from(picture.rgba).slice(4 * y * picture.width, 4 * (y + 1) * picture.width);
    rgba.set(row, 4 * ((place.y + y) * DOCUMENT.width + place.x));
  }
  return { ...DOCUMENT, rgba };
}

/** Source-over of two pictures of one size (Porter and Duff 1984), straight alpha. */
export function over(top: Picture, bottom: Picture): Picture {
  const rgba = new Float64Array(top.rgba.length);
  for (let i = 0; i < rgba.length; i += 4) {
    const [topAlpha, bottomAlpha] = [top.rgba[i + 3] / 255, bottom.rgba[i + 3] / 255];
    const alpha = topAlpha + bottomAlpha * (1 - topAlpha);
    rgba[i + 3] = 255 * alpha;
    for (let c = i; c < i + 3; c++) {
      rgba[c] = alpha === 0 ? 0 : (top.rgba[c] * topAlpha + bottom.rgba[c] * bottomAlpha * (1 - topAlpha)) / alpha;
    }
  }
  return { ...top, rgba };
}

/** Largest difference of colour × alpha, in levels of 255: where nothing is seen, no colour is compared. */
export function colorDifference(a: Picture, b: Picture): number {
  return largest(a, b, (i) =>
    Math.max(...[0, 1, 2].map((c) => Math.abs(a.rgba[i + c] * a.rgba[i + 3] - b.rgba[i + c] * b.rgba[i + 3]) / 255)),
  );
}

export function alphaDifference(a: Picture, b: Picture): number {
  return largest(a, b, (i) => Math.abs(a.rgba[i + 3] - b.rgba[i + 3]));
}

function largest(a: Picture, b: Picture, difference: (i: number) => number): number {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`the pictures differ in size: ${a.width} × ${a.height} and ${b.width} × ${b.height}`);
  }
  let most = 0;
  for (let i = 0; i < a.rgba.length; i += 4) most = Math.max(most, difference(i));
  return most;
}
