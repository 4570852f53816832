import type { Mask, Part } from '../../state/brush/mask-drawing';
import type { MaskKind } from '../../state/brush/masks';

/** One for each meaning, told apart also by those who see red and green alike. */
const TINTS: Record<MaskKind, readonly [number, number, number]> = {
  strength: [41, 98, 255],
  keep: [255, 176, 0],
  style1: [0, 158, 115],
  style2: [204, 85, 170],
};

/** A part of a mask as colour over the layer: at most half, so that the layer stays in sight. */
export function paintTint(mask: Mask, kind: MaskKind, { x, y, width, height }: Part): ImageData {
  const tint = new ImageData(width, height);
  const [red, green, blue] = TINTS[kind];
  for (let i = 0; i < width * height; i++) {
    const value = mask.values[(y + Math.floor(i / width)) * mask.width + x + (i % width)] ?? 0;
    tint.data.set([red, green, blue, value / 2], 4 * i);
  }
  return tint;
}
