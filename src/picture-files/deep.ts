import type { DeepImage, RgbaImage } from '../nst/images/image';

/** A picture of 16 bits a channel with what a screen shows of it, rounded to 8. */
export function withBytes({ width, height, data: deep }: DeepImage): RgbaImage {
  const data = new Uint8ClampedArray(deep.length);
  for (let i = 0; i < deep.length; i++) data[i] = deep[i]! / 257;
  return { width, height, data, deep };
}
