import { decode, encode, type IndexedColors } from 'fast-png';
import { rgbaOfPng } from '../rgba-of-png';
import type { RgbaImage } from '../../src/nst/images/image';

const COLORS = 256;
/** Colours are counted with this many bits each. */
const BITS = 5;

interface Bin {
  color: [number, number, number];
  count: number;
}

/** Opaque pictures side by side on one sheet, as a PNG of 256 colours: a third of the size, hardly visible on screen. */
export function smallPng(...pngs: Uint8Array[]): Uint8Array {
  return encodeWithPalette(sideBySide(pngs.map((png) => rgbaOfPng(decode(png)))));
}

function sideBySide(pictures: RgbaImage[]): RgbaImage {
  const width = pictures.reduce((sum, picture) => sum + picture.width, 0);
  const height = Math.max(...pictures.map((picture) => picture.height));
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  let left = 0;
  for (const picture of pictures) {
    for (let y = 0; y < picture.height; y++) {
      data.set(picture.data.subarray(4 * y * picture.width, 4 * (y + 1) * picture.width), 4 * (y * width + left));
    }
    left += picture.width;
  }
  return { width, height, data };
}

function encodeWithPalette({ width, height, data }: RgbaImage): Uint8Array {
  const bins = countColors(data);
  const boxes = medianCut([...bins.values()]);
  const indices = new Map<number, number>();
  boxes.forEach((box, index) => box.forEach(({ color }) => indices.set(keyOf(...color), index)));
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = indices.get(keyOf(data[4 * i], data[4 * i + 1], data[4 * i + 2])) ?? 0;
  return encode({ width, height, data: pixels, channels: 1, depth: 8, palette: boxes.map(meanOf) as IndexedColors });
}

function keyOf(red: number, green: number, blue: number): number {
  return ((red >> (8 - BITS)) << (2 * BITS)) | ((green >> (8 - BITS)) << BITS) | (blue >> (8 - BITS));
}

/** Each bin's colour is the mean of those in it. */
function countColors(data: Uint8ClampedArray): Map<number, Bin> {
  const bins = new Map<number, Bin>();
  for (let i = 0; i < data.length; i += 4) {
    const key = keyOf(data[i], data[i + 1], data[i + 2]);
    const bin = bins.get(key) ?? { color: [0, 0, 0], count: 0 };
    for (let c = 0; c < 3; c++) bin.color[c] += data[i + c];
    bin.count++;
    bins.set(key, bin);
  }
  for (const { color, count } of bins.values()) for (let c = 0; c < 3; c++) color[c] /= count;
  return bins;
}

/** Heckbert 1982: the box of the widest range, weighted by its pixels, is cut at its median. */
function medianCut(bins: Bin[]): Bin[][] {
  const boxes = [bins];
  while (boxes.length < Math.min(COLORS, bins.length)) {
    const widest = boxes.map((box) => ({ box, ...spreadOf(box) })).reduce((a, b) => (b.spread > a.spread ? b : a));
    if (widest.spread === 0) break;
    boxes.splice(boxes.indexOf(widest.box), 1, ...cut(widest.box, widest.channel));
  }
  return boxes;
}

function spreadOf(box: Bin[]): { spread: number; channel: number } {
  const pixels = box.reduce((sum, { count }) => sum + count, 0);
  const ranges = [0, 1, 2].map((c) => {
    let [least, most] = [255, 0];
    for (const { color } of box) [least, most] = [Math.min(least, color[c]), Math.max(most, color[c])];
    return Math.max(0, most - least);
  });
  const channel = ranges.indexOf(Math.max(...ranges));
  return { spread: box.length < 2 ? 0 : ranges[channel] * Math.sqrt(pixels), channel };
}

function cut(box: Bin[], channel: number): [Bin[], Bin[]] {
  const sorted = [...box].sort((a, b) => a.color[channel] - b.color[channel]);
  const half = box.reduce((sum, { count }) => sum + count, 0) / 2;
  let [at, below] = [0, 0];
  while (at < sorted.length - 1 && below + sorted[at].count <= half) below += sorted[at++].count;
  const middle = Math.max(1, at);
  return [sorted.slice(0, middle), sorted.slice(middle)];
}

function meanOf(box: Bin[]): number[] {
  const pixels = box.reduce((sum, { count }) => sum + count, 0);
  return [0, 1, 2].map((c) => Math.round(box.reduce((sum, { color, count }) => sum + color[c] * count, 0) / pixels));
}
