import type { RgbaImage } from './image';
import type { StyleTransferImages } from './prepare-images';
import { resampleRgba } from './resample';

/**
 * The layer of the source's own size that a smaller G makes: G enlarged, with the source's alpha to the bit,
 * times the mask; pixels that stay hidden keep the source's bytes. Where G `wraps`, so does the layer.
 */
export function fullSizeLayer(
  { content, mask }: Pick<StyleTransferImages, 'content' | 'mask'>,
  generated: RgbaImage,
  wraps: boolean,
): RgbaImage {
  const { width, height } = content;
  if (generated.width === width && generated.height === height) return generated;
  const { data } = resampleRgba(generated, width, height, wraps);
  const selection = mask && resampleRgba(mask, width, height).data;
  for (let i = 0; i < data.length; i += 4) {
    data[i + 3] = content.data[i + 3] * (selection ? selectedShare(selection, i) : 1);
    if (data[i + 3] === 0) data.set(content.data.subarray(i, i + 3), i);
  }
  return { width, height, data };
}

/** Brightness times alpha, 0…1. */
function selectedShare(mask: Uint8ClampedArray, i: number): number {
  return ((mask[i] + mask[i + 1] + mask[i + 2]) / 765) * (mask[i + 3] / 255);
}
