import { Canvas } from '../toolkit/canvas';
import { gradient, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { blob, coverPolygon, fillDisc, fillPolygon } from '../toolkit/fill';
import { point, polar, smoothCurve, type Point } from '../toolkit/geometry';
import { lightRelief, softenRelief } from '../toolkit/light';
import { clamp, smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';
import { strokePath, traceStroke } from '../toolkit/stroke';

const brick = palette('#8a4a3a', '#a8614a', '#6f3a34', '#c07a5c');
const mortar = palette('#9a8f82')[0];
const cans = palette('#ff2e63', '#08d9d6', '#ffd23f', '#7b2ff7', '#3bf07a', '#ff8c1a', '#2f6bff', '#ff6ad5');
const black: Rgb = [0.05, 0.04, 0.07];
const white: Rgb = [0.98, 0.98, 0.96];

export const design: Design = {
  id: 'spray-wall',
  name: 'Spray wall',
  description: 'Spray paint on brick: fat outlined shapes, soft fades, drips, stars and overspray.',
  seed: 223,
  draw(studio) {
    const { size, random } = studio;
    const canvas = new Canvas(size, size, mortar);
    buildWall(canvas, studio);
    for (const place of scatter(size, size, 105, random, 40)) cloud(canvas, studio, place, random.range(60, 140), random.pick(cans), 0.8);
    for (const place of random.shuffle(scatter(size, size, 92, random, 20))) piece(canvas, studio, place);
    for (const place of scatter(size, size, 66, random)) accent(canvas, studio, place);
    lightRelief(canvas, { strength: 0.5, gloss: 0.1 });
    return canvas;
  },
};

function buildWall(canvas: Canvas, { noise, random, size }: Studio): void {
  for (let row = -1; row < size / 34; row++) {
    for (let column = -1; column < size / 78 + 1; column++) {
      const left = column * 78 + (row % 2) * 39 + random.range(-1, 1);
      const top = row * 34 + random.range(-1, 1);
      const color = random.pick(brick);
      const outline = smoothCurve(
        [point(left + 4, top + 3), point(left + 72, top + 3), point(left + 74, top + 28), point(left + 4, top + 29)],
        3,
        true,
      );
      coverPolygon(outline, size, size, (x, y, coverage) => {
        canvas.blend(x, y, scaleRgb(color, 0.85 + noise.fractal(x / 7, y / 7, 3) * 0.3), coverage);
        canvas.raise(x, y, 3 + noise.fractal(x / 3, y / 3, 2) * 1.2, coverage);
      });
    }
  }
  softenRelief(canvas, 1);
}

/** A soft burst of spray that dissolves into specks. */
function cloud(canvas: Canvas, { noise, random }: Studio, center: Point, radius: number, color: Rgb, strength: number): void {
  for (let y = Math.floor(center.y - radius); y <= center.y + radius; y++) {
    for (let x = Math.floor(center.x - radius); x <= center.x + radius; x++) {
      const away = Math.sqrt((x - center.x) ** 2 + (y - center.y) ** 2) / radius;
      const mist = smoothstep(1, 0.15, away + noise.fractal(x / 40, y / 40, 2) * 0.3);
      canvas.blend(x, y, color, mist > random.next() * 0.9 ? mist * strength : mist * strength * 0.35);
    }
  }
  for (let speck = 0; speck < 60; speck++)
    fillDisc(canvas, polar(center, radius * random.range(0.6, 1.3), random.range(0, 6.3)), random.range(0.5, 2.2), color, 0.8);
}

/** A fat shape: fade inside, dark outline, bright rim, highlight, drips. */
function piece(canvas: Canvas, studio: Studio, center: Point): void {
  const { random, noise } = studio;
  const outline = random.pick([bubble, arrow, star, bubble])(studio, center, random.range(44, 84));
  const [first, second, rim] = random.shuffle(cans);
  const bottom = Math.max(...outline.map(({ y }) => y));
  const top = Math.min(...outline.map(({ y }) => y));
  strokePath(canvas, closed(outline), 11, rim);
  for (let drip = 0; drip < 3; drip++) runDown(canvas, studio, random.pick(outline), random.pick([rim, black, first]));
  fillPolygon(canvas, outline, (x, y) =>
    gradient([first, first, second], clamp((y - top) / (bottom - top) + noise.at(x / 4, y / 4) * 0.25)),
  );
  dotFade(canvas, studio, outline, mixRgb(second, white, 0.35));
  strokePath(canvas, closed(outline), (t) => 5.4 + Math.sin(t * 12), black);
  strokePath(
    canvas,
    outline
      .slice(2, Math.floor(outline.length * 0.24))
      .map(({ x, y }) => point(center.x + (x - center.x) * 0.78, center.y + (y - center.y) * 0.78)),
    3,
    white,
  );
}

function closed(outline: Point[]): Point[] {
  return [...outline, outline[0]];
}

function bubble({ random }: Studio, center: Point, radius: number): Point[] {
  const lobes = 2 + random.index(3);
  const turn = random.range(0, 6);
  return blob(center, radius, (angle) => 0.24 * Math.sin(angle * lobes + turn) + 0.08 * Math.cos(angle * 3 - turn), 60);
}

function arrow({ random }: Studio, center: Point, radius: number): Point[] {
  const turn = random.range(0, 6.3);
  const corners: [number, number][] = [
    [-1.2, -0.28],
    [0.1, -0.34],
    [0, -0.8],
    [1.25, 0],
    [0, 0.8],
    [0.1, 0.34],
    [-1.2, 0.28],
    [-0.9, 0],
  ];
  return corners.map(([u, v]) =>
    point(center.x + radius * (u * Math.cos(turn) - v * Math.sin(turn)), center.y + radius * (u * Math.sin(turn) + v * Math.cos(turn))),
  );
}

function star({ random }: Studio, center: Point, radius: number): Point[] {
  const turn = random.range(0, 6.3);
  return Array.from({ length: 10 }, (_, index) => polar(center, radius * (index % 2 ? 0.5 : 1.1), turn + (index / 10) * 2 * Math.PI));
}

function dotFade(canvas: Canvas, _studio: Studio, outline: Point[], color: Rgb): void {
  const top = Math.min(...outline.map(({ y }) => y));
  const height = Math.max(...outline.map(({ y }) => y)) - top;
  coverPolygon(outline, canvas.width, canvas.height, (x, y, coverage) => {
    const u = (x % 11) - 5.5;
    const v = (y % 11) - 5.5;
    const radius = 4.6 * clamp((y - top) / height - 0.35);
    canvas.blend(x, y, color, coverage * smoothstep(radius + 0.7, radius - 0.7, Math.sqrt(u * u + v * v)) * 0.8);
  });
}

function runDown(canvas: Canvas, { random }: Studio, from: Point, color: Rgb): void {
  const length = random.range(18, 90);
  const to = point(from.x + random.range(-1, 1), from.y + length);
  strokePath(canvas, [from, to], (t) => 2.6 - 1.1 * t, color);
  fillDisc(canvas, to, 2.6, color);
}

function accent(canvas: Canvas, { random }: Studio, place: Point): void {
  const color = random.pick([white, black, ...cans]);
  const kind = random.next();
  if (kind < 0.4) {
    const path = Array.from({ length: 40 }, (_, index) =>
      point(place.x + index * 1.3 + 9 * Math.cos(index * 0.55), place.y + 12 * Math.sin(index * 0.55)),
    );
    traceStroke(canvas, path, 3.6, ({ x, y, across, coverage }) =>
      canvas.blend(x, y, color, coverage * smoothstep(1, 0.45, Math.abs(across))),
    );
  } else if (kind < 0.7) {
    for (let drop = 0; drop < 24; drop++)
      fillDisc(canvas, polar(place, random.range(2, 34), random.range(0, 6.3)), random.range(0.8, 4), color, 0.95);
  } else {
    for (let arm = 0; arm < 4; arm++) strokePath(canvas, [place, polar(place, 19, (arm * Math.PI) / 2)], (t) => 3.4 * (1 - t) + 0.4, white);
  }
}
