import { createCanvas, visibleBounds } from './canvas';
import { visibleElements } from './page-elements';
import { readCanvas } from './read-canvas';

/** CSS pixels by which the edges of two canvases in one place may differ. */
const SAME_PLACE = 1;

type Piece = HTMLCanvasElement | HTMLImageElement;

/** Painting programs keep a layer, a stroke or a paper in a canvas each, all in one place: those that lie there, bottom first. */
function stackOf(canvas: HTMLCanvasElement): Piece[] {
  const place = canvas.getBoundingClientRect();
  const pieces = visibleElements<Piece>('canvas, img').filter(
    (piece) => isReady(piece) && isSamePlace(piece.getBoundingClientRect(), place),
  );
  const order = stackingOrder(pieces, place.left + place.width / 2, place.top + place.height / 2);
  return pieces.sort((a, b) => order(a) - order(b));
}

/** What is seen of the stack, in the pixels of `canvas`. @throws EditorError "tainted" */
export async function readStack(canvas: HTMLCanvasElement): Promise<HTMLCanvasElement> {
  const stack = stackOf(canvas);
  if (stack.length < 2) return readCanvas(canvas);
  const whole = compose(canvas, stack);
  if (visibleBounds(whole)) return whole;
  // One of them may be drawn by WebGL, whose buffer is empty between frames.
  const copies = new Map<Piece, CanvasImageSource>();
  for (const piece of stack) copies.set(piece, piece instanceof HTMLCanvasElement ? await readCanvas(piece) : piece);
  return compose(canvas, stack, copies);
}

function compose(
  { width, height }: HTMLCanvasElement,
  stack: readonly Piece[],
  copies?: ReadonlyMap<Piece, CanvasImageSource>,
): HTMLCanvasElement {
  const { canvas, context } = createCanvas(width, height);
  for (const piece of stack) {
    const { opacity, mixBlendMode } = getComputedStyle(piece);
    context.globalAlpha = Number(opacity);
    // A blend that canvases don't know leaves the one before.
    context.globalCompositeOperation = 'source-over';
    context.globalCompositeOperation = mixBlendMode as GlobalCompositeOperation;
    context.drawImage(copies?.get(piece) ?? piece, 0, 0, width, height);
  }
  return canvas;
}

/** A canvas of one pixel is a scratch pad, and a picture may not be loaded. */
function isReady(piece: Piece): boolean {
  if (piece instanceof HTMLImageElement) return piece.complete && piece.naturalWidth > 0;
  return piece.width > 1 && piece.height > 1;
}

function isSamePlace(a: DOMRect, b: DOMRect): boolean {
  return [a.left - b.left, a.top - b.top, a.right - b.right, a.bottom - b.bottom].every((gap) => Math.abs(gap) <= SAME_PLACE);
}

/**
 * The browser's own order at a point, which knows every rule of stacking. It leaves out what the pointer goes through, so for that one look none
 * does. Beyond the window's edge it knows nothing: then the page's order counts.
 */
function stackingOrder(pieces: readonly Piece[], x: number, y: number): (piece: Piece) => number {
  const styles = pieces.map(({ style }) => style);
  const before = styles.map((style) => [style.getPropertyValue('pointer-events'), style.getPropertyPriority('pointer-events')] as const);
  for (const style of styles) style.setProperty('pointer-events', 'auto', 'important');
  const seen = document.elementsFromPoint(x, y).reverse();
  styles.forEach((style, i) => style.setProperty('pointer-events', ...before[i]!));
  const known = pieces.every((piece) => seen.includes(piece));
  const inPage = [...document.querySelectorAll<Piece>('canvas, img')];
  return (piece) => (known ? seen : inPage).indexOf(piece);
}
