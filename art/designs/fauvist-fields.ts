import { brushStroke } from '../toolkit/brush';
import { Canvas } from '../toolkit/canvas';
import { jitter, palette, scaleRgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { distance, followFlow, point, smoothCurve, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { scatter } from '../toolkit/scatter';

const linen = palette('#efe0bd')[0];
const contour = palette('#1a2a6c')[0];
const zones = {
  sky: palette('#f49ac1', '#f7c6a3', '#7fd0c7', '#ffe08a'),
  sun: palette('#ffd400', '#ff8a00', '#ffef9e'),
  farHills: palette('#5b4fc0', '#3f7fd6', '#9a6fd0'),
  hills: palette('#0f8f7f', '#2dc08d', '#1d6fb8'),
  wheat: palette('#ffc81f', '#ff9d1f', '#ffe25c'),
  poppies: palette('#e8352e', '#ff5a4d', '#c21f5b'),
  meadow: palette('#4fb53c', '#9ad03a', '#13885a'),
  path: palette('#f7a8c0', '#f9d3a8', '#e06aa8'),
  tree: palette('#d8261f', '#f0572a', '#a3143f', '#ff8f3a'),
};
type Zone = keyof typeof zones;

export const design: Design = {
  id: 'fauvist-fields',
  name: 'Fauvist fields',
  description: 'Wild, unmixed colour in broad strokes: pink sky, violet hills, red trees, blue outlines.',
  seed: 211,
  draw(studio) {
    const { size, random, noise } = studio;
    const canvas = new Canvas(size, size, (x, y) => scaleRgb(linen, 1 + 0.06 * Math.sin(x * 1.9) * Math.sin(y * 1.9)));
    for (const place of random.shuffle(scatter(size, size, 14, random, 10))) dab(canvas, studio, place);
    for (const line of outlines())
      brushStroke(
        canvas,
        line,
        {
          halfWidth: (t) => 3 + 3.5 * Math.sin(t * 9) ** 2,
          color: contour,
          streak: zones.farHills[1],
          bristle: 1.6,
          thickness: 5,
          dryness: 0.45,
        },
        noise,
      );
    lightRelief(canvas, { strength: 0.38, gloss: 0.22 });
    return canvas;
  },
};

const farRidge = (x: number): number => 285 - 70 * Math.sin(x / 130 + 0.4) - 26 * Math.sin(x / 53);
const nearRidge = (x: number): number => 365 - 46 * Math.sin(x / 175 + 2.2);
const wheatEdge = (x: number): number => 455 + 60 * Math.sin(x / 260 - 0.6);
const poppyEdge = (x: number): number => 590 - 0.14 * x + 24 * Math.sin(x / 90);
const pathCenter = (y: number): number => 420 + (y - 440) * 0.28 + 90 * Math.sin((y - 430) / 95);
const trees = [point(150, 250), point(640, 300), point(560, 345)];
const crownRadius = [125, 96, 56];
const sun = point(455, 108);

function zoneAt({ x, y }: Point): Zone {
  for (const [index, tree] of trees.entries()) {
    const radius = crownRadius[index];
    const angle = Math.atan2(y - tree.y, x - tree.x);
    if (distance(point(x, y), tree) < radius * (1 + 0.1 * Math.sin(angle * 5))) return 'tree';
  }
  if (distance(point(x, y), sun) < 62) return 'sun';
  if (y < Math.min(farRidge(x), nearRidge(x))) return 'sky';
  if (y < nearRidge(x)) return 'farHills';
  if (y > wheatEdge(x) - 8 && Math.abs(x - pathCenter(y)) < 10 + (y - 430) * 0.17) return 'path';
  if (y < wheatEdge(x)) return 'hills';
  if (y < poppyEdge(x)) return 'wheat';
  return x < pathCenter(y) ? 'poppies' : 'meadow';
}

function dab(canvas: Canvas, studio: Studio, place: Point): void {
  const { random, noise } = studio;
  const zone = zoneAt(place);
  const path = followFlow(place, (x, y) => angleIn(studio, zone, x, y), random.range(20, 52), 4);
  if (zoneAt(path[path.length - 1]) !== zone && random.next() < 0.7) return;
  const [color, streak] = random.shuffle(zones[zone]);
  brushStroke(
    canvas,
    path,
    {
      halfWidth: random.range(5.5, 10.5),
      color: jitter(color, 0.035, random),
      streak: jitter(streak, 0.05, random),
      bristle: 2.4,
      thickness: random.range(3, 6),
      dryness: 0.5,
      flat: true,
    },
    noise,
  );
}

function angleIn({ noise }: Studio, zone: Zone, x: number, y: number): number {
  const wander = noise.at(x / 70, y / 70) * 0.6;
  const tree = trees.reduce((near, other) => (distance(point(x, y), other) < distance(point(x, y), near) ? other : near));
  const angles: Record<Zone, number> = {
    sky: -0.25 + wander * 1.6,
    sun: Math.atan2(y - sun.y, x - sun.x) + Math.PI / 2,
    farHills: 0.9 + wander,
    hills: -0.5 + wander,
    wheat: 0.15 + wander * 0.7,
    poppies: -0.9 + wander,
    meadow: -1.3 + wander,
    path: 1.2 + wander,
    tree: Math.atan2(y - tree.y, x - tree.x) + Math.PI / 2 + wander,
  };
  return angles[zone];
}

/** The parts of a line where the condition holds. */
function runs(line: Point[], holds: (place: Point) => boolean): Point[][] {
  const parts: Point[][] = [[]];
  for (const place of line) {
    if (holds(place)) parts[parts.length - 1].push(place);
    else parts.push([]);
  }
  return parts;
}

function outlines(): Point[][] {
  const columns = Array.from({ length: 52 }, (_, index) => index * 16 - 16);
  const along = (edge: (x: number) => number, zone: Zone[]): Point[][] =>
    runs(
      columns.map((x) => point(x, edge(x))),
      ({ x, y }) => zone.includes(zoneAt(point(x, y + 9))) && zoneAt(point(x, y - 9)) !== 'tree',
    );
  const crowns = trees.map((tree, index) => {
    const radius = crownRadius[index];
    return Array.from({ length: 60 }, (_, step) => {
      const angle = (step / 59) * 2 * Math.PI;
      const reach = radius * (1 + 0.1 * Math.sin(angle * 5));
      return point(tree.x + reach * Math.cos(angle), tree.y + reach * Math.sin(angle));
    });
  });
  const trunks = trees.map((tree, index) =>
    smoothCurve([point(tree.x - 6, tree.y - 30), point(tree.x + 6, tree.y + 40), point(tree.x, tree.y + crownRadius[index] * 1.75)], 8),
  );
  const rows = Array.from({ length: 22 }, (_, index) => 448 + index * 16);
  const sides = [-1, 1].map((side) => rows.map((y) => point(pathCenter(y) + side * (10 + (y - 430) * 0.17), y)));
  return [
    ...along(farRidge, ['farHills']),
    ...along(nearRidge, ['hills']),
    ...along(wheatEdge, ['wheat']),
    ...along(poppyEdge, ['poppies', 'meadow']),
    ...sides,
    ...crowns,
    ...trunks,
  ].filter((line) => line.length > 2);
}
