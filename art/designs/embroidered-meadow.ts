import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { distance, polar, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { clamp } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';
import { traceStroke } from '../toolkit/stroke';

const linen = palette('#1f3b4d')[0];
const night = palette('#16324a', '#1f4a63', '#2f6a78');
const petalThreads = [
  palette('#8e1230', '#d2283f', '#f26a5b', '#ffb59a'),
  palette('#b04a12', '#ee8a2a', '#fbc04d', '#ffe9a8'),
  palette('#5b2a86', '#9a53c0', '#d498dd', '#f6d9ee'),
  palette('#c9d6df', '#e9eef0', '#ffffff', '#fff6da'),
  palette('#a31d66', '#e0478f', '#f78fb8', '#ffd5de'),
];
const heart = palette('#5a2f12', '#c98a1f', '#f6d24f');
const green = palette('#0f4a36', '#2a7d47', '#78b04a', '#cdd96a');

/** A stitch lies along `angle` in the thread's colour. */
interface Stitch {
  readonly color: Rgb;
  readonly angle: number;
  readonly length: number;
}

interface Flower {
  readonly center: Point;
  readonly radius: number;
  readonly petals: number;
  readonly turn: number;
  readonly threads: Rgb[];
}

export const design: Design = {
  id: 'embroidered-meadow',
  name: 'Embroidered meadow',
  description: 'Silk satin stitch: flowers and leaves worked thread by thread on a night-blue ground.',
  group: 'pattern',
  seed: 173,
  draw(studio) {
    const { size, random } = studio;
    const canvas = new Canvas(size, size, (x, y) => scaleRgb(linen, 0.7 + 0.2 * Math.sin(x * 1.6) * Math.sin(y * 1.6)));
    const flowers = plant(studio);
    const leaves = flowers.flatMap((flower) => leavesOf(studio, flower));
    for (const place of random.shuffle(scatter(size, size, 5.4, random, 8)))
      sew(canvas, studio, place, stitchAt(studio, flowers, leaves, place));
    lightRelief(canvas, { strength: 0.62, gloss: 0.3 });
    return canvas;
  },
};

function plant({ random, size }: Studio): Flower[] {
  const gapAt = (x: number, y: number): number => 138 + 46 * Math.sin(x / 97) * Math.cos(y / 83);
  return scatter(size, size, gapAt, random, 40, 190).map((center, index) => ({
    center,
    radius: random.range(60, 88),
    petals: 5 + random.index(5),
    turn: random.range(0, 6.3),
    threads: petalThreads[index % petalThreads.length],
  }));
}

interface Leaf {
  readonly from: Point;
  readonly angle: number;
  readonly length: number;
}

function leavesOf({ random }: Studio, { center, radius }: Flower): Leaf[] {
  const turn = random.range(0, 6.3);
  return Array.from({ length: 4 }, (_, index) => {
    const angle = turn + index * 1.57 + random.range(-0.5, 0.5);
    return { from: polar(center, radius * 0.8, angle), angle, length: random.range(76, 118) };
  });
}

function stitchAt(studio: Studio, flowers: Flower[], leaves: Leaf[], place: Point): Stitch {
  for (const flower of flowers) {
    const stitch = flowerStitch(flower, place);
    if (stitch) return stitch;
  }
  for (const leaf of leaves) {
    const stitch = leafStitch(leaf, place);
    if (stitch) return stitch;
  }
  return groundStitch(studio, place);
}

function flowerStitch({ center, radius, petals, turn, threads }: Flower, place: Point): Stitch | undefined {
  const away = distance(center, place);
  const angle = Math.atan2(place.y - center.y, place.x - center.x);
  const lobe = Math.abs(Math.cos(((angle - turn) * petals) / 2));
  const rim = radius * (0.55 + 0.45 * lobe ** 0.6);
  if (away > rim) return undefined;
  if (away < radius * 0.24) return { color: gradient(heart, 1 - away / (radius * 0.24)), angle: angle + 1.2, length: 10 };
  const shade = clamp(1.15 - away / rim + (lobe - 0.6) * 0.5);
  return { color: gradient(threads, lobe < 0.22 ? 0 : shade), angle: angle + (lobe - 1) * 0.5, length: 24 };
}

function leafStitch({ from, angle, length }: Leaf, place: Point): Stitch | undefined {
  const along = (place.x - from.x) * Math.cos(angle) + (place.y - from.y) * Math.sin(angle);
  const across = -(place.x - from.x) * Math.sin(angle) + (place.y - from.y) * Math.cos(angle);
  if (along < 0 || along > length) return undefined;
  const half = length * 0.23 * Math.sin((Math.PI * along) / length);
  if (Math.abs(across) > half) return undefined;
  const side = across < 0 ? -1 : 1;
  const shade = Math.abs(across) < 1.6 ? 1 : 0.25 + 0.5 * (Math.abs(across) / (half + 1)) + (side > 0 ? 0.15 : 0);
  return { color: gradient(green, shade), angle: angle + side * 0.75, length: 20 };
}

function groundStitch({ noise }: Studio, { x, y }: Point): Stitch {
  const flow = noise.fractal(x / 150, y / 150, 2) * 3;
  const scroll = Math.sin(noise.fractal(x / 110 + 8, y / 110, 2) * 22);
  const color = scroll > 0.86 ? petalThreads[1][2] : gradient(night, 0.5 + noise.fractal(x / 40, y / 40, 2) * 0.8 + scroll * 0.25);
  return { color, angle: flow, length: 27 };
}

/** A thread: rounded, twisted of two plies, shiny. */
function sew(canvas: Canvas, { random }: Studio, place: Point, { color, angle, length }: Stitch): void {
  const heading = angle + random.normal() * 0.07;
  const reach = (length / 2) * random.range(0.8, 1.25);
  const path = [polar(place, -reach, heading), polar(place, reach, heading)];
  const thread = jitter(color, 0.045, random);
  traceStroke(canvas, path, 3.3, ({ x, y, along, across, coverage, progress }) => {
    const ply = 0.5 + 0.5 * Math.sin(along * 1.1 + across * 2.4);
    const sheen = 0.86 + 0.3 * Math.sin(Math.PI * progress) - 0.16 * across * across;
    canvas.blend(x, y, mixRgb(scaleRgb(thread, sheen), [0, 0, 0], (1 - ply) * 0.16), coverage);
    canvas.raise(x, y, 4 * Math.sqrt(1 - across * across * 0.9) * Math.sin(Math.PI * (0.12 + 0.76 * progress)) + ply * 0.3, coverage);
  });
}
