import { Canvas } from '../toolkit/canvas';
import { gradient, mixRgb, palette, scaleRgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { clamp, smoothstep } from '../toolkit/noise';
import { fibres } from '../toolkit/paper';

const sheets = palette(
  '#0d2b3e',
  '#11475a',
  '#1b6f78',
  '#3f9d8f',
  '#8cc5a2',
  '#f2e5b8',
  '#f7bf6a',
  '#ee8450',
  '#d6493f',
  '#98284a',
  '#561c4b',
);
const levels = 21;

export const design: Design = {
  id: 'cut-paper-contours',
  name: 'Cut-paper contours',
  description: 'An imaginary archipelago cut from stacked coloured papers, each sheet casting a shadow.',
  seed: 191,
  draw(studio) {
    const { size, noise } = studio;
    const canvas = new Canvas(size, size, sheets[0]);
    const heights = heightMap(studio);
    canvas.shade((x, y) => {
      const height = heights[y * size + x];
      const level = Math.floor(height);
      const sheet = gradient(sheets, level / (levels - 1));
      const lit = scaleRgb(sheet, 1 + fibres(noise, x + level * 37, y) * 0.09 + noise.fractal(x / 2.4, y / 2.4, 2) * 0.05);
      const cutEdge = smoothstep(0.1, 0.03, height - level) * 0.55;
      const shadowed = scaleRgb(lit, 1 - 0.6 * shadowAt(heights, size, x, y, level));
      return mixRgb(shadowed, [1, 0.97, 0.9], cutEdge);
    });
    return canvas;
  },
};

/** Terraced hills: smooth noise, gently warped, so that contours run in long parallel curves. */
function heightMap({ size, noise }: Studio): Float32Array {
  const heights = new Float32Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const u = x + noise.fractal(x / 190 + 3, y / 190, 2) * 80;
      const v = y + noise.fractal(x / 190, y / 190 + 9, 2) * 80;
      const land = 0.47 + noise.fractal(u / 215, v / 215, 3) * 0.86 + noise.at(x / 45, y / 45) * 0.035;
      heights[y * size + x] = clamp(land) * (levels - 0.01);
    }
  }
  return heights;
}

/** Sheets above, seen toward the light at the upper left, darken what lies below them. */
function shadowAt(heights: Float32Array, size: number, x: number, y: number, level: number): number {
  let shadow = 0;
  for (let step = 1; step <= 12; step++) {
    const column = Math.max(0, x - step);
    const row = Math.max(0, y - Math.round(step * 1.2));
    const above = Math.floor(heights[row * size + column]) - level;
    if (above > 0 && step < above * 9) shadow = Math.max(shadow, 1 - step / (above * 9));
  }
  return shadow;
}
