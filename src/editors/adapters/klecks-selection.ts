import type { Rectangle } from '../editor-adapter';
import { EditorError } from '../editor-error';
import { createCanvas, visibleBounds } from '../page/canvas';
import type { DrawnLayer } from './klecks-layers';

type Point = [x: number, y: number];

/** Klecks cuts what it shows of a selection this far beyond the window. */
const CUT_AT = 10;

/**
 * The selection, from the outline that Klecks draws over its viewport. Klecks rounds that to the screen's pixels: corners on whole pixels are
 * found exactly at 100 % and above, all others to a pixel of the screen. @throws EditorError
 */
export function readSelection({ width, height, transform }: DrawnLayer): { selection: Rectangle; mask: HTMLCanvasElement } | null {
  const outline = findOutline();
  const rings = ringsOf(outline?.getAttribute('d') ?? '');
  if (!outline || rings.length === 0) return null;
  if (isCut(rings, outline.ownerSVGElement)) throw partlyShown();
  const { canvas, context } = createCanvas(width, height);
  const path = new Path2D();
  for (const ring of rings) {
    for (const point of ring) path.lineTo(...inDocument(point, transform));
    path.closePath();
  }
  context.fillStyle = '#fff';
  context.fill(path, 'evenodd');
  const selection = visibleBounds(canvas);
  return selection && { selection, mask: canvas };
}

/** Two paths of one shape, the white line and the black one. */
function findOutline(): SVGPathElement | null {
  const lines = document.querySelectorAll<SVGPathElement>('g > path[vector-effect="non-scaling-stroke"]:first-child');
  return [...lines].find((line) => line.nextElementSibling?.getAttribute('d') === line.getAttribute('d') && line.getAttribute('d')) ?? null;
}

/** "Mx,y x,y …" for each ring. */
function ringsOf(d: string): Point[][] {
  const rings = d.split('M').filter((ring) => ring.trim() !== '');
  return rings.map((ring) =>
    ring
      .trim()
      .split(/\s+/)
      .map((point) => point.split(',').map(Number) as Point),
  );
}

function isCut(rings: Point[][], svg: SVGSVGElement | null): boolean {
  const [width, height] = [Number(svg?.getAttribute('width')), Number(svg?.getAttribute('height'))];
  const [far, low] = [width + CUT_AT - 1, height + CUT_AT - 1];
  return rings.flat().some(([x, y]) => x < 1 - CUT_AT || y < 1 - CUT_AT || x > far || y > low);
}

/** Where a corner that is drawn at `point` lies; a whole pixel, if one is drawn there. */
function inDocument([x, y]: Point, transform: DOMMatrix): Point {
  const back = transform.inverse();
  // What is drawn at n + ½ was anything from n to n + 1.
  const middle = back.transformPoint({ x, y });
  if (transform.b !== 0 || transform.c !== 0) return [middle.x, middle.y];
  const first = back.transformPoint({ x: x - 0.5, y: y - 0.5 });
  const end = back.transformPoint({ x: x + 0.5, y: y + 0.5 });
  return [wholeWithin(first.x, end.x) ?? middle.x, wholeWithin(first.y, end.y) ?? middle.y];
}

/** From `first` on, before `end`. */
function wholeWithin(first: number, end: number): number | null {
  const whole = Math.ceil(first - 1e-6);
  return whole < end - 1e-6 ? whole : null;
}

function partlyShown(): EditorError {
  return new EditorError('klecksPartlyShown');
}
