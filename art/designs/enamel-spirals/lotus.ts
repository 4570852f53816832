import type { Canvas } from '../../toolkit/canvas';
import { gradient, mixRgb, palette } from '../../toolkit/color';
import type { Studio } from '../../toolkit/design';
import { blob } from '../../toolkit/fill';
import { distance, point, polar, ring, smoothCurve, type Point } from '../../toolkit/geometry';
import { framed, wire } from './cells';

const petals = palette('#fff6ee', '#ffc9d4', '#f0719c', '#b92b6f');
const greens = palette('#d8ec8a', '#63b95a', '#12805a', '#0a4a4a');
const heart = palette('#f7d24a', '#d98a24');

export function drawLeaf(canvas: Canvas, studio: Studio, center: Point, radius: number, turn: number): void {
  const outline = blob(
    center,
    radius,
    (angle) => 0.05 * Math.sin(angle * 5 + turn) - 0.55 * Math.exp(-((wrapped(angle - turn) / 0.12) ** 2)),
    90,
  );
  framed(canvas, studio, outline, (x, y) => gradient(greens, (distance(center, point(x, y)) / radius) * 0.95), 2);
  for (let vein = 1; vein < 11; vein++) {
    const angle = turn + (vein / 11) * 2 * Math.PI;
    const fork = polar(center, radius * 0.62, angle);
    wire(canvas, studio, [center, fork], 1.1);
    for (const side of [-0.17, 0.17]) wire(canvas, studio, [fork, polar(center, radius * 0.93, angle + side)], 0.9);
  }
  framed(canvas, studio, ring(center, radius * 0.1, 16), greens[0], 1.3);
}

function wrapped(angle: number): number {
  return angle - Math.round(angle / (2 * Math.PI)) * 2 * Math.PI;
}

/** Seen from above: three rings of petals about a seed head. */
export function drawBlossom(canvas: Canvas, studio: Studio, center: Point, radius: number): void {
  for (const [count, reach, shift] of [
    [10, 1, 0],
    [8, 0.76, 0.3],
    [6, 0.52, 0.1],
  ]) {
    for (let index = 0; index < count; index++) drawPetal(canvas, studio, center, radius * reach, shift + (index / count) * 2 * Math.PI);
  }
  framed(
    canvas,
    studio,
    ring(center, radius * 0.2, 24),
    (x, y) => mixRgb(heart[0], heart[1], distance(center, point(x, y)) / (radius * 0.2)),
    1.6,
  );
  for (let seed = 0; seed < 7; seed++) {
    const place = seed === 6 ? center : polar(center, radius * 0.11, seed * 1.047);
    framed(canvas, studio, ring(place, radius * 0.028, 8), greens[2], 0.8);
  }
}

function drawPetal(canvas: Canvas, studio: Studio, center: Point, reach: number, angle: number): void {
  const at = (along: number, across: number): Point => polar(polar(center, reach * along, angle), reach * across, angle + Math.PI / 2);
  const outline = smoothCurve([at(0.12, 0), at(0.45, 0.21), at(0.75, 0.19), at(1.02, 0), at(0.75, -0.19), at(0.45, -0.21)], 6, true);
  framed(canvas, studio, outline, (x, y) => gradient([...petals].reverse(), distance(center, point(x, y)) / reach - 0.1), 1.7);
  for (const across of [-0.09, 0, 0.09]) wire(canvas, studio, [at(0.35, across * 0.8), at(0.78, across)], 0.7);
}
