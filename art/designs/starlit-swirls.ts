import { brushStroke } from '../toolkit/brush';
import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, mixRgb, palette, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { distance, followFlow, point, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { clamp, mix, smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';

interface Light {
  readonly center: Point;
  readonly radius: number;
  /** 1 turns clockwise, -1 counter-clockwise. */
  readonly turn: number;
}

const whirls: Light[] = [
  { center: point(300, 250), radius: 150, turn: 1 },
  { center: point(520, 330), radius: 105, turn: -1 },
  { center: point(90, 420), radius: 80, turn: -1 },
];
const stars: Light[] = [
  { center: point(640, 130), radius: 92, turn: 1 },
  { center: point(105, 110), radius: 58, turn: 1 },
  { center: point(440, 70), radius: 46, turn: -1 },
  { center: point(700, 370), radius: 44, turn: -1 },
  { center: point(235, 440), radius: 34, turn: 1 },
  { center: point(30, 265), radius: 36, turn: 1 },
];
const night = palette('#0b1745', '#152c72', '#1f4f9e', '#3c83bd', '#84b9c9', '#d9dfb4');
const glow = palette('#fff3b0', '#fbd850', '#f0a81f', '#c9b45a', '#5f98b5', '#2b5ea8');
const hills = palette('#0a1538', '#123a5c', '#1d5a66', '#4b8a63', '#b9b45a');
const lake = palette('#0c1a4c', '#173a80', '#2a69a4', '#e8b83f', '#fbe28a');

const hillTop = (studio: Studio, x: number): number => 545 + studio.noise.fractal(x / 210, 3, 3) * 120 - 50 * smoothstep(350, 760, x);
const shore = 655;

export const design: Design = {
  id: 'starlit-swirls',
  name: 'Starlit swirls',
  description: 'Thick oil paint: whirling night sky, glowing stars and a lake in long bristle strokes.',
  group: 'paint',
  seed: 11,
  draw(studio) {
    const canvas = new Canvas(studio.size, studio.size, night[0]);
    paintLayer(canvas, studio, { gap: 13, length: 90, halfWidth: 9, bristle: 2.2, thickness: 3 });
    paintLayer(canvas, studio, { gap: 9, length: 58, halfWidth: 5, bristle: 1.6, thickness: 4.5 });
    paintLayer(canvas, studio, { gap: 15, length: 40, halfWidth: 3.4, bristle: 1.3, thickness: 6 });
    lightRelief(canvas, { strength: 0.55, gloss: 0.4 });
    return canvas;
  },
};

interface Layer {
  readonly gap: number;
  readonly length: number;
  readonly halfWidth: number;
  readonly bristle: number;
  readonly thickness: number;
}

function paintLayer(canvas: Canvas, studio: Studio, layer: Layer): void {
  const { random, noise, size } = studio;
  for (const place of random.shuffle(scatter(size, size, layer.gap, random, 20))) {
    const direction = (x: number, y: number): number => angleAt(studio, x, y);
    const path = followFlow(place, direction, layer.length * random.range(0.6, 1.2));
    const middle = path[path.length >> 1];
    const color = jitter(colorAt(studio, middle.x, middle.y), 0.07, random);
    const streak = jitter(colorAt(studio, middle.x + random.range(-14, 14), middle.y + random.range(-14, 14)), 0.12, random);
    const halfWidth = (progress: number): number => layer.halfWidth * (0.55 + 0.45 * Math.sin(Math.PI * (0.15 + 0.75 * progress)));
    brushStroke(canvas, path, { ...layer, halfWidth, color, streak, dryness: 0.55 }, noise);
  }
}

function angleAt(studio: Studio, x: number, y: number): number {
  if (y > shore) return studio.noise.fractal(x / 160, y / 40, 2) * 0.35;
  if (y > hillTop(studio, x)) return studio.noise.fractal(x / 120, y / 90, 2) * 1.6 - 0.35;
  const drift = studio.noise.fractal(x / 330 + 5, y / 330, 2) * 1.1;
  let dx = Math.cos(drift) * 0.5;
  let dy = Math.sin(drift) * 0.5;
  for (const { center, radius, turn } of [...whirls, ...stars]) {
    const away = distance(center, point(x, y));
    const pull = 1.6 * Math.exp(-((away / (radius * 1.15)) ** 2));
    const inward = 0.22;
    dx += (pull * (-(y - center.y) * turn - (x - center.x) * inward)) / (away + 1);
    dy += (pull * ((x - center.x) * turn - (y - center.y) * inward)) / (away + 1);
  }
  return Math.atan2(dy, dx);
}

function colorAt(studio: Studio, x: number, y: number): Rgb {
  if (y > shore) return lakeColor(studio, x, y);
  const top = hillTop(studio, x);
  if (y > top) return gradient(hills, clamp(0.5 - (y - top) / 170 + studio.noise.fractal(x / 45, y / 28, 3) * 0.75));
  return skyColor(studio, x, y);
}

function skyColor(studio: Studio, x: number, y: number): Rgb {
  let tone = 0.35 + studio.noise.fractal(x / 190, y / 60, 3) * 0.3 + 0.12 * smoothstep(350, 560, y);
  for (const { center, radius, turn } of whirls) {
    const away = distance(center, point(x, y));
    const spiral = Math.cos(away / (radius * 0.115) - turn * Math.atan2(y - center.y, x - center.x));
    tone = mix(tone, 0.5 + 0.42 * spiral, Math.exp(-((away / radius) ** 4)));
  }
  return stars.reduce((color, star) => starGlow(color, star, x, y), gradient(night, tone));
}

function starGlow(color: Rgb, { center, radius }: Light, x: number, y: number): Rgb {
  const away = distance(center, point(x, y)) / radius;
  const rings = 0.06 * Math.sin(away * 16);
  return mixRgb(color, gradient(glow, away * 0.95 + rings), smoothstep(1.15, 0.75, away));
}

function lakeColor({ noise }: Studio, x: number, y: number): Rgb {
  const mirrored = Math.exp(-(((x - 640) / (30 + (y - shore) * 0.35)) ** 2)) + 0.6 * Math.exp(-(((x - 235) / 24) ** 2));
  return gradient(lake, 0.25 + noise.fractal(x / 90, y / 9, 3) * 0.45 + mirrored * (0.5 + 0.5 * Math.sin(y / 4)));
}
