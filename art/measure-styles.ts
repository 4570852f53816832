import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, type Pixels } from './jpeg';

const folder = join(import.meta.dirname, '../styles');
const thumbnail = 12;

/** What a picture offers to the style loss, as numbers. */
interface Measures {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Standard deviation of luminance, 0..255. */
  readonly contrast: number;
  /** Cells of an 8×8×8 colour cube that hold at least 1/2000 of the pixels. */
  readonly colors: number;
  /** Mean absolute luminance step between neighbours, in the calmest of 3×3 tiles, 0..255. */
  readonly calmestDetail: number;
  /** Root mean square distance, 0..255, of the 12×12 thumbnail to that of the most similar other style. */
  readonly nearest: number;
}

async function measureAll(): Promise<Measures[]> {
  const entries = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { id: string; file: string }[];
  const pictures: Pixels[] = [];
  for (const { file } of entries) pictures.push(await decode(readFileSync(join(folder, file))));
  const thumbnails = pictures.map(shrink);
  return pictures.map((picture, index) => ({
    id: entries[index].id,
    width: picture.width,
    height: picture.height,
    contrast: deviation(luminances(picture)),
    colors: countColors(picture),
    calmestDetail: calmestDetail(picture),
    nearest: Math.min(...thumbnails.filter((_, other) => other !== index).map((other) => rms(thumbnails[index], other))),
  }));
}

function luminances({ width, height, data }: Pixels): Float64Array {
  return Float64Array.from(
    { length: width * height },
    (_, pixel) => 0.2126 * data[pixel * 4] + 0.7152 * data[pixel * 4 + 1] + 0.0722 * data[pixel * 4 + 2],
  );
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

function countColors({ data }: Pixels): number {
  const counts = new Uint32Array(512);
  for (let offset = 0; offset < data.length; offset += 4)
    counts[((data[offset] >> 5) << 6) | ((data[offset + 1] >> 5) << 3) | (data[offset + 2] >> 5)]++;
  return counts.filter((count) => count >= data.length / 4 / 2000).length;
}

function calmestDetail(picture: Pixels): number {
  const { width, height } = picture;
  const values = luminances(picture);
  const sums = new Float64Array(9);
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      const pixel = y * width + x;
      const step = Math.abs(values[pixel + 1] - values[pixel]) + Math.abs(values[pixel + width] - values[pixel]);
      sums[Math.floor((y * 3) / height) * 3 + Math.floor((x * 3) / width)] += step / 2;
    }
  }
  return Math.min(...sums) / ((width * height) / 9);
}

function shrink({ width, height, data }: Pixels): Float64Array {
  const sums = new Float64Array(thumbnail * thumbnail * 3);
  for (let offset = 0; offset < data.length; offset += 4) {
    const pixel = offset / 4;
    const cell =
      Math.floor((Math.floor(pixel / width) * thumbnail) / height) * thumbnail + Math.floor(((pixel % width) * thumbnail) / width);
    for (let channel = 0; channel < 3; channel++) sums[cell * 3 + channel] += data[offset + channel];
  }
  return sums.map((sum) => (sum * thumbnail * thumbnail) / (width * height));
}

function rms(one: Float64Array, other: Float64Array): number {
  return Math.sqrt(one.reduce((sum, value, index) => sum + (value - other[index]) ** 2, 0) / one.length);
}

console.log(JSON.stringify(await measureAll()));
