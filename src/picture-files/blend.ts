import type { RgbaImage } from '../nst/images/image';

/**
 * A picture between the layer and what was made of it, of one size: colours go in a straight line from one to the other, and
 * the result's alpha stays. `strength` from 0, the layer's colours, to 1, the result's.
 */
export function blend(layer: RgbaImage, result: RgbaImage, strength: number): RgbaImage {
  const data = new Uint8ClampedArray(result.data);
  for (let i = 0; i < data.length; i++) {
    const isAlpha = i % 4 === 3;
    if (!isAlpha) data[i] = layer.data[i]! + strength * (result.data[i]! - layer.data[i]!);
  }
  return { width: result.width, height: result.height, data };
}
