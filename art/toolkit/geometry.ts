import { clamp } from './noise';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function point(x: number, y: number): Point {
  return { x, y };
}

export function polar(center: Point, radius: number, angle: number): Point {
  return { x: center.x + radius * Math.cos(angle), y: center.y + radius * Math.sin(angle) };
}

export function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}

export function between(a: Point, b: Point, amount: number): Point {
  return { x: a.x + (b.x - a.x) * amount, y: a.y + (b.y - a.y) * amount };
}

/** Corners of a regular polygon, or of a circle when there are many. */
export function ring(center: Point, radius: number, corners: number, turn = 0): Point[] {
  return Array.from({ length: corners }, (_, index) => polar(center, radius, turn + (index / corners) * 2 * Math.PI));
}

/** A rectangle of the given half sizes, turned about its center. */
export function turnedRectangle(center: Point, halfLength: number, halfWidth: number, angle: number): Point[] {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const corner = (u: number, v: number): Point => point(center.x + u * cos - v * sin, center.y + u * sin + v * cos);
  return [corner(-halfLength, -halfWidth), corner(halfLength, -halfWidth), corner(halfLength, halfWidth), corner(-halfLength, halfWidth)];
}

/** A smooth curve through the points (centripetal enough: uniform Catmull-Rom). */
export function smoothCurve(points: readonly Point[], stepsPerSpan = 8, closed = false): Point[] {
  const count = points.length;
  const pick = (index: number): Point => (closed ? points[((index % count) + count) % count] : points[clamp(index, 0, count - 1)]);
  const curve: Point[] = [];
  for (let span = 0; span < (closed ? count : count - 1); span++) {
    for (let step = 0; step < stepsPerSpan; step++) {
      curve.push(catmullRom(pick(span - 1), pick(span), pick(span + 1), pick(span + 2), step / stepsPerSpan));
    }
  }
  return closed ? curve : [...curve, points[count - 1]];
}

function catmullRom(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const weights = [-t + 2 * t * t - t * t * t, 2 - 5 * t * t + 3 * t * t * t, t + 4 * t * t - 3 * t * t * t, -t * t + t * t * t];
  return {
    x: (a.x * weights[0] + b.x * weights[1] + c.x * weights[2] + d.x * weights[3]) / 2,
    y: (a.y * weights[0] + b.y * weights[1] + c.y * weights[2] + d.y * weights[3]) / 2,
  };
}

/** Follows the direction field from `start`, both ways if asked, in steps of `step` pixels. */
export function followFlow(start: Point, angleAt: (x: number, y: number) => number, length: number, step = 4): Point[] {
  const points = [start];
  let { x, y } = start;
  for (let travelled = 0; travelled < length; travelled += step) {
    const angle = angleAt(x, y);
    x += Math.cos(angle) * step;
    y += Math.sin(angle) * step;
    points.push({ x, y });
  }
  return points;
}

export function isInside(place: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  for (let index = 0, previous = polygon.length - 1; index < polygon.length; previous = index++) {
    const a = polygon[index];
    const b = polygon[previous];
    if (a.y > place.y !== b.y > place.y && place.x < ((b.x - a.x) * (place.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
