import { paintAt, type Canvas, type Paint } from './canvas';
import { distance, type Point } from './geometry';

/** A pixel of a stroke, in the stroke's own coordinates. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  /** Pixels from the beginning of the path. */
  readonly along: number;
  /** -1 at the left edge, 0 on the path, 1 at the right edge. */
  readonly across: number;
  /** 0..1, how much of the pixel lies within the stroke. */
  readonly coverage: number;
  /** 0..1, `along` over the length of the whole path. */
  readonly progress: number;
}

/** Half of the width in pixels, constant or by progress 0..1 along the path. */
export type HalfWidth = number | ((progress: number) => number);

interface Nearest {
  distance: number;
  across: number;
  along: number;
  halfWidth: number;
}

/** Visits each pixel within the stroke once, with its nearest place on the path. */
export function traceStroke(canvas: Canvas, path: readonly Point[], halfWidth: HalfWidth, visit: (mark: Mark) => void): void {
  const nearest = new Map<number, Nearest>();
  const length = pathLength(path);
  let along = 0;
  for (let index = 1; index < path.length; index++) {
    coverSegment(canvas, path[index - 1], path[index], along, length, halfWidth, nearest);
    along += distance(path[index - 1], path[index]);
  }
  for (const [pixel, place] of nearest) {
    const coverage = Math.min(1, place.halfWidth + 0.5 - place.distance);
    const across = Math.max(-1, Math.min(1, place.across));
    visit({
      x: pixel % canvas.width,
      y: Math.floor(pixel / canvas.width),
      along: place.along,
      across,
      coverage,
      progress: place.along / Math.max(1, length),
    });
  }
}

export function pathLength(path: readonly Point[]): number {
  let length = 0;
  for (let index = 1; index < path.length; index++) length += distance(path[index - 1], path[index]);
  return length;
}

function coverSegment(
  canvas: Canvas,
  from: Point,
  to: Point,
  along: number,
  pathLengthTotal: number,
  halfWidth: HalfWidth,
  nearest: Map<number, Nearest>,
): void {
  const length = distance(from, to);
  if (length === 0) return;
  const ux = (to.x - from.x) / length;
  const uy = (to.y - from.y) / length;
  const widthAt = (place: number): number => (typeof halfWidth === 'number' ? halfWidth : halfWidth(place / Math.max(1, pathLengthTotal)));
  const reach = Math.max(widthAt(along), widthAt(along + length)) + 1;
  const right = Math.min(canvas.width - 1, Math.ceil(Math.max(from.x, to.x) + reach));
  const bottom = Math.min(canvas.height - 1, Math.ceil(Math.max(from.y, to.y) + reach));
  for (let y = Math.max(0, Math.floor(Math.min(from.y, to.y) - reach)); y <= bottom; y++) {
    for (let x = Math.max(0, Math.floor(Math.min(from.x, to.x) - reach)); x <= right; x++) {
      const dx = x + 0.5 - from.x;
      const dy = y + 0.5 - from.y;
      const place = Math.max(0, Math.min(length, dx * ux + dy * uy));
      const away = Math.sqrt((dx - place * ux) ** 2 + (dy - place * uy) ** 2);
      const half = widthAt(along + place);
      if (away >= half + 0.5) continue;
      const known = nearest.get(y * canvas.width + x);
      if (known && known.distance / known.halfWidth <= away / half) continue;
      const side = ux * dy - uy * dx < 0 ? -1 : 1;
      const entry = { distance: away, across: (side * away) / half, along: along + place, halfWidth: half };
      nearest.set(y * canvas.width + x, entry);
    }
  }
}

/** A plain line of one paint. */
export function strokePath(canvas: Canvas, path: readonly Point[], halfWidth: HalfWidth, paint: Paint, alpha = 1): void {
  traceStroke(canvas, path, halfWidth, ({ x, y, coverage }) => canvas.blend(x, y, paintAt(paint, x, y), coverage * alpha));
}

/** Half width that swells from a point to `most` and back, as a pointed brush leaves. */
export function tapered(most: number, sharpness = 1): (progress: number) => number {
  return (progress) => Math.max(0.3, most * Math.sin(Math.PI * Math.max(0, Math.min(1, progress))) ** sharpness);
}
