import { Canvas } from '../toolkit/canvas';
import { mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { fillDisc, fillPolygon } from '../toolkit/fill';
import { distance, point, polar, ring, turnedRectangle, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { smoothstep } from '../toolkit/noise';
import { tooth } from '../toolkit/paper';
import { repaint, type Coat } from '../toolkit/repaint';
import { scatter } from '../toolkit/scatter';
import { strokePath } from '../toolkit/stroke';

const ground = palette('#f3e8cf', '#ecd3a8', '#dfe3d2');
const paints = palette('#d8352a', '#f2b51d', '#1e4fa3', '#12233f', '#2d9a87', '#e87d3e', '#7b4fa0', '#ef9fae', '#8fc1d8');
const black = palette('#15141a')[0];

const coats: Coat[] = [
  { gap: 14, length: 70, halfWidth: 8.5, thickness: 2, wander: 0.05 },
  { gap: 9, length: 40, halfWidth: 4.6, thickness: 3, wander: 0.05 },
  { gap: 5, length: 22, halfWidth: 2.1, thickness: 3.4, wander: 0.04 },
];

export const design: Design = {
  id: 'abstract-geometry',
  name: 'Abstract geometry',
  description: 'Circles, wedges, grids and arcs at play on cream, brushed by hand in streaky oil.',
  group: 'modern',
  seed: 149,
  draw(studio) {
    const { size, noise, random } = studio;
    const canvas = new Canvas(size, size, (x, y) =>
      mixRgb(ground[0], ground[noise.at(x / 210, y / 210) > 0 ? 1 : 2], Math.abs(noise.fractal(x / 170, y / 170, 3))),
    );
    const places = random.shuffle(scatter(size, size, 74, random, 30));
    places.slice(0, 26).forEach((place) => halo(canvas, studio, place));
    bigShapes(canvas, studio);
    places.forEach((place, index) => figures[index % figures.length](canvas, studio, place));
    longLines(canvas, studio);
    const woven = (x: number, y: number): Rgb => scaleRgb(ground[1], 1 + tooth(noise, x, y) * 0.1);
    const painted = repaint(canvas, studio, woven, coats);
    lightRelief(painted, { strength: 0.26, gloss: 0.14 });
    return painted;
  },
};

/** Paint laid on by hand: its density wanders. */
function handPaint({ noise }: Studio, color: Rgb): (x: number, y: number) => Rgb {
  return (x, y) => mixRgb(color, ground[0], Math.max(0, 0.1 + noise.fractal(x / 24, y / 9, 3) * 0.28));
}

function halo(canvas: Canvas, { random }: Studio, place: Point): void {
  const color = random.pick(paints);
  const radius = random.range(40, 105);
  fillDisc(canvas, place, radius, color, 0.13);
  fillDisc(canvas, place, radius * 0.7, color, 0.16);
}

function bigShapes(canvas: Canvas, studio: Studio): void {
  const wedge = (a: Point, b: Point, c: Point, color: Rgb, alpha: number): void =>
    fillPolygon(canvas, [a, b, c], handPaint(studio, color), alpha);
  wedge(point(40, 730), point(330, 90), point(470, 700), paints[8], 0.75);
  wedge(point(330, 90), point(470, 700), point(720, 560), paints[1], 0.7);
  target(canvas, studio, point(225, 215), 128);
  target(canvas, studio, point(590, 560), 96);
  fillPolygon(canvas, turnedRectangle(point(560, 190), 150, 34, -0.6), handPaint(studio, paints[3]), 0.95);
  fillPolygon(canvas, turnedRectangle(point(590, 235), 120, 15, -0.6), handPaint(studio, paints[0]), 0.95);
}

function target(canvas: Canvas, studio: Studio, place: Point, radius: number): void {
  const { random } = studio;
  const colors = random.shuffle(paints);
  [1, 0.82, 0.62, 0.46, 0.28, 0.14].forEach((share, index) => {
    fillDisc(canvas, place, radius * share, index === 1 ? black : handPaint(studio, colors[index]));
  });
  strokePath(canvas, closed(ring(place, radius + 7, 70)), 1.4, black);
}

function closed(points: Point[]): Point[] {
  return [...points, points[0]];
}

type Figure = (canvas: Canvas, studio: Studio, place: Point) => void;

const disc: Figure = (canvas, studio, place) => {
  const { random } = studio;
  const radius = random.range(12, 34);
  fillDisc(canvas, point(place.x + 4, place.y + 4), radius, black, 0.85);
  fillDisc(canvas, place, radius, handPaint(studio, random.pick(paints)));
  fillDisc(canvas, place, radius * 0.45, handPaint(studio, random.pick(paints)));
};

const halfDiscs: Figure = (canvas, studio, place) => {
  const { random } = studio;
  const turn = random.range(0, 6.3);
  const radius = random.range(18, 40);
  for (const half of [0, 1]) {
    const outline = Array.from({ length: 25 }, (_, index) => polar(place, radius, turn + half * Math.PI + (index / 24) * Math.PI));
    fillPolygon(canvas, outline, half ? black : handPaint(studio, random.pick(paints)), 0.95);
  }
};

const triangle: Figure = (canvas, studio, place) => {
  const { random } = studio;
  const outline = [0, 1, 2].map((corner) => polar(place, random.range(24, 62), random.range(0, 1) + corner * 2.1));
  fillPolygon(canvas, outline, handPaint(studio, random.pick(paints)), 0.92);
  strokePath(canvas, closed(outline), 1.5, black);
};

const checker: Figure = (canvas, studio, place) => {
  const { random } = studio;
  const turn = random.range(-0.8, 0.8);
  const cell = random.range(9, 14);
  const colors = [random.pick(paints), black, ground[0]];
  for (let index = 0; index < 16; index++) {
    const [column, row] = [(index % 4) - 1.5, Math.floor(index / 4) - 1.5];
    const center = point(
      place.x + (column * Math.cos(turn) - row * Math.sin(turn)) * cell,
      place.y + (column * Math.sin(turn) + row * Math.cos(turn)) * cell,
    );
    fillPolygon(canvas, turnedRectangle(center, cell / 2, cell / 2, turn), colors[(index + Math.floor(index / 4) + (index % 3)) % 3]);
  }
};

const comb: Figure = (canvas, { random }, place) => {
  const angle = random.range(0, 3.1);
  for (let line = -4; line <= 4; line++) {
    const middle = polar(place, line * 8, angle + Math.PI / 2);
    strokePath(canvas, [polar(middle, -30 - line * 3, angle), polar(middle, 30 + line * 3, angle)], 1.7, black);
  }
};

const arcs: Figure = (canvas, { random }, place) => {
  const from = random.range(0, 6.3);
  for (let arc = 0; arc < 5; arc++) {
    const path = Array.from({ length: 30 }, (_, index) => polar(place, 14 + arc * 9, from + (index / 29) * 2.4));
    strokePath(canvas, path, 3.4, arc % 2 ? black : random.pick(paints));
  }
};

const zigzag: Figure = (canvas, { random }, place) => {
  const angle = random.range(0, 6.3);
  const path = Array.from({ length: 9 }, (_, index) =>
    polar(polar(place, (index - 4) * 11, angle), index % 2 ? 9 : -9, angle + Math.PI / 2),
  );
  strokePath(canvas, path, 3, random.pick([black, paints[0], paints[2]]));
};

const figures: Figure[] = [disc, comb, triangle, halfDiscs, arcs, checker, zigzag];

function longLines(canvas: Canvas, { random, size }: Studio): void {
  for (let count = 0; count < 9; count++) {
    const from = point(random.range(0, size), random.range(0, size));
    const angle = random.pick([-0.6, 0.97, -1.13, 0.4]) + random.range(-0.1, 0.1);
    const to = polar(from, random.range(220, 480), angle);
    const weight = random.range(1, 4.5);
    strokePath(canvas, [from, to], (progress) => weight * smoothstep(1.4, 0.2, progress), black);
    if (distance(from, to) > 300) fillDisc(canvas, from, weight * 2.4, black);
  }
}
