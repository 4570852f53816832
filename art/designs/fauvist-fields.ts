import { brushStroke } from '../toolkit/brush';
import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { distance, followFlow, point, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { clamp } from '../toolkit/noise';
import { tooth } from '../toolkit/paper';
import { scatter } from '../toolkit/scatter';

const ground = palette('#e9dcc0')[0];
const sky = palette('#f7d9a0', '#f3a98f', '#8fc7c0', '#3f8fb8');
const hills = palette('#2a3f8f', '#5a58a8', '#8b6bb0', '#d0719a');
const field = palette('#c9382c', '#ea6a2f', '#f3a63c', '#f4d469');
const meadow = palette('#1f6b4f', '#4f9a4a', '#a9c24a', '#e8d660');
const path = palette('#e58fa6', '#f3bfa8', '#f7e0c4');
const leaves = palette('#123f45', '#1f7a5a', '#d9472e', '#f07a3a');
const trunk = palette('#3a1f4a', '#a8322f', '#2b4f9a');

/** The parts of the landscape, from far to near. */
type Part = 'sky' | 'hills' | 'field' | 'meadow' | 'path' | 'leaves' | 'trunk';

interface Tree {
  readonly foot: Point;
  readonly crown: Point;
  readonly radius: number;
}

const trees: Tree[] = [
  { foot: point(150, 620), crown: point(170, 210), radius: 150 },
  { foot: point(640, 560), crown: point(612, 262), radius: 108 },
  { foot: point(716, 520), crown: point(730, 330), radius: 70 },
];

export const design: Design = {
  id: 'fauvist-fields',
  name: 'Fauvist fields',
  description: 'Separate strokes of pure oil on bare canvas: red fields, violet hills, trees against a warm sky.',
  group: 'paint',
  seed: 373,
  draw(studio) {
    const { size, noise } = studio;
    const canvas = new Canvas(size, size, (x, y) => scaleRgb(ground, 1 + 0.09 * tooth(noise, x, y)));
    paintLayer(canvas, studio, { gap: 21, length: 64, halfWidth: 11.5, thickness: 2.4 });
    paintLayer(canvas, studio, { gap: 17, length: 42, halfWidth: 6.5, thickness: 4 });
    paintLayer(canvas, studio, { gap: 16, length: 24, halfWidth: 3.6, thickness: 5 });
    lightRelief(canvas, { strength: 0.34, gloss: 0.22 });
    return canvas;
  },
};

interface Layer {
  readonly gap: number;
  readonly length: number;
  readonly halfWidth: number;
  readonly thickness: number;
}

function paintLayer(canvas: Canvas, studio: Studio, layer: Layer): void {
  const { random, noise, size } = studio;
  for (const place of random.shuffle(scatter(size, size, layer.gap, random, 20))) {
    const part = partAt(studio, place);
    const length = layer.length * random.range(0.55, 1.15) * (part === 'trunk' ? 1.5 : 1);
    const stroke = followFlow(place, (x, y) => angleAt(studio, part, x, y), length);
    const left = stroke.findIndex((there) => partAt(studio, there) !== part);
    const kept = stroke.slice(0, left < 0 ? stroke.length : left);
    if (kept.length < 3) continue;
    const color = jitter(colorAt(studio, part, place), 0.06, random);
    const halfWidth = layer.halfWidth * random.range(0.75, 1.2);
    brushStroke(canvas, kept, { ...layer, halfWidth, color, streak: jitter(color, 0.12, random), bristle: 1.8, dryness: 0.5 }, noise);
  }
}

function partAt({ noise }: Studio, { x, y }: Point): Part {
  for (const { foot, crown, radius } of trees) {
    const lumps = 1 + 0.35 * noise.fractal(x / 60, y / 60, 2);
    if (distance(crown, { x, y: crown.y + (y - crown.y) * 1.15 }) < radius * lumps) return 'leaves';
    const climb = clamp((foot.y - y) / (foot.y - crown.y));
    const middle = foot.x + (crown.x - foot.x) * climb + 14 * noise.at(y / 90, foot.x);
    if (y > crown.y && y < foot.y && Math.abs(x - middle) < radius * (0.13 - climb * 0.05)) return 'trunk';
  }
  if (y < 330 + 70 * noise.fractal(x / 190, 2, 3)) return 'sky';
  if (y < 430 + 34 * noise.fractal(x / 140, 8, 2)) return 'hills';
  const bend = 420 + 130 * Math.sin((y - 420) / 105);
  if (Math.abs(x - bend) < (y - 410) * 0.24) return 'path';
  return (y - 430) * 1.4 + (x - 384) * 0.55 + 90 * noise.fractal(x / 120, y / 120, 2) > 190 ? 'meadow' : 'field';
}

function angleAt({ noise }: Studio, part: Part, x: number, y: number): number {
  const drift = noise.fractal(x / 110, y / 110, 2);
  const rest = { sky: 0.35, hills: -0.5, field: 0.12, meadow: -1.25, path: 1.1, leaves: 0.9, trunk: 1.5 }[part];
  return rest + drift * { sky: 1.4, hills: 1, field: 0.9, meadow: 0.7, path: 0.6, leaves: 3.4, trunk: 0.3 }[part];
}

function colorAt({ noise }: Studio, part: Part, { x, y }: Point): Rgb {
  const drift = noise.fractal(x / 55, y / 55, 3) * 0.9;
  if (part === 'sky') return gradient(sky, 1 - y / 400 + drift * 0.8);
  if (part === 'hills') return gradient(hills, 0.35 + drift + (x - 384) / 1500);
  if (part === 'field') return gradient(field, 0.4 + drift);
  if (part === 'meadow') return gradient(meadow, 0.5 + drift);
  if (part === 'path') return gradient(path, 0.5 + drift);
  if (part === 'trunk') return gradient(trunk, 0.5 + drift * 1.6);
  return gradient(leaves, 0.42 + drift * 1.1 + (x % 300) / 900 - y / 1800);
}
