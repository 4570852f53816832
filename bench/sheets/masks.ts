import type { RgbaImage } from '../../src/nst/images/image';

/** A square grey picture of brightness 0…1 (cut off beyond) at x, y in 0…1. */
export function paintedMask(side: number, brightness: (x: number, y: number) => number): RgbaImage {
  const data = new Uint8ClampedArray(4 * side * side).fill(255);
  for (let i = 0; i < side * side; i++)
    data.fill(255 * brightness(((i % side) + 0.5) / side, (Math.floor(i / side) + 0.5) / side), 4 * i, 4 * i + 3);
  return { width: side, height: side, data };
}

/** What a transparent picture looks like on white paper. */
export function onWhite({ width, height, data }: RgbaImage): RgbaImage {
  const shown = data.map((value, i) => {
    const alpha = data[i - (i % 4) + 3] / 255;
    return i % 4 === 3 ? 255 : value * alpha + 255 * (1 - alpha);
  });
  return { width, height, data: shown };
}
