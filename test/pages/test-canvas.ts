import { DOCUMENT, groundPixel, SHAPE, shapePixel, type Corner } from './editor-under-test';

type Pixel = (x: number, y: number) => [number, number, number, number];

export function newCanvas(width = DOCUMENT.width, height = DOCUMENT.height): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D context');
  return context;
}

function paint(width: number, height: number, pixel: Pixel): HTMLCanvasElement {
  const canvas = newCanvas(width, height);
  const data = new ImageData(width, height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.data.set(pixel(x, y), 4 * (y * width + x));
  contextOf(canvas).putImageData(data, 0, 0);
  return canvas;
}

/** As editors do it: what is drawn stays. */
export function resizeCanvas(canvas: HTMLCanvasElement, width: number, height: number): void {
  const copy = newCanvas(canvas.width, canvas.height);
  contextOf(copy).drawImage(canvas, 0, 0);
  Object.assign(canvas, { width, height });
  contextOf(canvas).drawImage(copy, 0, 0);
}

export function pathOf(corners: readonly Corner[]): Path2D {
  const path = new Path2D();
  for (const [x, y] of corners) path.lineTo(x, y);
  path.closePath();
  return path;
}

/** The shape alone, of SHAPE's size. */
export const shapeCanvas = () => paint(SHAPE.width, SHAPE.height, shapePixel);

/** Opaque, of the document's size. */
export const groundCanvas = () => paint(DOCUMENT.width, DOCUMENT.height, groundPixel);

/** Of the document's size, with the shape at its place. */
export function shapeSheet(): HTMLCanvasElement {
  const sheet = newCanvas();
  contextOf(sheet).drawImage(shapeCanvas(), SHAPE.x, SHAPE.y);
  return sheet;
}

/** A photo of another host, which does not allow reading it. */
export async function foreignPhoto(): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `${location.origin.replace('127.0.0.1', 'localhost')}/photos/photo-cat.jpg`;
  await image.decode();
  return image;
}

/** A file that an editor has written. */
export async function pixelsOfFile(url: string): Promise<number[]> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return pixelsOf(image);
}

export function pixelsOf(source: CanvasImageSource, width = DOCUMENT.width, height = DOCUMENT.height): number[] {
  const canvas = newCanvas(width, height);
  contextOf(canvas).drawImage(source, 0, 0);
  return [...contextOf(canvas).getImageData(0, 0, width, height).data];
}
