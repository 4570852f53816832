import { readFileSync } from 'node:fs';
import { decode, encode } from 'fast-png';
import { rgbaOfPng } from '../../../tools/rgba-of-png';
import type { RgbaImage } from '../../../src/nst/images/image';

type Pixel = [number, number, number, number];

function drawPicture(width: number, height: number, pixelAt: (x: number, y: number) => Pixel): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(pixelAt(x, y), 4 * (y * width + x));
  return { width, height, data };
}

/** A colourful scene of stripes and a disc, small enough to be stylised in seconds. */
export function scene(width: number, height: number, alphaAt: (x: number, y: number) => number = () => 255): RgbaImage {
  return drawPicture(width, height, (x, y) => {
    const inDisc = Math.hypot(x - width / 2, y - height / 2) < height / 3;
    return [inDisc ? 220 : (x * 4) % 256, inDisc ? 120 : (y * 3) % 256, inDisc ? 40 : 160, alphaAt(x, y)];
  });
}

export function pngOf({ width, height, data }: RgbaImage): Buffer {
  return Buffer.from(encode({ width, height, data, channels: 4, depth: 8 }));
}

export function pictureOf(png: Uint8Array): RgbaImage {
  return rgbaOfPng(decode(png));
}

export function readPng(path: string): RgbaImage {
  return pictureOf(readFileSync(path));
}

/** Mean absolute difference of RGB, in grey levels, where `b` is visible. */
export function meanDifference(a: RgbaImage, b: RgbaImage): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    if (b.data[i + 3] === 0) continue;
    for (let c = 0; c < 3; c++) sum += Math.abs(a.data[i + c] - b.data[i + c]);
    count += 3;
  }
  return sum / count;
}
