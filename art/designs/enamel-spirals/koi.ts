import type { Canvas } from '../../toolkit/canvas';
import { gradient, mixRgb, type Rgb } from '../../toolkit/color';
import type { Studio } from '../../toolkit/design';
import { fillDisc } from '../../toolkit/fill';
import { distance, point, polar, ring, smoothCurve, type Point } from '../../toolkit/geometry';
import { clamp, smoothstep } from '../../toolkit/noise';
import { enamel, framed, wire } from './cells';

export interface Koi {
  /** From the nose to the root of the tail. */
  readonly spine: readonly Point[];
  readonly width: number;
  /** Belly, back, and the patches. */
  readonly tones: readonly Rgb[];
  readonly patches: readonly Rgb[];
  readonly fins: readonly Rgb[];
}

interface Spot {
  readonly place: Point;
  readonly angle: number;
}

const steps = 60;

/** Place and direction at 0 (nose) to 1 (tail). */
function along(curve: readonly Point[], progress: number): Spot {
  const index = Math.min(curve.length - 2, Math.floor(clamp(progress) * (curve.length - 1)));
  const [from, to] = [curve[index], curve[index + 1]];
  const rest = clamp(progress) * (curve.length - 1) - index;
  return {
    place: point(from.x + (to.x - from.x) * rest, from.y + (to.y - from.y) * rest),
    angle: Math.atan2(to.y - from.y, to.x - from.x),
  };
}

const profile = (progress: number): number =>
  Math.sin(Math.PI * (0.14 + 0.78 * progress ** 0.72)) ** 0.8 * (1 - 0.28 * progress) * Math.min(1, progress / 0.15) ** 0.45;

export function drawKoi(canvas: Canvas, studio: Studio, koi: Koi): void {
  const curve = smoothCurve(koi.spine, 16);
  const half = (progress: number): number => koi.width * profile(progress);
  const at = (progress: number, across: number): Point => {
    const { place, angle } = along(curve, progress);
    return polar(place, half(progress) * across, angle + Math.PI / 2);
  };
  drawFins(canvas, studio, koi, curve, at);
  const body = outlineOf(at, 0, 1);
  framed(canvas, studio, body, koi.tones[0], 2);
  drawScales(canvas, studio, koi, at);
  drawBackFin(canvas, studio, koi, at);
  drawHead(canvas, studio, koi, at, curve);
  wire(canvas, studio, [...body, body[0]], 2.2);
}

type At = (progress: number, across: number) => Point;

function outlineOf(at: At, from: number, to: number): Point[] {
  const side = (across: number): Point[] =>
    Array.from({ length: steps + 1 }, (_, index) => at(from + ((to - from) * index) / steps, across));
  return [...side(-1), ...side(1).reverse()];
}

/** Rows of round scales, the nearer to the head the later, so that they overlap as they grow. */
function drawScales(canvas: Canvas, studio: Studio, koi: Koi, at: At): void {
  const { noise } = studio;
  const rows = 21;
  for (let row = rows; row >= 0; row--) {
    const progress = 0.2 + (row / rows) * 0.78;
    for (let lane = -3; lane <= 3; lane++) {
      const across = (lane + (row % 2) * 0.5) / 3.5;
      if (Math.abs(across) > 0.93) continue;
      const place = at(progress, across);
      const size = distance(at(progress, 0), at(progress, 0.3)) * 0.98;
      const marked = smoothstep(-0.06, 0.02, noise.fractal(place.x / 90 + koi.width, place.y / 90, 2) - Math.abs(across) * 0.12);
      const own = mixRgb(gradient(koi.tones, 1 - Math.abs(across)), gradient(koi.patches, 1 - Math.abs(across)), marked);
      const ahead = at(progress - 0.03, across);
      framed(
        canvas,
        studio,
        ring(place, size, 20),
        (x, y) => {
          const forward = distance(ahead, point(x, y)) / (size * 2.2);
          return mixRgb(mixRgb(own, [1, 0.97, 0.9], 0.2), own, smoothstep(0.25, 0.75, 1 - forward));
        },
        1.1,
      );
    }
  }
}

