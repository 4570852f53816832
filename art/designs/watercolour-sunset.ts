import { Canvas } from '../toolkit/canvas';
import { gradient, mixRgb, palette, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { clamp, smoothstep } from '../toolkit/noise';
import { addTooth, tooth } from '../toolkit/paper';

const paper = palette('#fbf6ea')[0];
const sky = palette('#5b7fb8', '#8f86b8', '#d98aa0', '#f29a78', '#f8c25e', '#fbe29a');
const water = palette('#f8cf7c', '#ee9a7c', '#b57aa0', '#5f6fa8', '#2f4a86');
const land = palette('#8a6a9c', '#6a5a96', '#3f5288', '#254466', '#15304a');
const leaf = palette('#b3432f', '#d9762c', '#3c6b5a', '#1d4a52');

/** A wash covers the pixels where its field is positive; the field grows about one per pixel inward. */
interface Wash {
  readonly field: (x: number, y: number) => number;
  readonly pigment: (x: number, y: number) => Rgb;
  /** Pixels over which the edge bleeds. */
  readonly bleed: number;
  readonly strength: number;
}

export const design: Design = {
  id: 'watercolour-sunset',
  name: 'Watercolour sunset',
  description: 'Wet washes with granulating pigment, blooms and dark drying edges on rough paper.',
  group: 'paint',
  seed: 71,
  draw(studio) {
    const canvas = new Canvas(studio.size, studio.size, paper);
    for (const wash of [...skyWashes(studio), ...landWashes(studio)]) layWash(canvas, studio, wash);
    addTooth(canvas, studio.noise, 0.045);
    return canvas;
  },
};

function layWash(canvas: Canvas, { noise }: Studio, { field, pigment, bleed, strength }: Wash): void {
  canvas.shade((x, y, current) => {
    const wander = noise.fractal(x / 34, y / 34, 4) * bleed * 1.6 + noise.at(x / 6, y / 6) * 2.2;
    const depth = field(x, y) + wander;
    if (depth < -2) return current;
    const inside = smoothstep(-1, 1.5 + bleed * 0.25, depth);
    const dryingEdge = 0.55 * Math.exp(-(((depth - 3) / (2.5 + bleed * 0.12)) ** 2));
    const pool = 0.85 + noise.fractal(x / 110, y / 80, 4) * 0.5;
    const bloom = 0.35 * Math.exp(-((noise.fractal(x / 95 + 9, y / 95, 4) / 0.05) ** 2));
    const granules = 0.2 * tooth(noise, x, y);
    const density = clamp(inside * strength * (pool + dryingEdge + bloom * 0.5 + granules), 0, 1.3);
    return glazed(current, pigment(x, y), density);
  });
}

function glazed(paperColor: Rgb, pigment: Rgb, density: number): Rgb {
  const through = (channel: number): number => paperColor[channel] * Math.max(0, 1 - density * (1 - pigment[channel]));
  return [through(0), through(1), through(2)];
}

const horizon = 470;
const fromSun = (x: number, y: number): number => Math.sqrt((x - 480) ** 2 + (y - 350) ** 2);

function skyWashes({ noise }: Studio): Wash[] {
  const warm = (x: number, y: number): Rgb => gradient(sky, y / horizon + noise.fractal(x / 130, y / 70, 3) * 0.28);
  const cloud =
    (scale: number, shift: number, threshold: number) =>
    (x: number, y: number): number =>
      Math.min(horizon - 40 - y, (noise.fractal(x / scale + shift, y / (scale * 0.38), 4) - threshold) * 150);
  return [
    { field: (_, y) => horizon - y, pigment: warm, bleed: 6, strength: 0.75 },
    { field: cloud(230, 3, 0.08), pigment: (_, y) => gradient(sky, y / 700), bleed: 10, strength: 0.55 },
    { field: cloud(150, 30, 0.22), pigment: (_, y) => gradient(sky.slice(1, 4), y / 500), bleed: 3, strength: 0.6 },
    { field: (x, y) => 54 - fromSun(x, y), pigment: () => [0.96, 0.42, 0.2], bleed: 1, strength: 0.75 },
    {
      field: (_, y) => y - horizon,
      pigment: (x, y) => gradient(water, (y - horizon) / 300 + noise.fractal(x / 120, y / 16, 3) * 0.3),
      bleed: 3,
      strength: 0.7,
    },
    {
      field: (x, y) => Math.min(y - horizon - 12, (noise.fractal(x / 120, y / 11, 3) - 0.1) * 60 + (y - 600) * 0.04),
      pigment: (_, y) => gradient(water, 0.35 + (y - horizon) / 420),
      bleed: 2,
      strength: 0.65,
    },
  ];
}

function landWashes({ noise }: Studio): Wash[] {
  const ridge =
    (base: number, height: number, scale: number, shift: number) =>
    (x: number, y: number): number =>
      Math.min(y - base + height * (0.5 + noise.fractal(x / scale + shift, shift, 4)), horizon + 4 - y);
  const hill =
    (tone: number) =>
    (x: number, y: number): Rgb =>
      mixRgb(gradient(land, tone), [0.9, 0.6, 0.6], smoothstep(300, 480, y) * 0.4 + noise.fractal(x / 70, y / 70, 2) * 0.2);
  return [
    { field: ridge(430, 110, 150, 2), pigment: hill(0.15), bleed: 4, strength: 0.62 },
    { field: ridge(455, 95, 110, 11), pigment: hill(0.5), bleed: 3, strength: 0.75 },
    { field: ridge(472, 62, 80, 23), pigment: hill(0.85), bleed: 2, strength: 0.85 },
    {
      field: (x, y) => y - 705 - 40 * Math.sin(x / 190) - 60 * noise.fractal(x / 40, 8, 3),
      pigment: (x, y) => gradient(leaf, 0.5 + noise.fractal(x / 50, y / 50, 3)),
      bleed: 5,
      strength: 0.85,
    },
  ];
}
