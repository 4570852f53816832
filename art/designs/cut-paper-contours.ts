import { Canvas } from '../toolkit/canvas';
import { gradient, mixRgb, palette, type Rgb } from '../toolkit/color';
import { layPaper } from '../toolkit/cut-paper';
import type { Design, Studio } from '../toolkit/design';
import { point, polar, ring, smoothCurve, type Point } from '../toolkit/geometry';
import { clamp } from '../toolkit/noise';

const sky = palette('#fff3cf', '#fbd78b', '#f6b25f', '#ec8450', '#d65a4d', '#a83c58', '#6d2b5c', '#3d2158');
const hills = palette('#f2a06a', '#dd7460', '#b14f66', '#7a3a6c', '#46306a', '#23285a');
const water = palette('#f9d49a', '#e9a07c', '#a8657f', '#5a4a86', '#2c3a74');
const leaves = palette('#2f8f86', '#1f6f78', '#155363', '#0f3a50', '#0a2740');
const sun = point(438, 250);
const white: Rgb = [1, 0.96, 0.86];

export const design: Design = {
  id: 'cut-paper-contours',
  name: 'Cut-paper contours',
  description: 'A valley at sunset cut from stacked coloured papers: rings of sky, ridges, waves and ferns, each sheet casting a shadow.',
  group: 'modern',
  seed: 191,
  draw(studio) {
    const { size } = studio;
    const canvas = new Canvas(size, size, sky[0]);
    layPaper(canvas, studio, { outlines: [ring(sun, 54, 90)], color: white, height: 5 });
    for (let sheet = 0; sheet < 19; sheet++) {
      const outlines = [skyHole(studio, sheet)];
      layPaper(canvas, studio, { outlines, color: gradient(sky, (sheet + 1) / 19), height: 4 + sheet * 0.25, hole: true });
    }
    for (const place of [point(250, 170), point(292, 196), point(214, 210), point(576, 150), point(612, 178)])
      layPaper(canvas, studio, { outlines: [bird(place, 17)], color: white, height: 5 });
    layRidges(canvas, studio);
    layWaves(canvas, studio);
    layLeaves(canvas, studio);
    return canvas;
  },
};

/** Rings about the sun that grow wilder outward. */
function skyHole({ noise }: Studio, sheet: number): Point[] {
  const radius = 76 + sheet * 22 + sheet * sheet * 0.55;
  return smoothCurve(
    ring(sun, 1, 72).map((spot, index) => {
      const [u, v] = [spot.x - sun.x, spot.y - sun.y];
      const wander = noise.fractal(u * 1.7 + sheet * 0.14, v * 1.7 + 5, 2) * 0.26 + noise.at(u * 4 + sheet * 0.3, v * 4) * 0.045;
      return polar(sun, radius * (1 + wander), (index / 72) * 2 * Math.PI);
    }),
    4,
    true,
  );
}

function bird({ x, y }: Point, half: number): Point[] {
  return smoothCurve(
    [
      point(x - half, y - half * 0.35),
      point(x - half * 0.45, y - half * 0.5),
      point(x, y),
      point(x + half * 0.5, y - half * 0.6),
      point(x + half * 1.1, y - half * 0.3),
      point(x + half * 0.5, y - half * 0.28),
      point(x + half * 0.05, y + half * 0.35),
      point(x - half * 0.4, y - half * 0.2),
    ],
    4,
    true,
  );
}

function layRidges(canvas: Canvas, studio: Studio): void {
  for (let ridge = 0; ridge < 8; ridge++) {
    const crest = (x: number): number => {
      const valley = 120 * Math.exp(-(((x - sun.x - 20 * ridge) / (190 - ridge * 9)) ** 2));
      const rough = studio.noise.fractal(x / (150 - ridge * 9) + ridge * 9, ridge * 3.7, 3) * (62 - ridge * 4);
      return 262 + ridge * 24 + valley * (1 - ridge * 0.09) + rough;
    };
    const outline = underCrest(crest);
    const trees = ridge < 2 ? [] : standOfPines(studio, crest, 13 + ridge * 7, 26 - ridge);
    layPaper(canvas, studio, { outlines: [outline, ...trees], color: gradient(hills, ridge / 7), height: 6 + ridge });
  }
}

function underCrest(crest: (x: number) => number): Point[] {
  const edge = Array.from({ length: 130 }, (_, index) => point(index * 6 - 4, crest(index * 6 - 4)));
  return [...edge, point(780, 790), point(-10, 790)];
}

/** Firs of one height, close together at the sides and none where the valley opens. */
function standOfPines({ random }: Studio, crest: (x: number) => number, height: number, gap: number): Point[][] {
  const trees: Point[][] = [];
  for (let x = 4; x < 768; x += gap * random.range(0.55, 1.3)) {
    if (Math.abs(x - sun.x) < 150 || random.next() < 0.25) continue;
    trees.push(pine(point(x, crest(x) + 6), height * random.range(0.8, 1.5)));
  }
  return trees;
}

