import { brushStroke } from '../toolkit/brush';
import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, mixRgb, palette, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { point, polar, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { clamp, smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';

const leaves = palette('#5c1a1b', '#a32a1c', '#d9521e', '#f08a24', '#f7bc3a', '#f9e08a');
const air = palette('#27425c', '#3f7187', '#8fb3ae', '#f0d9a0', '#f6b45e');
const floor = palette('#3a1a22', '#7a2a22', '#c4501f', '#e8932c', '#5a3a5c');
const bark = palette('#f7f2e4', '#d9dbe0', '#9fb0c4', '#5f6f8c', '#e8c9a0');
const scar = palette('#1a1720')[0];

interface Birch {
  readonly x: number;
  readonly halfWidth: number;
  readonly lean: number;
}

export const design: Design = {
  id: 'palette-knife-birches',
  name: 'Palette-knife birches',
  description: 'Slabs of thick paint laid with a knife: birches in a blaze of autumn leaves.',
  group: 'paint',
  seed: 101,
  draw(studio) {
    const canvas = new Canvas(studio.size, studio.size, leaves[0]);
    const { random, size } = studio;
    for (const place of random.shuffle(scatter(size, size, 15, random, 20))) knife(canvas, studio, place, groundColor(studio, place), 17);
    const birches = [70, 190, 262, 400, 520, 655, 715].map((x) => ({
      x,
      halfWidth: random.range(11, 25),
      lean: random.range(-0.07, 0.07),
    }));
    for (const birch of birches) paintBirch(canvas, studio, birch);
    for (const place of scatter(size, 620, 19, random, 10)) {
      if (random.next() < 0.62) knife(canvas, studio, place, leafColor(studio, place), random.range(4, 10));
    }
    lightRelief(canvas, { strength: 0.42, gloss: 0.3 });
    return canvas;
  },
};

function knife(canvas: Canvas, { random, noise }: Studio, place: Point, color: Rgb, halfWidth: number): void {
  const angle = noise.at(place.x / 140, place.y / 140) * 2.2 + random.range(-0.5, 0.5) + (place.y > 600 ? 0 : 0.9);
  const length = halfWidth * random.range(1.8, 3.4);
  const path = [place, polar(place, length / 2, angle), polar(place, length, angle + 0.12)];
  const streak = jitter(color, 0.22, random);
  const thickness = random.range(2, 7);
  brushStroke(
    canvas,
    path,
    {
      halfWidth: halfWidth * random.range(0.6, 1.1),
      color: jitter(color, 0.07, random),
      streak,
      bristle: 6,
      thickness,
      dryness: 0.35,
      flat: true,
    },
    noise,
  );
}

function groundColor({ noise, random }: Studio, { x, y }: Point): Rgb {
  if (y > 620) return gradient(floor, clamp(0.45 + noise.fractal(x / 90, y / 30, 3) + random.range(-0.25, 0.25)));
  const canopy = smoothstep(-0.25, 0.15, noise.fractal(x / 130, y / 130, 3) + 0.25 - y / 900);
  const light = gradient(air, clamp(0.15 + y / 720 + noise.fractal(x / 80, y / 80, 2) * 0.4));
  const foliage = gradient(leaves, clamp(0.5 + noise.fractal(x / 60 + 9, y / 60, 3) * 0.8 + random.range(-0.12, 0.12)));
  return mixRgb(light, foliage, canopy);
}

function leafColor({ noise, random }: Studio, { x, y }: Point): Rgb {
  return gradient(leaves, clamp(0.62 + noise.fractal(x / 45, y / 45, 2) * 0.7 + random.range(-0.25, 0.25)));
}

function paintBirch(canvas: Canvas, studio: Studio, birch: Birch): void {
  const { random, noise } = studio;
  for (let y = 740 - random.range(0, 90); y > -20; y -= random.range(16, 34)) {
    const middle = birch.x + (y - 384) * birch.lean;
    const shadow = (across: number): Rgb => gradient(bark, clamp(0.35 + across * 0.4 + random.range(-0.15, 0.15)));
    for (const across of [-0.7, 0.75, 0.05]) {
      const from = point(middle + across * birch.halfWidth, y);
      const path = [from, point(from.x + random.range(-2, 2), y + random.range(30, 62))];
      brushStroke(
        canvas,
        path,
        {
          halfWidth: birch.halfWidth * 0.46,
          color: shadow(across),
          streak: bark[random.index(5)],
          bristle: 4,
          thickness: random.range(3, 7),
          dryness: 0.3,
          flat: true,
        },
        noise,
      );
    }
    if (random.next() < 0.75) notch(canvas, studio, birch, middle, y);
  }
}

function notch(canvas: Canvas, { random, noise }: Studio, { halfWidth }: Birch, middle: number, y: number): void {
  const side = random.next() < 0.5 ? -1 : 1;
  const path = [point(middle + side * halfWidth, y), point(middle + side * halfWidth * random.range(-0.3, 0.5), y + random.range(-4, 5))];
  brushStroke(canvas, path, { halfWidth: random.range(2, 4.5), color: scar, thickness: 3, dryness: 0.5 }, noise);
}
