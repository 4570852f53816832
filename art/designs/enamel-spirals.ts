import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { coverDisc } from '../toolkit/fill';
import { distance, point, polar, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { scatter } from '../toolkit/scatter';

const ground = palette('#14101f')[0];
const schemes = [
  palette('#fff1c1', '#ffc93c', '#ff7b2e', '#d7263d', '#6a1b4d'),
  palette('#e8fff4', '#6fe0c8', '#18a5a7', '#1c5d99', '#2a2a72'),
  palette('#fff0f3', '#ff9eb5', '#e0457b', '#8e2c8a', '#3b1c6b'),
  palette('#fbffd6', '#c8e34b', '#5db13b', '#12805c', '#0c4a5b'),
];
/** Successive seeds of a sunflower turn by the golden angle (Vogel, 1979). */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

interface Head {
  readonly center: Point;
  readonly radius: number;
  readonly scheme: Rgb[];
  readonly turn: number;
}

export const design: Design = {
  id: 'enamel-spirals',
  name: 'Enamel spirals',
  description: 'Glossy beads of enamel in sunflower spirals on black, shading through hot and cool hues.',
  seed: 197,
  draw(studio) {
    const { size, random } = studio;
    const canvas = new Canvas(size, size, ground);
    const heads = placeHeads(studio);
    const beads: Point[] = [];
    for (const head of heads) growHead(canvas, studio, head, heads, beads);
    for (const place of scatter(size, size, 7, random, 4)) {
      if (heads.every(({ center, radius }) => distance(center, place) > radius + 5))
        bead(canvas, place, 2.4, jitter(schemes[1][3], 0.12, random));
    }
    lightRelief(canvas, { strength: 0.75, gloss: 0.75 });
    return canvas;
  },
};

function placeHeads({ random }: Studio): Head[] {
  const places: [number, number, number][] = [
    [250, 265, 205],
    [600, 165, 140],
    [585, 500, 178],
    [215, 620, 128],
    [395, 720, 75],
    [40, 470, 78],
    [420, 60, 62],
    [745, 335, 62],
    [740, 715, 80],
    [45, 60, 72],
    [40, 730, 66],
    [755, 20, 40],
    [405, 470, 30],
    [560, 310, 22],
    [315, 500, 24],
  ];
  return places.map(([x, y, radius], index) => ({
    center: point(x, y),
    radius,
    scheme: schemes[index % schemes.length],
    turn: random.range(0, 6),
  }));
}

function growHead(canvas: Canvas, { random }: Studio, { center, radius, scheme, turn }: Head, heads: Head[], beads: Point[]): void {
  const spacing = 5.1;
  const count = Math.floor((radius / spacing) ** 2);
  for (let seed = 1; seed <= count; seed++) {
    const away = spacing * Math.sqrt(seed);
    const place = polar(center, away, turn + seed * goldenAngle);
    const owner = heads.find((head) => distance(head.center, place) - head.radius < away - radius - 0.01);
    if (owner) continue;
    const band = Math.sin(away / 15 + (seed % 8) * 0.2) * 0.12;
    const spiral = ((seed % 13) / 13) * 0.22;
    beads.push(place);
    bead(
      canvas,
      place,
      3.1 + 1.7 * Math.sin(away / 21) ** 2,
      jitter(gradient(scheme, away / radius + band + spiral - 0.15), 0.035, random),
    );
  }
}

function bead(canvas: Canvas, center: Point, radius: number, color: Rgb): void {
  coverDisc(center, radius, (x, y, coverage) => {
    const away = Math.min(1, distance(point(x + 0.5, y + 0.5), center) / (radius + 0.5));
    canvas.blend(x, y, scaleRgb(color, 1.08 - 0.25 * away * away), coverage);
    canvas.raise(x, y, radius * 1.1 * Math.sqrt(1 - away * away), coverage);
  });
}
