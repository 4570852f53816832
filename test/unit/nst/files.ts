import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { rgbaOfPng } from '../../../tools/rgba-of-png';
import { rgbOf } from '../../../src/nst/images/rgb';
import type { FloatImage } from '../../../src/nst/images/resample';
import { loadModel } from '../../../src/nst/model/load-model';
import type { Model } from '../../../src/nst/model/model';

const ROOT = join(__dirname, '../../..');

export async function readBytes(path: string): Promise<ArrayBuffer> {
  const bytes = await readFile(join(ROOT, path));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T;
}

export function fixturePicture(name: string): FloatImage {
  return rgbOf(rgbaOfPng(decode(readFileSync(join(ROOT, 'test/fixtures', name)))));
}

export function vgg16(lastLayer: string): Promise<Model> {
  return loadModel(readBytes, 'models/vgg16', undefined, { lastLayer });
}
