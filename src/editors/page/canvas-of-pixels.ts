import type { BrushoverPixels } from '../convention';
import { EditorError } from '../editor-error';
import { createCanvas } from './canvas';

/** Beyond these a picture is refused when it is decoded, too. */
const MOST_SIDE = 16_384;

/** Whatever a page gives as a picture, copied. @throws EditorError */
export async function canvasOfPixels(pixels: BrushoverPixels): Promise<HTMLCanvasElement> {
  const source = pixels instanceof Blob ? await createImageBitmap(pixels).catch(() => null) : pixels;
  if (!source || !isSize(source.width) || !isSize(source.height)) throw new EditorError('unreadablePicture');
  const { canvas, context } = createCanvas(source.width, source.height);
  if (source instanceof ImageData) context.putImageData(source, 0, 0);
  else context.drawImage(source, 0, 0);
  return canvas;
}

export function isPixels(value: unknown): value is BrushoverPixels {
  return [Blob, ImageData, ImageBitmap, HTMLCanvasElement, OffscreenCanvas].some((kind) => value instanceof kind);
}

/** Brightness times alpha as alpha alone, as a selection's shape is kept here. */
export function asAlpha(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  const { data } = image;
  for (let i = 0; i < data.length; i += 4) {
    data[i + 3] = Math.round((((data[i] + data[i + 1] + data[i + 2]) / 3) * data[i + 3]) / 255);
    data[i] = data[i + 1] = data[i + 2] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

function isSize(side: number): boolean {
  return side >= 1 && side <= MOST_SIDE;
}
