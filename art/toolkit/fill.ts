import { paintAt, type Canvas, type Paint } from './canvas';
import { ring, type Point } from './geometry';

/** Called for each pixel that a shape covers, coverage 0..1. */
export type Visit = (x: number, y: number, coverage: number) => void;

const rowsPerPixel = 4;

/** Visits the pixels of a polygon (even-odd), antialiased: exact across, four samples down. */
export function coverPolygon(polygon: readonly Point[], width: number, height: number, visit: Visit): void {
  const top = Math.max(0, Math.floor(Math.min(...polygon.map(({ y }) => y))));
  const bottom = Math.min(height - 1, Math.floor(Math.max(...polygon.map(({ y }) => y))));
  const left = Math.max(0, Math.floor(Math.min(...polygon.map(({ x }) => x))));
  const right = Math.min(width - 1, Math.floor(Math.max(...polygon.map(({ x }) => x))));
  const coverage = new Float32Array(width);
  for (let row = top; row <= bottom; row++) {
    coverage.fill(0, left, right + 1);
    for (let sample = 0; sample < rowsPerPixel; sample++) {
      const crossings = crossingsAt(polygon, row + (sample + 0.5) / rowsPerPixel);
      for (let pair = 0; pair + 1 < crossings.length; pair += 2) addSpan(coverage, crossings[pair], crossings[pair + 1]);
    }
    for (let column = left; column <= right; column++) {
      if (coverage[column] > 0) visit(column, row, Math.min(1, coverage[column]));
    }
  }
}

function crossingsAt(polygon: readonly Point[], y: number): number[] {
  const crossings: number[] = [];
  for (let index = 0, previous = polygon.length - 1; index < polygon.length; previous = index++) {
    const a = polygon[index];
    const b = polygon[previous];
    if (a.y > y !== b.y > y) crossings.push(a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y));
  }
  return crossings.sort((left, right) => left - right);
}

function addSpan(coverage: Float32Array, from: number, to: number): void {
  const start = Math.max(0, from);
  const end = Math.min(coverage.length, to);
  for (let column = Math.floor(start); column < end; column++) {
    coverage[column] += (Math.min(end, column + 1) - Math.max(start, column)) / rowsPerPixel;
  }
}

export function fillPolygon(canvas: Canvas, polygon: readonly Point[], paint: Paint, alpha = 1): void {
  coverPolygon(polygon, canvas.width, canvas.height, (x, y, coverage) => {
    canvas.blend(x, y, paintAt(paint, x, y), coverage * alpha);
  });
}

export function coverDisc(center: Point, radius: number, visit: Visit): void {
  const reach = radius + 1;
  for (let y = Math.floor(center.y - reach); y <= center.y + reach; y++) {
    for (let x = Math.floor(center.x - reach); x <= center.x + reach; x++) {
      const away = Math.sqrt((x + 0.5 - center.x) ** 2 + (y + 0.5 - center.y) ** 2);
      if (away < radius + 0.5) visit(x, y, Math.min(1, radius + 0.5 - away));
    }
  }
}

export function fillDisc(canvas: Canvas, center: Point, radius: number, paint: Paint, alpha = 1): void {
  coverDisc(center, radius, (x, y, coverage) => canvas.blend(x, y, paintAt(paint, x, y), coverage * alpha));
}

/** A disc whose outline wanders: an ink blot, a petal, a pebble. */
export function blob(center: Point, radius: number, wander: (angle: number) => number, corners = 48): Point[] {
  return ring(center, 1, corners).map(({ x, y }, index) => {
    const reach = radius * (1 + wander((index / corners) * 2 * Math.PI));
    return { x: center.x + (x - center.x) * reach, y: center.y + (y - center.y) * reach };
  });
}
