import type { BrushoverPixels } from '../convention';
import { EditorError } from '../editor-error';
import { createCanvas } from './canvas';

/** Beyond these a picture is refused when it is decoded, too. */
const MOST_SIDE = 16_384;

/** Whatever a page gives as a picture, as something that can be drawn. @throws EditorError */
export async function drawableOf(pixels: BrushoverPixels): Promise<Exclude<BrushoverPixels, Blob | ImageData>> {
  const source = pixels instanceof Blob ? await createImageBitmap(pixels).catch(() => null) : pixels;
  if (!source || !isSize(source.width) || !isSize(source.height)) throw new EditorError('unreadablePicture');
  if (!(source instanceof ImageData)) return source;
  const { canvas, context } = createCanvas(source.width, source.height);
  context.putImageData(source, 0, 0);
  return canvas;
}

export function isPixels(value: unknown): value is BrushoverPixels {
  return [Blob, ImageData, ImageBitmap, HTMLCanvasElement, OffscreenCanvas].some((kind) => value instanceof kind);
}

/** Brightness times alpha as alpha alone, as a selection's shape is kept here. @throws EditorError */
export async function shapeOf(pixels: BrushoverPixels): Promise<HTMLCanvasElement> {
  const source = await drawableOf(pixels);
  const { canvas, context } = createCanvas(source.width, source.height);
  context.drawImage(source, 0, 0);
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  const { data } = image;
  for (let i = 0; i < data.length; i += 4) {
    const [red, green, blue, alpha] = data.subarray(i, i + 4) as unknown as [number, number, number, number];
    data[i + 3] = Math.round((((red + green + blue) / 3) * alpha) / 255);
    data[i] = data[i + 1] = data[i + 2] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

function isSize(side: number): boolean {
  return side >= 1 && side <= MOST_SIDE;
}
