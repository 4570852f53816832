import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, mixRgb, palette, saturate, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { coverDisc } from '../toolkit/fill';
import { distance, point, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { clamp, smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';

const primed = palette('#efe3c4')[0];
const sky = palette('#6fa8dc', '#a5cdea', '#f3e3b0', '#f7b98b', '#e98f8f');
const trees = palette('#1d3f4a', '#2d6b45', '#5c9a3a', '#a6c046', '#e6d65a');
const water = palette('#2a4d8f', '#3d7fb5', '#6cb4bf', '#f5d79a', '#ee9d86');
const grass = palette('#2e5a35', '#5d9138', '#a0bd3c', '#e5cf49', '#f29a3d');
const accents = palette('#e2513b', '#f0c033', '#6a4fa8', '#2f8fd0', '#f4f0d8');

export const design: Design = {
  id: 'pointillist-river',
  name: 'Pointillist river',
  description: 'Thousands of small dots of pure colour: trees by a river in afternoon light.',
  seed: 59,
  draw(studio) {
    const canvas = new Canvas(studio.size, studio.size, primed);
    dot(canvas, studio, { gap: 9, radius: 7.2, spread: 0.06, accent: 0.04 });
    dot(canvas, studio, { gap: 6.2, radius: 4.3, spread: 0.13, accent: 0.16 });
    dot(canvas, studio, { gap: 8.2, radius: 3.1, spread: 0.2, accent: 0.3 });
    lightRelief(canvas, { strength: 0.4, gloss: 0.1 });
    return canvas;
  },
};

interface Pass {
  readonly gap: number;
  readonly radius: number;
  /** How far colours stray. */
  readonly spread: number;
  /** Share of dots in a contrasting colour. */
  readonly accent: number;
}

function dot(canvas: Canvas, studio: Studio, { gap, radius, spread, accent }: Pass): void {
  const { random, size } = studio;
  for (const place of random.shuffle(scatter(size, size, gap, random, 8))) {
    const base = saturate(sceneColor(studio, place), 1.25);
    const contrast = mixRgb(random.pick(accents), complement(base), random.next());
    const color = jitter(random.next() < accent ? mixRgb(base, contrast, 0.6) : base, spread, random);
    const reach = radius * random.range(0.8, 1.15);
    coverDisc(place, reach, (x, y, coverage) => {
      canvas.blend(x, y, color, coverage);
      const dome = 1 - distance(point(x, y), place) / (reach + 1);
      canvas.raise(x, y, 1 + 2.5 * dome, coverage);
    });
  }
}

function complement([red, green, blue]: Rgb): Rgb {
  const sum = Math.max(red, green, blue) + Math.min(red, green, blue);
  return [sum - red, sum - green, sum - blue];
}

const farBank = (studio: Studio, x: number): number => 330 + studio.noise.fractal(x / 240, 1, 2) * 40;
const nearBank = (x: number): number => 690 - 260 * smoothstep(40, 760, x) ** 2;

function sceneColor(studio: Studio, place: Point): Rgb {
  const { noise } = studio;
  const { x, y } = place;
  const crown = crownAt(studio, place);
  if (crown > 0) return gradient(trees, clamp(crown + noise.fractal(x / 26, y / 26, 3) * 0.5));
  if (y > nearBank(x)) return gradient(grass, clamp(0.45 + noise.fractal(x / 60, y / 22, 3) * 0.9 - shade(place) * 0.45));
  const far = farBank(studio, x);
  if (y > far) return waterColor(studio, place, far);
  if (y > far - 62 - noise.fractal(x / 55, 20, 3) * 60) return gradient(trees, clamp(0.3 + noise.fractal(x / 30, y / 20, 3) * 0.7));
  return gradient(sky, clamp(y / 330 + noise.fractal(x / 150, y / 50, 3) * 0.35));
}

function waterColor({ noise }: Studio, { x, y }: Point, far: number): Rgb {
  const mirrored = smoothstep(85, 10, y - far) * 0.45;
  return mixRgb(
    gradient(water, clamp(0.3 + (y - far) / 480 + noise.fractal(x / 80, y / 12, 3) * 0.6)),
    trees[1],
    mirrored + 0.4 * smoothstep(120, 20, Math.abs(x - 640 + (y - 400) * 0.2)),
  );
}

/** 0 outside of the crowns, else lightness 0..1. */
function crownAt({ noise }: Studio, place: Point): number {
  for (const { x, y, radius } of [
    { x: 640, y: 190, radius: 170 },
    { x: 120, y: 215, radius: 125 },
  ]) {
    const away = distance(place, point(x, y)) + noise.fractal(place.x / 40, place.y / 40, 3) * 46;
    if (away < radius) return clamp(0.62 - (place.x - x + (place.y - y) * 1.2) / (radius * 2.6), 0.05, 1);
    const trunk = place.y > y && place.y < nearBank(place.x) + 20 && Math.abs(place.x - x) < radius * 0.1;
    if (trunk) return 0.04;
  }
  return 0;
}

function shade({ x, y }: Point): number {
  return smoothstep(150, 60, distance(point(x, y * 2), point(610, 1130)));
}
