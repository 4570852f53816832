import { Canvas } from '../toolkit/canvas';
import { mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { fillDisc, fillPolygon } from '../toolkit/fill';
import { distance, polar, smoothCurve, type Point } from '../toolkit/geometry';
import { smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';
import { strokePath, tapered } from '../toolkit/stroke';
import { createVoronoi } from '../toolkit/voronoi';

const cloth = palette('#f4e6c4')[0];
const dyes = palette('#8c3a1c', '#c8742a', '#e3ad4a', '#274a6d', '#5b8a8a', '#a8452f');
const indigo = palette('#10203f', '#1d3763', '#2c2138');
const crackDye = palette('#241a2c')[0];

export const design: Design = {
  id: 'batik-blossoms',
  name: 'Batik blossoms',
  description: 'Wax-resist cloth: blossoms, scrolls and rows of dots, veined where the wax cracked.',
  group: 'pattern',
  seed: 163,
  draw(studio) {
    const { size, noise, random } = studio;
    const canvas = new Canvas(size, size, (x, y) =>
      mixRgb(indigo[0], indigo[noise.at(x / 120, y / 120) > 0 ? 1 : 2], Math.abs(noise.fractal(x / 90, y / 90, 3)) * 1.2),
    );
    const flowers = scatter(size, size, 186, random, 80);
    for (const place of scatter(size, size, 52, random, 20)) if (isFree(place, flowers, 112)) sprig(canvas, studio, place);
    flowers.forEach((place, index) => blossom(canvas, studio, place, random.range(66, 92), index));
    for (const place of scatter(size, size, 24, random))
      if (isFree(place, flowers, 118)) fillDisc(canvas, place, 3, random.pick([cloth, dyes[1], dyes[4]]), 0.9);
    crackle(canvas, studio);
    weave(canvas, studio);
    return canvas;
  },
};

function isFree(place: Point, flowers: Point[], gap: number): boolean {
  return flowers.every((flower) => distance(flower, place) > gap);
}

function petalOutline(center: Point, angle: number, inner: number, outer: number, spread: number): Point[] {
  const reach = (share: number): number => inner + (outer - inner) * share;
  return smoothCurve(
    [
      polar(center, inner, angle),
      polar(center, reach(0.5), angle - spread),
      polar(center, reach(0.9), angle - spread * 0.55),
      polar(center, outer, angle),
      polar(center, reach(0.9), angle + spread * 0.55),
      polar(center, reach(0.5), angle + spread),
    ],
    7,
    true,
  );
}

/** Drawn from outside in: dotted ring, outer petals, inner petals, heart. */
function blossom(canvas: Canvas, studio: Studio, center: Point, radius: number, index: number): void {
  const { random } = studio;
  const petals = 6 + (index % 4) * 2;
  const turn = random.range(0, 6);
  const [first, second, third] = random.shuffle(dyes);
  fillDisc(canvas, center, radius * 1.12, indigo[0], 0.9);
  for (let dot = 0; dot < 36; dot++) fillDisc(canvas, polar(center, radius * 1.22, (dot / 36) * 6.2832), 4, cloth);
  for (let petal = 0; petal < petals; petal++) {
    const angle = turn + (petal / petals) * 2 * Math.PI;
    paintPetal(canvas, studio, petalOutline(center, angle, radius * 0.2, radius * 1.1, 2.6 / petals), petal % 2 ? first : third);
    for (const stripe of [-0.1, 0, 0.1])
      strokePath(
        canvas,
        [polar(center, radius * 0.5, angle + stripe), polar(center, radius * 0.9, angle + stripe * 1.2)],
        tapered(2.3),
        cloth,
      );
  }
  for (let petal = 0; petal < petals; petal++) {
    const angle = turn + ((petal + 0.5) / petals) * 2 * Math.PI;
    paintPetal(canvas, studio, petalOutline(center, angle, radius * 0.1, radius * 0.6, 2.4 / petals), second);
  }
  fillDisc(canvas, center, radius * 0.2, cloth);
  fillDisc(canvas, center, radius * 0.14, first);
}

/** Dye pools toward the wax line around it. */
function paintPetal(canvas: Canvas, { noise }: Studio, outline: Point[], dye: Rgb): void {
  fillPolygon(canvas, outline, (x, y) => mixRgb(dye, dyes[2], 0.25 + noise.fractal(x / 14, y / 14, 3) * 0.6));
  strokePath(canvas, [...outline, outline[0]], 2.8, cloth);
}

function sprig(canvas: Canvas, studio: Studio, place: Point): void {
  const { random } = studio;
  const turn = random.range(0, 6.3);
  const side = random.next() < 0.5 ? -1 : 1;
  const curl = Array.from({ length: 26 }, (_, index) => polar(place, 38 * (1 - index / 29), turn + side * index * 0.26));
  strokePath(canvas, curl, 3.2, cloth);
  const dye = random.pick(dyes);
  for (const share of [2, 6, 10]) {
    const base = curl[share];
    const outward = Math.atan2(base.y - place.y, base.x - place.x);
    paintPetal(canvas, studio, petalOutline(base, outward - side * 0.5, 1, 30, 0.5), dye);
  }
  fillDisc(canvas, curl[25], 6, dye);
}

/** Where wax cracked the dark dye seeped in: broken, branching veins of uneven width. */
function crackle(canvas: Canvas, studio: Studio): void {
  const { size, noise, random } = studio;
  const large = createVoronoi(scatter(size, size, 86, random, 110), 140);
  const small = createVoronoi(scatter(size, size, 34, random, 60), 56);
  canvas.shade((x, y, color) => {
    const u = x + noise.fractal(x / 26, y / 26, 3) * 15;
    const v = y + noise.fractal(x / 26 + 50, y / 26, 3) * 15;
    const width = 1.2 + noise.at(x / 40, y / 40) * 1.1;
    const fine = noise.fractal(x / 110 + 7, y / 110, 2) * 2 - 0.35;
    const vein = smoothstep(width + 0.8, width - 0.4, large(u, v).toWall) + smoothstep(fine + 0.7, fine - 0.4, small(u, v).toWall) * 0.8;
    return mixRgb(color, crackDye, Math.min(0.8, vein * 0.75));
  });
}

function weave(canvas: Canvas, { noise }: Studio): void {
  canvas.shade((x, y, color) => {
    const thread = Math.sin(x * 2.1) * Math.sin(y * 2.1) * 0.05 + noise.at(x / 2, y / 40) * 0.04 + noise.at(x / 40, y / 2) * 0.04;
    return scaleRgb(color, 1 + thread);
  });
}