function drawHead(canvas: Canvas, studio: Studio, koi: Koi, at: At, curve: readonly Point[]): void {
  const gill = Array.from({ length: 13 }, (_, index) => at(0.27 - 0.05 * (index / 6 - 1) ** 2, 1 - index / 6));
  const front = Array.from({ length: 25 }, (_, index) => at(Math.abs(index / 12 - 1) ** 2 * 0.22, index < 12 ? -1 : 1));
  const nose = along(curve, 0).place;
  const crown = at(0.18, 0);
  framed(canvas, studio, smoothCurve([...gill, ...front], 2, true), (x, y) =>
    gradient([koi.tones[1], koi.tones[0], koi.patches[1]], clamp(distance(point(x, y), nose) / (distance(nose, crown) * 1.7))),
  );
  for (const side of [-1, 1]) {
    const eye = at(0.115, side * 0.62);
    fillDisc(canvas, eye, koi.width * 0.13, [0.95, 0.8, 0.35]);
    fillDisc(canvas, eye, koi.width * 0.085, [0.04, 0.04, 0.08]);
    wire(canvas, studio, ring(eye, koi.width * 0.14, 18).concat(ring(eye, koi.width * 0.14, 18)[0]), 1.2);
    const root = at(0.015, side * 0.7);
    const { angle } = along(curve, 0);
    const whisker = [root, polar(root, 13, angle + Math.PI + side * -0.9), polar(root, 26, angle + Math.PI + side * -1.4)];
    wire(canvas, studio, smoothCurve(whisker, 6), (progress) => 1.8 - progress);
    wire(canvas, studio, [at(0.2, side * 0.2), at(0.1, side * 0.26), at(0.045, side * 0.3)], 1);
  }
}

/** A fan between two directions, with rays of wire. */
function fan(canvas: Canvas, studio: Studio, koi: Koi, root: Point, from: number, to: number, reach: number, notch: number): void {
  const edge = Array.from({ length: 25 }, (_, index) => {
    const place = index / 24;
    const length = reach * (1 - notch * Math.sin(Math.PI * place) + 0.05 * Math.cos(place * 44));
    return polar(root, length, from + (to - from) * place);
  });
  framed(canvas, studio, [root, ...edge], (x, y) => gradient(koi.fins, distance(root, point(x, y)) / reach));
  for (let ray = 1; ray < 9; ray++) {
    const angle = from + ((to - from) * ray) / 9;
    const length = reach * (1 - notch * Math.sin((Math.PI * ray) / 9));
    wire(canvas, studio, smoothCurve([root, polar(root, length * 0.6, angle + 0.04), polar(root, length * 0.95, angle)], 5), 0.9);
  }
}

function drawFins(canvas: Canvas, studio: Studio, koi: Koi, curve: readonly Point[], at: At): void {
  const tail = along(curve, 0.985);
  fan(canvas, studio, koi, tail.place, tail.angle - 0.72, tail.angle + 0.72, koi.width * 2.5, 0.36);
  for (const side of [-1, 1]) {
    const front = along(curve, 0.3).angle;
    fan(canvas, studio, koi, at(0.3, side * 0.85), front + side * 0.35, front + side * 1.5, koi.width * 1.35, 0.1);
    const rear = along(curve, 0.68).angle;
    fan(canvas, studio, koi, at(0.66, side * 0.8), rear + side * 0.3, rear + side * 1.15, koi.width * 0.95, 0.1);
  }
}

/** Seen from above, the fin of the back is a narrow leaf that sways. */
function drawBackFin(canvas: Canvas, studio: Studio, koi: Koi, at: At): void {
  const leaf = [at(0.36, 0), at(0.46, 0.2), at(0.6, 0.26), at(0.75, 0.1), at(0.6, -0.02), at(0.46, -0.06)];
  const outline = smoothCurve(leaf, 6, true);
  enamel(canvas, studio, outline, koi.fins[1]);
  wire(canvas, studio, [...outline, outline[0]], 1.5);
  for (const progress of [0.44, 0.52, 0.6, 0.68]) wire(canvas, studio, [at(progress, -0.03), at(progress + 0.03, 0.2)], 0.9);
}
