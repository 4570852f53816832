import { createCanvas } from '../page/canvas';
import { noDocument } from '../page/errors';
import { visiblePictures } from '../page/page-elements';
import { waitUntil } from '../page/wait-until';

/** What Klecks draws for one shown layer. */
export interface DrawnLayer {
  width: number;
  height: number;
  opacity: number;
  /** From document pixels to those of the viewport, which Klecks rounds when it draws. */
  transform: DOMMatrix;
  /** Copied where it was asked for: Klecks uses one canvas for several layers while something is not yet applied. */
  copy: HTMLCanvasElement | null;
}

const DRAWING_MS = 3000;

/**
 * Klecks shows its layers on one canvas of the window's size, zoomed, panned and with a ground around the picture. Their own canvases
 * come by when it draws, each at the document's size: once after a change of the window's size, and once after it is taken back.
 *
 * @param indexOfCopy of the shown layer, counted from the bottom, that is to be copied
 */
export async function drawnLayers(indexOfCopy: number | null): Promise<DrawnLayer[]> {
  const [viewport] = visiblePictures<HTMLCanvasElement>('canvas');
  if (!viewport) throw noDocument();
  const drawings = watchDrawings(viewport, indexOfCopy);
  try {
    const shifted = await afterResize(-1, () => drawings.last());
    drawings.forget();
    const drawn = await afterResize(0, () => drawings.last());
    return drawn.map((layer) => ({ ...layer, transform: unrounded(layer.transform, shifted[0]!.transform) }));
  } finally {
    drawings.end();
  }
}

/** Tells Klecks that the window is larger by so much, until it has drawn. */
async function afterResize<T>(pixels: number, drawn: () => T | null): Promise<T> {
  const sides = ['innerWidth', 'innerHeight'] as const;
  const originals = sides.map((side) => Object.getOwnPropertyDescriptor(window, side));
  for (const side of sides) {
    const length = window[side] + pixels;
    Object.defineProperty(window, side, { configurable: true, get: () => length });
  }
  try {
    window.dispatchEvent(new Event('resize'));
  } finally {
    sides.forEach((side, i) => originals[i] && Object.defineProperty(window, side, originals[i]));
  }
  return waitUntil(drawn, DRAWING_MS, 'busyEditor');
}

/**
 * Klecks keeps the middle of the view in its place, so that in a window smaller by one pixel all lies half a pixel to the left and above. It
 * draws at the nearest whole pixel: from both, the true place follows to a quarter.
 */
function unrounded(drawn: DOMMatrix, shifted: DOMMatrix): DOMMatrix {
  const between = (whole: number, wholeAfterShift: number) => wholeAfterShift + (whole === wholeAfterShift ? 0.25 : 0.75);
  const { a, b, c, d, e, f } = drawn;
  return new DOMMatrix([a, b, c, d, between(e, shifted.e), between(f, shifted.f)]);
}

/** One drawing of the viewport is made in one go. */
function watchDrawings(viewport: HTMLCanvasElement, indexOfCopy: number | null) {
  const { drawImage } = CanvasRenderingContext2D.prototype;
  let drawing: DrawnLayer[] = [];
  let finished: DrawnLayer[] | null = null;
  const watch = function (this: CanvasRenderingContext2D, ...args: unknown[]): void {
    const [image, x, y] = args;
    if (this.canvas === viewport && args.length === 3 && x === 0 && y === 0 && image instanceof HTMLCanvasElement) {
      if (drawing.length === 0) queueMicrotask(() => ([finished, drawing] = [drawing, []]));
      const { width, height } = image;
      const copy = drawing.length === indexOfCopy ? copyOf(image, drawImage) : null;
      drawing.push({ width, height, opacity: this.globalAlpha, transform: this.getTransform(), copy });
    }
    Reflect.apply(drawImage, this, args);
  };
  CanvasRenderingContext2D.prototype.drawImage = watch;
  return {
    last: () => finished,
    forget: () => void (finished = null),
    end() {
      // Another script may have wrapped it since.
      if (CanvasRenderingContext2D.prototype.drawImage === watch) CanvasRenderingContext2D.prototype.drawImage = drawImage;
    },
  };
}

function copyOf(image: HTMLCanvasElement, drawImage: CanvasRenderingContext2D['drawImage']): HTMLCanvasElement {
  const { canvas, context } = createCanvas(image.width, image.height);
  Reflect.apply(drawImage, context, [image, 0, 0]);
  return canvas;
}
