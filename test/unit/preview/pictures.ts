import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { seededRandom } from '../../../src/nst/images/random';
import { projectFolder } from '../model/assets-from-disk';
import type { FloatImage } from '../../../src/nst/images/resample';

const fixtures = join(projectFolder, 'test/fixtures');

export interface PreviewFixture {
  styleVector: { original: number[]; unrounded: number[] };
  styles26Weights: number[];
}

export function previewFixture(): PreviewFixture {
  return JSON.parse(readFileSync(join(fixtures, 'preview.json'), 'utf8')) as PreviewFixture;
}

export function fixturePicture(file: string): FloatImage {
  const { width, height, data } = PNG.sync.read(readFileSync(join(fixtures, file)));
  const rgb = new Float32Array(width * height * 3);
  for (let i = 0; i < width * height; i++) for (let c = 0; c < 3; c++) rgb[3 * i + c] = data[4 * i + c];
  return { width, height, channels: 3, data: rgb };
}

export function randomPicture(width: number, height: number): FloatImage {
  return { width, height, channels: 3, data: randomValues(width * height * 3).map((value) => value * 255) };
}

export function randomValues(length: number): Float32Array {
  const random = seededRandom(11);
  return Float32Array.from({ length }, () => random());
}

/** As a share of the full scale. */
export function meanDifference(a: FloatImage, b: FloatImage): number {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  return a.data.reduce((sum, value, i) => sum + Math.abs(value - b.data[i]), 0) / a.data.length / 255;
}

export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [product, squareA, squareB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    product += a[i] * b[i];
    squareA += a[i] ** 2;
    squareB += b[i] ** 2;
  }
  return product / Math.sqrt(squareA * squareB);
}