function pine({ x, y }: Point, height: number): Point[] {
  const right: Point[] = [];
  for (let tier = 0; tier < 5; tier++) {
    const top = y - height * (1 - tier * 0.19);
    right.push(point(x + height * 0.025 * (tier + 1), top), point(x + height * (0.08 + tier * 0.045), top + height * 0.24));
  }
  const trunk = [point(x + height * 0.04, y - height * 0.06), point(x + height * 0.04, y)];
  const side = [...right, ...trunk];
  return [...side, ...side.map((corner) => point(2 * x - corner.x, corner.y)).reverse()];
}

function layWaves(canvas: Canvas, studio: Studio): void {
  for (let wave = 0; wave < 10; wave++) {
    const crest = (x: number): number => {
      const swell = Math.sin(x / (34 + wave * 3.5) + wave * 2.1 + studio.noise.at(x / 120, wave * 5) * 2.4);
      return 496 + wave * 23 + (Math.abs(swell) * -1 + 0.5) * (11 + wave * 2) + studio.noise.at(x / 210, wave * 3 + 1) * 16;
    };
    const color = (x: number): Rgb => {
      const glitter = Math.exp(-(((x - sun.x) / (70 + wave * 14)) ** 2));
      return mixRgb(gradient(water, 0.18 + (wave / 9) * 0.82), sky[1], glitter * (0.8 - wave * 0.08));
    };
    layPaper(canvas, studio, { outlines: [underCrest(crest)], color, height: 6 + wave * 0.6 });
  }
}

/** Ferns and long leaves lean in from both sides, the nearest darkest. */
function layLeaves(canvas: Canvas, studio: Studio): void {
  const { random } = studio;
  for (let layer = 0; layer < 5; layer++) {
    const outlines: Point[][] = [];
    for (let side = 0; side < 2; side++) {
      for (let leaf = 0; leaf < 4; leaf++) {
        const root = point(side ? 790 - layer * 6 : -22 + layer * 6, 830 - leaf * 62 + layer * 26 + random.range(-14, 14));
        const lean = side ? Math.PI + 0.95 - leaf * 0.12 : -0.95 + leaf * 0.12;
        const length = (330 - layer * 26 - leaf * 22) * random.range(0.86, 1.1);
        const plant = (layer + leaf) % 2 ? fern : blade;
        outlines.push(...plant(root, lean + random.range(-0.22, 0.22), length, side ? -1 : 1));
      }
    }
    outlines.push(meadow(studio, layer));
    layPaper(canvas, studio, { outlines, color: gradient(leaves, layer / 4), height: 10 });
  }
}

function meadow({ noise }: Studio, layer: number): Point[] {
  return underCrest((x) => 742 + layer * 8 - 26 * clamp((Math.abs(x - 400) - 140) / 240) + noise.at(x / 60, layer * 7) * 10);
}

/** The places along a stem that bends over, with the direction there. */
function stem(root: Point, angle: number, length: number, bend: number): { place: Point; angle: number }[] {
  let place = root;
  return Array.from({ length: 25 }, (_, index) => {
    const here = { place, angle: angle + bend * 1.1 * (index / 24) ** 1.6 };
    place = polar(place, length / 24, here.angle);
    return here;
  });
}

function blade(root: Point, angle: number, length: number, bend: number): Point[][] {
  const along = stem(root, angle, length, bend * 0.6);
  const half = (index: number): number => length * 0.075 * Math.sin(Math.PI * clamp(index / 24) ** 0.75) + 0.6;
  const left = along.map((spot, index) => polar(spot.place, half(index), spot.angle - Math.PI / 2));
  const right = along.map((spot, index) => polar(spot.place, half(index), spot.angle + Math.PI / 2));
  return [[...left, ...right.reverse()]];
}

function fern(root: Point, angle: number, length: number, bend: number): Point[][] {
  const along = stem(root, angle, length, bend * 0.75);
  const leaflets = along.slice(5).flatMap((spot, index) => {
    const reach = length * 0.2 * Math.sin(Math.PI * clamp(0.16 + (index / 19) * 0.8)) ** 0.8;
    return [-1, 1].map((side) => leaflet(spot.place, spot.angle + side * 1.0, reach));
  });
  const rib = along.map(({ place, angle: here }, index) => polar(place, 2.6 - index * 0.08, here - Math.PI / 2));
  const back = along.map(({ place, angle: here }, index) => polar(place, 2.6 - index * 0.08, here + Math.PI / 2));
  return [[...rib, ...back.reverse()], ...leaflets];
}

function leaflet(root: Point, angle: number, reach: number): Point[] {
  const wide = Math.max(2.4, reach * 0.13);
  const middle = polar(root, reach * 0.45, angle);
  return smoothCurve(
    [root, polar(middle, wide, angle - Math.PI / 2), polar(root, reach, angle), polar(middle, wide, angle + Math.PI / 2)],
    4,
    true,
  );
}
