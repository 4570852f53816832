import type { Rectangle } from '../editor-adapter';
import { createCanvas, visibleBounds } from '../page/canvas';
import type { Piskel } from './piskel-page';

type SelectedPixel = Readonly<{ col: number; row: number }>;

export function selectedPixels({ model }: Piskel): readonly SelectedPixel[] {
  return model.app.selectionManager.currentSelection?.pixels ?? [];
}

/** Rectangles, lassos and magic wands are all lists of pixels, some of which may lie out of the document. */
export function maskOfPixels(
  pixels: readonly SelectedPixel[],
  width: number,
  height: number,
): { selection: Rectangle | null; mask: HTMLCanvasElement | null } {
  const { canvas, context } = createCanvas(width, height);
  context.fillStyle = 'white';
  for (const { col, row } of pixels) context.fillRect(col, row, 1, 1);
  const selection = visibleBounds(canvas);
  return { selection, mask: selection ? canvas : null };
}
