import { promenade } from '../models/promenade';
import { brushStroke } from '../toolkit/brush';
import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, mixRgb, palette, saturate, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { followFlow, polar, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { clamp, smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';
import { traceStroke } from '../toolkit/stroke';

const primed = palette('#e6dcc0')[0];
const sky = palette('#8fb4d8', '#bcd3dc', '#efe3c4', '#f3d3ae');
const farTrees = palette('#4f6f9a', '#5d8f8a', '#8fae6a', '#d2c878');
const water = palette('#2f5f9f', '#5b93c4', '#9cc3d2', '#f0e2bd');
const lawn = palette('#6f9a35', '#a3bd45', '#d3d65c', '#f2e28a');
const shaded = palette('#1d3a4a', '#2c5a4a', '#4a7a3e', '#7f9a45');
const crown = palette('#16304a', '#24563f', '#4a8038', '#9ab640');
const bark = palette('#2a2348', '#5a3f5f', '#a8735a');
/** What divided light is made of: the sun's orange, its reflex in the shadow, and their opposites. */
const sunlight = palette('#ffb04a', '#ffe08a', '#ff8f6a');
const shadows = palette('#2b3f9a', '#5a3f96', '#1f6a8f', '#8a2f5f');

export const design: Design = {
  id: 'pointillist-river',
  name: 'Pointillist river',
  description: 'Small touches of divided colour: strollers with parasols by a river with sails, in the shade and in the sun.',
  group: 'paint',
  seed: 59,
  draw(studio) {
    const { size, noise } = studio;
    const sketch = new Canvas(size, size, (x, y) => sceneAt(studio, x, y));
    promenade(sketch, studio);
    const canvas = new Canvas(size, size, primed);
    underpaint(canvas, sketch, studio);
    touch(canvas, sketch, studio, { gap: 6, halfWidth: 3.1, length: 3, stray: 0.07, divided: 0.3 });
    touch(canvas, sketch, studio, { gap: 5.4, halfWidth: 2.3, length: 2.4, stray: 0.1, divided: 0.5 });
    touch(canvas, sketch, studio, { gap: 3.6, halfWidth: 1.6, length: 1.5, stray: 0.07, divided: 0.3 }, isEdge);
    lightRelief(canvas, { strength: 0.22, gloss: 0.05 });
    canvas.shade((x, y, color) => mixRgb(color, primed, 0.05 + 0.05 * noise.at(x / 3, y / 3)));
    return canvas;
  },
};

/** Broad crossed strokes under the touches. */
function underpaint(canvas: Canvas, sketch: Canvas, { random, noise, size }: Studio): void {
  for (const place of random.shuffle(scatter(size, size, 11, random, 10))) {
    const turn = random.next() < 0.5 ? 0.5 : -0.6;
    const path = followFlow(place, () => turn + noise.at(place.x / 70, place.y / 70), 16);
    const color = jitter(sketch.at(place.x, place.y), 0.05, random);
    brushStroke(canvas, path, { color, halfWidth: 6, bristle: 1.6, thickness: 1.5, dryness: 0.4 }, noise);
  }
}

interface Touch {
  readonly gap: number;
  readonly halfWidth: number;
  readonly length: number;
  /** How far colours stray. */
  readonly stray: number;
  /** Share of touches that are not of the thing's own colour. */
  readonly divided: number;
}

function touch(
  canvas: Canvas,
  sketch: Canvas,
  studio: Studio,
  { gap, halfWidth, length, stray, divided }: Touch,
  wanted: (sketch: Canvas, place: Point) => boolean = everywhere,
): void {
  const { random, noise, size } = studio;
  for (const place of random.shuffle(scatter(size, size, gap, random, 8))) {
    if (!wanted(sketch, place)) continue;
    const own = saturate(sketch.at(place.x, place.y), 1.2);
    const color = jitter(random.next() < divided ? divide(own, studio) : own, stray, random);
    const angle = noise.fractal(place.x / 90, place.y / 60, 2) * 2;
    const reach = halfWidth * random.range(0.75, 1.15);
    traceStroke(canvas, [place, polar(place, length, angle)], reach, ({ x, y, coverage, across }) => {
      canvas.blend(x, y, color, coverage * 0.94);
      canvas.raise(x, y, 1.6 + 1.2 * (1 - across * across), coverage);
    });
  }
}

const everywhere = (): boolean => true;

/** Where one thing ends at another, touches are small. */
function isEdge(sketch: Canvas, { x, y }: Point): boolean {
  const here = sketch.at(x, y);
  return [0, 1.57, 3.14, 4.71].some((angle) => {
    const there = sketch.at(x + 5 * Math.cos(angle), y + 5 * Math.sin(angle));
    return here.some((value, channel) => Math.abs(value - there[channel]) > 0.22);
  });
}

/** Sun in what is light, blue and violet in what is dark, now and then the opposite colour. */
function divide(own: Rgb, { random }: Studio): Rgb {
  const light = 0.3 * own[0] + 0.55 * own[1] + 0.15 * own[2];
  const partner = random.next() < smoothstep(0.2, 0.75, light) ? random.pick(sunlight) : random.pick(shadows);
  const opposite = random.next() < 0.25 ? complement(own) : partner;
  return mixRgb(own, opposite, random.range(0.3, 0.62));
}

function complement([red, green, blue]: Rgb): Rgb {
  const sum = Math.max(red, green, blue) + Math.min(red, green, blue);
  return [sum - red, sum - green, sum - blue];
}

const farBank = 236;
const nearBank = (x: number): number => 318 + 190 * smoothstep(470, -60, x) ** 1.3;

function sceneAt(studio: Studio, x: number, y: number): Rgb {
  const { noise } = studio;
  const leafy = noise.fractal(x / 34, y / 30, 3);
  const foliage = crownAt(studio, x, y);
  if (foliage > 0) return gradient(crown, clamp(foliage + leafy * 0.45));
  const trunk = trunkAt(x, y);
  if (trunk >= 0) return gradient(bark, clamp(0.85 - trunk + leafy * 0.3));
  if (y > nearBank(x)) return lawnColor(studio, { x, y });
  if (y > farBank) return waterColor(studio, { x, y });
  const ridge = farBank - 38 - 46 * noise.fractal(x / 90, 20, 3) - 30 * smoothstep(300, 0, x);
  if (y > ridge) return gradient(farTrees, clamp(0.35 + (y - ridge) / -160 + leafy * 0.5 + 0.25));
  return gradient(sky, clamp(y / 260 + noise.fractal(x / 150, y / 50, 3) * 0.3));
}

function waterColor({ noise }: Studio, { x, y }: Point): Rgb {
  const away = (y - farBank) / 240;
  const ripple = noise.fractal(x / 90, y / 9, 3) * 0.5;
  const mirrored = smoothstep(46, 6, y - farBank) * 0.55;
  return mixRgb(gradient(water, clamp(0.62 - away * 0.5 + ripple)), farTrees[1], clamp(mirrored + ripple * 0.3));
}

/** Sun falls through a gap in the leaves; the foreground lies in the shade of trees that are not seen. */
function lawnColor({ noise }: Studio, { x, y }: Point): Rgb {
  const drift = noise.fractal(x / 70, y / 26, 3);
  const edge = 610 + 26 * noise.fractal(x / 80, 4, 2) + 0.06 * x;
  const bars = smoothstep(0.12, 0.3, noise.fractal(x / 190 + 7, (y - x * 0.12) / 30, 2)) * smoothstep(260, 520, x) * 0.85;
  const shade = clamp(smoothstep(edge - 10, edge + 12, y) + bars);
  return mixRgb(gradient(lawn, clamp(0.55 + drift * 0.7)), gradient(shaded, clamp(0.45 + drift * 0.7)), shade);
}

/** 0 outside of the leaves, else lightness 0..1. */
function crownAt({ noise }: Studio, x: number, y: number): number {
  const lumps = noise.fractal(x / 62, y / 52, 4);
  const depth = 176 * smoothstep(250, 620, x) + 54 * smoothstep(420, 300, Math.abs(x - 620)) - 40 + lumps * 74;
  if (y > depth) return 0;
  const gaps = noise.fractal(x / 30 + 50, y / 26, 2);
  if (gaps > 0.52 && y > 40) return 0;
  return clamp(0.34 + lumps * 0.5 + (y - depth) / 420 + 0.16, 0.04, 1);
}

/** Place across the trunk, 0 at its lit side; -1 beside it. */
function trunkAt(x: number, y: number): number {
  for (const { at, foot, width } of [
    { at: 716, foot: 600, width: 36 },
    { at: 560, foot: 440, width: 19 },
    { at: 452, foot: 372, width: 11 },
  ]) {
    const half = width * (0.5 + 0.25 * smoothstep(foot - 60, foot, y));
    const middle = at + 8 * Math.sin(y / 70 + at);
    if (y < foot && Math.abs(x - middle) < half) return (x - middle + half) / (2 * half);
  }
  return -1;
}
