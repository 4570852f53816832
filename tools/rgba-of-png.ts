import type { DecodedPng } from 'fast-png';
import type { RgbaImage } from '../src/nst/images/image';

/** Any PNG's samples (1 to 16 bits; grey, colour, palette; with or without alpha) → 8-bit RGBA. */
export function rgbaOfPng(png: DecodedPng): RgbaImage {
  const { width, height, depth, channels } = png;
  if (depth === 8 && channels === 4) return { width, height, data: new Uint8ClampedArray(png.data) };
  const samples = depth < 8 ? unpackSamples(png) : png.data;
  const data = new Uint8ClampedArray(width * height * 4);
  const writePixel = png.palette ? paletteWriter(png.palette) : sampleWriter(png);
  for (let i = 0; i < width * height; i++) writePixel(samples, i, data);
  return { width, height, data };
}

type WritePixel = (samples: ArrayLike<number>, pixel: number, rgba: Uint8ClampedArray) => void;

function paletteWriter(palette: readonly (readonly number[])[]): WritePixel {
  return (samples, pixel, rgba) => {
    const [red, green, blue, alpha = 255] = palette[samples[pixel]] ?? [0, 0, 0, 0];
    rgba.set([red, green, blue, alpha], 4 * pixel);
  };
}

function sampleWriter({ channels, depth, transparency }: DecodedPng): WritePixel {
  const factor = 255 / (2 ** depth - 1);
  const colors = channels <= 2 ? [0, 0, 0] : [0, 1, 2];
  const hasAlpha = channels === 2 || channels === 4;
  return (samples, pixel, rgba) => {
    const first = pixel * channels;
    for (let c = 0; c < 3; c++) rgba[4 * pixel + c] = samples[first + colors[c]] * factor;
    const keyedOut = transparency && colors.every((c) => samples[first + c] === transparency[c]);
    rgba[4 * pixel + 3] = hasAlpha ? samples[first + channels - 1] * factor : keyedOut ? 0 : 255;
  };
}

/** 1-, 2- and 4-bit samples lie packed in bytes, and every row begins a new byte. */
function unpackSamples({ data, width, height, channels, depth }: DecodedPng): Uint8Array {
  const rowSamples = width * channels;
  const rowBytes = Math.ceil((rowSamples * depth) / 8);
  const samples = new Uint8Array(height * rowSamples);
  for (let y = 0; y < height; y++) {
    for (let i = 0; i < rowSamples; i++) {
      const bit = i * depth;
      samples[y * rowSamples + i] = (data[y * rowBytes + (bit >> 3)] >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
    }
  }
  return samples;
}
