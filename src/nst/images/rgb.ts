import type { FloatImage } from './resample';
import type { RgbaImage } from './image';

/** Steps of 16 bits in one of 8: 255 is 65535. */
const DEEP_STEPS = 257;

/** RGB of a picture as floats in 0…255, fractions where it has 16 bits a channel; alpha is left out. */
export function rgbOf({ width, height, data, deep }: RgbaImage): FloatImage {
  const rgb = new Float32Array(width * height * 3);
  for (let i = 0, j = 0; i < data.length; i += 4, j += 3) {
    for (let c = 0; c < 3; c++) rgb[j + c] = deep ? deep[i + c] / DEEP_STEPS : data[i + c];
  }
  return { width, height, channels: 3, data: rgb };
}

/** Rounds to what a picture file holds, 16 bits a channel or 8: opaque RGBA. */
export function storableRgba(rgb: { width: number; height: number; data: Float32Array }, isDeep: boolean): RgbaImage {
  const image = opaqueRgba(rgb);
  if (!isDeep) return image;
  const deep = new Uint16Array(image.data.length).fill(65535);
  for (let i = 0, j = 0; i < deep.length; i += 4, j += 3) {
    for (let c = 0; c < 3; c++) deep[i + c] = deepened(rgb.data[j + c]);
  }
  return { ...image, deep };
}

/** Rounded likewise, so that what is optimised can be written to a file and scored by anyone. */
export function storable(image: FloatImage, isDeep: boolean): FloatImage {
  return rgbOf(storableRgba(image, isDeep));
}

/** 255 becomes 65535. */
export function deepened(value: number): number {
  return Math.round(DEEP_STEPS * Math.min(255, Math.max(0, value)));
}

/** Rounds to the nearest 8-bit value, as a display shows it: opaque RGBA. */
export function opaqueRgba(rgb: { width: number; height: number; data: Float32Array }): RgbaImage {
  const data = new Uint8ClampedArray(rgb.width * rgb.height * 4);
  for (let i = 0, j = 0; i < data.length; i += 4, j += 3) {
    data[i] = rgb.data[j];
    data[i + 1] = rgb.data[j + 1];
    data[i + 2] = rgb.data[j + 2];
    data[i + 3] = 255;
  }
  return { width: rgb.width, height: rgb.height, data };
}
