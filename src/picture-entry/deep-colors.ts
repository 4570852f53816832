import type { RgbaImage } from '../nst/images/image';
import { withBytes } from '../picture-files/deep';
import { encodeWhole } from '../picture-files/encode';
import { oriented, orientationOf } from '../picture-files/orientation';
import type { Chunk, PngChunks } from '../picture-files/png/chunks';
import { decodePixels } from '../picture-files/png/decode-png';
import { opaquePng, usableChunks } from '../picture-files/png/to-srgb';

/** So many rows are read of the canvas at once: its floats take as much again as the picture. */
const ROWS = 256;
const WORD = 65535;

/** Canvases of half floats are newer than TypeScript's own types. */
type FloatContext = Pick<CanvasRenderingContext2D, 'drawImage'> & {
  getContextAttributes(): { colorType?: string };
  getImageData(x: number, y: number, width: number, height: number, options: { pixelFormat: 'rgba-float16' }): { data: ArrayLike<number> };
};

/** A PNG of 16 bits in sRGB, turned as its EXIF data says; null where the browser converts 8 bits alone. */
export async function pngInSrgb(chunks: PngChunks): Promise<Blob | null> {
  const pixels = await decodePixels(chunks).catch(() => null);
  const converted = pixels && (await deepInSrgb(pixels, chunks.header.color.startsWith('grey'), await usableChunks(chunks.color)));
  return converted && encodeWhole(oriented(converted, orientationOf(chunks.exif)));
}

/**
 * Colours by the browser's own management, as for 8 bits, and alpha untouched: an `<img>` that is drawn on a canvas of half
 * floats keeps 11 bits and more, while `createImageBitmap` cuts 8. Null for pictures of 8 bits, and where there are no such canvases.
 */
export async function deepInSrgb(image: RgbaImage, isGrey: boolean, color: readonly Chunk[]): Promise<RgbaImage | null> {
  const { width, height, deep } = image;
  const context = deep && floatContext(width, height);
  if (!context) return null;
  const shown = new Image();
  shown.src = URL.createObjectURL(opaquePng(image, isGrey, color));
  try {
    await shown.decode();
    context.drawImage(shown, 0, 0);
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(shown.src);
  }
  return withBytes({ width, height, data: converted(context, width, height, deep) });
}

function floatContext(width: number, height: number): FloatContext | null {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const options = { colorType: 'float16', willReadFrequently: true };
  const context = canvas.getContext('2d', options as CanvasRenderingContext2DSettings) as unknown as FloatContext | null;
  return context?.getContextAttributes().colorType === 'float16' ? context : null;
}

function converted(context: FloatContext, width: number, height: number, deep: Uint16Array): Uint16Array {
  const words = deep.slice();
  for (let y = 0; y < height; y += ROWS) {
    const { data } = context.getImageData(0, y, width, Math.min(ROWS, height - y), { pixelFormat: 'rgba-float16' });
    const first = 4 * width * y;
    for (let i = 0; i < data.length; i++) {
      if (i % 4 < 3) words[first + i] = Math.round(WORD * Math.min(1, Math.max(0, data[i]!)));
    }
  }
  return words;
}
