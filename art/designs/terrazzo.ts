import { Canvas } from '../toolkit/canvas';
import { jitter, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { fillPolygon } from '../toolkit/fill';
import { polar, type Point } from '../toolkit/geometry';
import { smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';

const binder = palette('#ecdcc8')[0];
const stones = palette('#e2725b', '#2f5d62', '#f2b880', '#1f2a44', '#d9a5a0', '#7fa99b', '#c94f4f', '#fdfaf4', '#8a6f5c', '#e9c46a');

export const design: Design = {
  id: 'terrazzo',
  name: 'Terrazzo',
  description: 'Polished chips of coloured marble, large and small, set in warm plaster.',
  group: 'pattern',
  seed: 233,
  draw(studio) {
    const { size, noise, random } = studio;
    const canvas = new Canvas(size, size, (x, y) =>
      scaleRgb(binder, 1 + noise.fractal(x / 60, y / 60, 4) * 0.07 + noise.at(x / 1.8, y / 1.8) * 0.03),
    );
    for (const place of scatter(size, size, 9, random)) chip(canvas, studio, place, random.range(1.2, 3));
    for (const place of scatter(size, size, 19, random, 10)) chip(canvas, studio, place, random.range(5, 11));
    for (const place of scatter(size, size, 44, random, 20)) chip(canvas, studio, place, random.range(16, 29));
    for (const place of scatter(size, size, 104, random, 60)) chip(canvas, studio, place, random.range(42, 66));
    return canvas;
  },
};

/** A broken piece: few corners, uneven sides, veined. */
function chip(canvas: Canvas, studio: Studio, center: Point, radius: number): void {
  const { random } = studio;
  const corners = 4 + random.index(4);
  const turn = random.range(0, 6.3);
  const stretch = random.range(0.65, 1);
  const outline = Array.from({ length: corners }, (_, index) => {
    const around = polar({ x: 0, y: 0 }, radius * random.range(0.75, 1.2), ((index + random.range(-0.25, 0.25)) / corners) * 6.2832);
    const reach = { x: around.x, y: around.y * stretch };
    return {
      x: center.x + reach.x * Math.cos(turn) - reach.y * Math.sin(turn),
      y: center.y + reach.x * Math.sin(turn) + reach.y * Math.cos(turn),
    };
  });
  const grown = outline.map(({ x, y }) => ({
    x: center.x + (x - center.x) * (1 + 1.3 / radius),
    y: center.y + (y - center.y) * (1 + 1.3 / radius),
  }));
  fillPolygon(canvas, grown, [0.45, 0.36, 0.3], radius > 3 ? 0.4 : 0);
  fillPolygon(canvas, outline, marble(studio, jitter(random.pick(stones), 0.05, random), random.range(0, 500)));
}

function marble({ noise, random }: Studio, stone: Rgb, offset: number): (x: number, y: number) => Rgb {
  const vein = mixRgb(stone, random.next() < 0.6 ? [1, 1, 1] : [0.1, 0.08, 0.1], 0.55);
  return (x, y) => {
    const u = x / 44 + offset;
    const v = y / 44 - offset;
    const strength = smoothstep(0.8, 0.99, noise.ridged(u, v, 4)) * 0.75 + Math.max(0, noise.fractal(u * 4, v * 4, 2)) * 0.2;
    return mixRgb(scaleRgb(stone, 1 + noise.fractal(u * 2, v * 2, 3) * 0.22), vein, strength);
  };
}
