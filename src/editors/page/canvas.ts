import { blobOfBase64Png } from '../base64';
import type { Rectangle } from '../editor-adapter';
import { EditorError } from '../editor-error';
import { brokenPicture } from './errors';

const PNG_URL = 'data:image/png;base64,';

export function createCanvas(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new EditorError('noMemory');
  return { canvas, context };
}

/** Bounds of the pixels that are not fully transparent; null if there are none. @throws EditorError "tainted" */
export function visibleBounds(canvas: HTMLCanvasElement): Rectangle | null {
  return boundsOfPixels(pixelsOf(canvas));
}

export function boundsOfPixels({ width, height, data: alpha }: ImageData): Rectangle | null {
  const rowIsVisible = (y: number) => someIsVisible(alpha, y * width, (y + 1) * width, 1);
  const columnIsVisible = (x: number) => someIsVisible(alpha, x, width * height, width);
  let top = 0;
  while (top < height && !rowIsVisible(top)) top++;
  if (top === height) return null;
  let bottom = height;
  while (!rowIsVisible(bottom - 1)) bottom--;
  let left = 0;
  while (!columnIsVisible(left)) left++;
  let right = width;
  while (!columnIsVisible(right - 1)) right--;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function someIsVisible(rgba: Uint8ClampedArray, first: number, end: number, step: number): boolean {
  for (let pixel = first; pixel < end; pixel += step) if (rgba[4 * pixel + 3] !== 0) return true;
  return false;
}

/** @throws EditorError "tainted" */
export function pixelsOf(canvas: HTMLCanvasElement): ImageData {
  try {
    const context = canvas.getContext('2d');
    if (!context) throw new EditorError('notReadable');
    return context.getImageData(0, 0, canvas.width, canvas.height);
  } catch (error) {
    throw explained(error);
  }
}

export function cropCanvas(source: HTMLCanvasElement, { x, y, width, height }: Rectangle): HTMLCanvasElement {
  if (x === 0 && y === 0 && width === source.width && height === source.height) return source;
  const { canvas, context } = createCanvas(width, height);
  context.drawImage(source, -x, -y);
  return canvas;
}

/**
 * Base64 of a PNG, written at once: `toBlob` works in a page's idle moments, which a page that animates or lies behind another hardly has.
 * @throws EditorError "tainted"
 */
export async function pngOfCanvas(canvas: HTMLCanvasElement): Promise<string> {
  try {
    const url = canvas.toDataURL('image/png');
    if (!url.startsWith(PNG_URL)) throw new EditorError('notWritable');
    return url.slice(PNG_URL.length);
  } catch (error) {
    throw explained(error);
  }
}

/** Decodes without an <img>, which a page's content security policy may forbid. @throws EditorError "broken-picture" */
export async function canvasOfPng(png: string, width: number, height: number): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(blobOfBase64Png(png)).catch(() => {
    throw brokenPicture();
  });
  const { canvas, context } = createCanvas(width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return canvas;
}

function explained(error: unknown): unknown {
  if (error instanceof DOMException && error.name === 'SecurityError') return new EditorError('tainted');
  return error instanceof RangeError ? new EditorError('noMemory') : error;
}
