import type { NewLayer } from '../editor-adapter';
import { canvasOfPng, createCanvas } from './canvas';
import { brokenPicture } from './errors';

/** The picture at its place on a transparent sheet of the document's size, for editors that centre what they take. */
export async function sheetOf(layer: NewLayer, documentWidth: number, documentHeight: number): Promise<HTMLCanvasElement> {
  const picture = await canvasOfPng(layer.png, layer.width, layer.height);
  const { canvas, context } = createCanvas(documentWidth, documentHeight);
  context.drawImage(picture, layer.x, layer.y);
  return canvas;
}

/** For editors that take an <img>. Decoded before it is handed over: some break on one that is not. @throws EditorError "broken-picture" */
export async function imageOf(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    throw brokenPicture();
  }
  return image;
}

export function pngUrl(png: string): string {
  return `data:image/png;base64,${png}`;
}
