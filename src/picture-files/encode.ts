import { encode } from 'fast-png';
import type { DeepImage, RgbaImage } from '../nst/images/image';
import { withChunk } from './png/chunks';

/** Perceptual, which browsers take for granted and other programs do not. */
const SRGB = Uint8Array.of(0);

/** Straight-alpha RGBA → PNG, exactly, in sRGB; `text` goes into the file's text chunks. */
export function encodePng({ width, height, data }: RgbaImage, text: Record<string, string> = {}): Blob {
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return fileOf(encode({ width, height, data: pixels, channels: 4, depth: 8, text }));
}

/** The same with 16 bits a channel. */
export function encodeDeepPng({ width, height, data }: DeepImage, text: Record<string, string> = {}): Blob {
  return fileOf(encode({ width, height, data, channels: 4, depth: 16, text }));
}

/** With as many bits a channel as it has. */
export function encodeWhole(image: RgbaImage): Blob {
  const { width, height, deep } = image;
  return deep ? encodeDeepPng({ width, height, data: deep }) : encodePng(image);
}

function fileOf(png: Uint8Array): Blob {
  return new Blob([withChunk(png, { type: 'sRGB', data: SRGB }) as BlobPart], { type: 'image/png' });
}
