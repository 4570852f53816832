import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { fillDisc, fillPolygon } from '../toolkit/fill';
import { distance, point, polar, ring, turnedRectangle, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { clamp } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';
import { strokePath, traceStroke } from '../toolkit/stroke';

const gold = palette('#5d3c0c', '#a8741a', '#d9a62e', '#f4d06a', '#fff2b8');
const jewels = palette('#0f4c5c', '#7a1f3d', '#1f6f50', '#c2452d', '#2b2d6e', '#e08b2c', '#efe6d0');
const dark = palette('#20130a')[0];

interface Medallion {
  readonly center: Point;
  readonly radius: number;
}

export const design: Design = {
  id: 'gilded-spirals',
  name: 'Gilded spirals',
  description: 'Gold leaf ornament: packed scrolls, eyes, tiles and jewels in raised gilding.',
  group: 'pattern',
  seed: 229,
  draw(studio) {
    const { size, random } = studio;
    const canvas = new Canvas(size, size, (x, y) => leaf(studio, x, y));
    layTiles(canvas, studio);
    const medallions = pack(studio);
    medallions.forEach((medallion, index) => motifs[index % motifs.length](canvas, studio, medallion));
    for (const place of scatter(size, size, 8.5, random)) {
      if (medallions.every(({ center, radius }) => distance(center, place) > radius + 4))
        stud(canvas, place, random.range(1.4, 2.8), random.next() < 0.25 ? random.pick(jewels) : gold[4]);
    }
    lightRelief(canvas, { strength: 0.8, gloss: 0.5 });
    return canvas;
  },
};

/** Beaten gold in square leaves that overlap a little. */
function leaf({ noise }: Studio, x: number, y: number): Rgb {
  const seam = Math.min(Math.abs((x % 96) - 1), Math.abs((y % 96) - 1)) < 1 ? -0.15 : 0;
  return gradient(
    gold,
    0.52 +
      seam +
      noise.cell(Math.floor(x / 96), Math.floor(y / 96)) * 0.16 +
      noise.fractal(x / 40, y / 40, 4) * 0.4 +
      noise.at(x / 2, y / 2) * 0.08,
  );
}

function layTiles(canvas: Canvas, { random, size }: Studio): void {
  for (const place of scatter(size, size, 20, random, 10)) {
    if (random.next() < 0.45) continue;
    const half = random.range(3.5, 9);
    const outline = turnedRectangle(place, half, half * random.range(0.5, 1.4), random.pick([0, 0, Math.PI / 4]));
    fillPolygon(canvas, outline, random.next() < 0.4 ? dark : jitter(random.pick(jewels), 0.08, random), 0.92);
  }
}

/** Circles as large as fit, large ones first. */
function pack({ random, size }: Studio): Medallion[] {
  const placed: Medallion[] = [];
  for (const radius of [104, 82, 66, 52, 40, 30, 22]) {
    for (let attempt = 0; attempt < 420; attempt++) {
      const center = point(random.range(-20, size + 20), random.range(-20, size + 20));
      if (placed.every((other) => distance(other.center, center) > other.radius + radius + 5)) placed.push({ center, radius });
    }
  }
  return placed;
}

/** A raised wire of gold. */
function wire(canvas: Canvas, path: readonly Point[], halfWidth: number, color: Rgb): void {
  strokePath(canvas, path, halfWidth + 1.6, dark, 0.8);
  traceStroke(canvas, path, halfWidth, ({ x, y, across, coverage }) => {
    canvas.blend(x, y, color, coverage);
    canvas.raise(x, y, 1 + halfWidth * 1.3 * Math.sqrt(1 - across * across), coverage);
  });
}

function stud(canvas: Canvas, center: Point, radius: number, color: Rgb): void {
  fillDisc(canvas, center, radius + 1, dark, 0.6);
  for (let y = Math.floor(center.y - radius); y <= center.y + radius + 1; y++) {
    for (let x = Math.floor(center.x - radius); x <= center.x + radius + 1; x++) {
      const away = distance(point(x, y), center) / radius;
      canvas.blend(x, y, color, clamp((1 - away) * radius + 0.5));
      canvas.raise(x, y, radius * Math.sqrt(Math.max(0, 1 - away * away)), away < 1 ? 1 : 0);
    }
  }
}

function backing(canvas: Canvas, { random, noise }: Studio, { center, radius }: Medallion): void {
  const color = mixRgb(random.pick(jewels), dark, random.range(0.1, 0.5));
  fillDisc(canvas, center, radius, (x, y) => scaleRgb(color, 1 + noise.fractal(x / 12, y / 12, 3) * 0.5));
}

type Motif = (canvas: Canvas, studio: Studio, medallion: Medallion) => void;

const spiral: Motif = (canvas, studio, medallion) => {
  const { random } = studio;
  const { center, radius } = medallion;
  backing(canvas, studio, medallion);
  const turns = Math.max(2, radius / 17);
  const start = random.range(0, 6.3);
  const side = random.next() < 0.5 ? -1 : 1;
  const path = Array.from({ length: 140 }, (_, index) =>
    polar(center, radius * 0.93 * (1 - index / 140), start + (side * index * turns * 6.283) / 140),
  );
  wire(canvas, path, 3.2, gold[3]);
};

const eye: Motif = (canvas, { random }, { center, radius }) => {
  const [first, second] = random.shuffle(jewels);
  [dark, first, gold[3], second, jewels[6], dark].forEach((color, index) => fillDisc(canvas, center, radius * (1 - index * 0.165), color));
  for (const share of [0.92, 0.58]) wire(canvas, [...ring(center, radius * share, 50), polar(center, radius * share, 0)], 2.2, gold[4]);
  for (let index = 0; index < radius / 3; index++)
    stud(canvas, polar(center, radius * 0.76, (index * 6.2832 * 3) / radius), 2.6, jewels[6]);
};

const petals: Motif = (canvas, studio, medallion) => {
  const { center, radius } = medallion;
  backing(canvas, studio, medallion);
  const color = studio.random.pick(jewels);
  for (let index = 0; index < 9; index++) {
    const angle = (index / 9) * 6.2832;
    const outline = [
      polar(center, radius * 0.2, angle),
      polar(center, radius * 0.62, angle - 0.3),
      polar(center, radius * 0.92, angle),
      polar(center, radius * 0.62, angle + 0.3),
    ];
    fillPolygon(canvas, outline, index % 2 ? color : gold[2]);
    wire(canvas, [...outline, outline[0]], 1.5, gold[4]);
  }
  stud(canvas, center, radius * 0.17, gold[4]);
};

const rays: Motif = (canvas, { random }, { center, radius }) => {
  const [first, second] = random.shuffle(jewels);
  for (let index = 0; index < 16; index++) {
    const angle = (index / 16) * 6.2832;
    fillPolygon(canvas, [center, polar(center, radius, angle - 0.197), polar(center, radius, angle + 0.197)], index % 2 ? first : second);
  }
  wire(canvas, [...ring(center, radius * 0.95, 50), polar(center, radius * 0.95, 0)], 2.6, gold[3]);
  wire(canvas, [...ring(center, radius * 0.4, 40), polar(center, radius * 0.4, 0)], 2, gold[4]);
};

const motifs: Motif[] = [spiral, eye, spiral, petals, spiral, rays];
