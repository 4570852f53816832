import { Canvas } from '../toolkit/canvas';
import { jitter, palette, scaleRgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { point } from '../toolkit/geometry';
import { comb, drop, marbledColor, swirl, wave, type MarblingStep } from '../toolkit/marbling';
import { fibres } from '../toolkit/paper';

const paints = palette('#0f3d5e', '#f3e9d2', '#c8402f', '#e9a03b', '#1c7c7d', '#f6f1e4', '#12243b', '#d96c5a', '#7fb7b0');

const bath = palette('#17556b')[0];

export const design: Design = {
  id: 'ebru-marbling',
  name: 'Paper marbling',
  description: 'Paint floated on water, combed and swirled, then lifted off on paper.',
  group: 'pattern',
  seed: 67,
  draw(studio) {
    const steps = [...dropPaint(studio), ...combPaint()];
    const { noise } = studio;
    const canvas = new Canvas(studio.size, studio.size, paints[1]);
    canvas.sample((x, y) => marbledColor(steps, bath, point(x, y)));
    canvas.shade((x, y, color) => {
      const pigment = 1 + 0.05 * fibres(noise, x, y) + 0.07 * noise.fractal(x / 3, y / 3, 2) + 0.06 * noise.fractal(x / 120, y / 120, 2);
      return scaleRgb(color, pigment);
    });
    return canvas;
  },
};

function dropPaint({ random, size }: Studio): MarblingStep[] {
  return Array.from({ length: 300 }, (_, index) => {
    const color = jitter(paints[index % paints.length], 0.03, random);
    const center = point(random.range(-40, size + 40), random.range(-40, size + 40));
    return drop(center, random.range(12, 44) * (index > 200 ? 0.75 : 1), color);
  });
}

function combPaint(): MarblingStep[] {
  return [
    comb(Math.PI / 2, 118, 150, 16),
    comb(-Math.PI / 2 + 0.03, 59, 90, 9),
    comb(0.04, 46, 62, 8),
    wave(0.2, 420, 26),
    swirl(point(235, 240), 62, 150, 26),
    swirl(point(560, 520), 84, -190, 30),
    swirl(point(590, 150), 40, 110, 22),
    swirl(point(160, 600), 44, -120, 22),
  ];
}
