import type { FloatImage } from './resample';
import type { RgbaImage } from './image';

/** RGB of an 8-bit picture as floats in 0…255; alpha is left out. */
export function rgbOf({ width, height, data }: RgbaImage): FloatImage {
  const rgb = new Float32Array(width * height * 3);
  for (let i = 0, j = 0; i < data.length; i += 4, j += 3) {
    rgb[j] = data[i];
    rgb[j + 1] = data[i + 1];
    rgb[j + 2] = data[i + 2];
  }
  return { width, height, channels: 3, data: rgb };
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
