/** Klecks' document: layers of its size, a selection, and steps of undo. */
import { DOCUMENT, GROUND_NAME, SHAPE_NAME, type Corner } from '../editor-under-test';
import { contextOf, groundCanvas, newCanvas, shapeSheet } from '../test-canvas';

export interface Layer {
  name: string;
  canvas: HTMLCanvasElement;
  isVisible: boolean;
  opacity: number;
}

const MOST_LAYERS = 16;

export const picture = {
  ...DOCUMENT,
  layers: [] as Layer[],
  current: 0,
  selection: null as readonly Corner[] | null,
};
let past: { layers: Layer[]; current: number }[] = [];
let onChange: () => void = () => undefined;

export function followChanges(listener: () => void): void {
  onChange = listener;
}

export function changed(): void {
  onChange();
}

export function openDocument(): void {
  past = [];
  const layers = [newLayer(GROUND_NAME, groundCanvas()), newLayer(SHAPE_NAME, shapeSheet()), newLayer('Top', newCanvas())];
  Object.assign(picture, { ...DOCUMENT, layers, current: 1, selection: null });
  changed();
}

export function newLayer(name: string, canvas: HTMLCanvasElement): Layer {
  return { name, canvas, isVisible: true, opacity: 1 };
}

export function step(action: () => void): void {
  past.push({ layers: [...picture.layers], current: picture.current });
  action();
  changed();
}

export function undo(): void {
  Object.assign(picture, past.pop());
  changed();
}

export function isFull(): boolean {
  return picture.layers.length >= MOST_LAYERS;
}

/** On top of all, whichever is current; at the limit the picture is painted into the top layer, and nothing is said. */
export function importLayer(name: string, image: ImageBitmap): void {
  const { width, height } = picture;
  const place = [Math.round((width - image.width) / 2), Math.round((height - image.height) / 2)] as const;
  step(() => {
    if (isFull()) return contextOf(picture.layers[picture.layers.length - 1].canvas).drawImage(image, ...place);
    const canvas = newCanvas(width, height);
    contextOf(canvas).drawImage(image, ...place);
    picture.layers = [...picture.layers, newLayer(name, canvas)];
    picture.current = picture.layers.length - 1;
  });
}

export function moveCurrent(to: number): void {
  if (to === picture.current) return;
  step(() => {
    const layers = [...picture.layers];
    layers.splice(to, 0, ...layers.splice(picture.current, 1));
    Object.assign(picture, { layers, current: to });
  });
}
