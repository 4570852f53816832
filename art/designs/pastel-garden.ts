import { Canvas } from '../toolkit/canvas';
import { chalk } from '../toolkit/chalk';
import { gradient, jitter, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { distance, followFlow, point, type Point } from '../toolkit/geometry';
import { hatchPaths, type Hatching } from '../toolkit/hatching';
import { clamp, smoothstep } from '../toolkit/noise';
import { tooth } from '../toolkit/paper';
import { scatter } from '../toolkit/scatter';
import { drawFlower } from './pastel-garden/flowers';

const paper = palette('#5a4f58')[0];
const sky = palette('#f9e3b4', '#f6efd6', '#bcd8de', '#86b3cf');
const canopy = palette('#1d4650', '#2c6659', '#57945a', '#a2c05f', '#e8e394');
const shrubs = palette('#2a5068', '#3a7a72', '#69a56c', '#b4cc7c');
const bed = palette('#1f4a50', '#307858', '#63a555', '#b9ce68');
const sunny = palette('#f7d9b0', '#f4bfa0', '#fbe9c4', '#e9b7bf');
const shady = palette('#6a6fae', '#8d86b8', '#5b79a8', '#b29ac0');
const walls = palette('#c79ab0', '#f2cfae', '#fdeccd');
const roof = palette('#8a5a78', '#c77a62', '#e8a184');
const eaves = 280;
const shutter = palette('#2f7f86')[0];

export const design: Design = {
  id: 'pastel-garden',
  name: 'Pastel garden',
  description: 'Soft pastel on toothed paper: a path in sun and violet shade between borders of roses, irises and foxgloves.',
  group: 'paint',
  seed: 151,
  draw(studio) {
    const { size, noise, random } = studio;
    const canvas = new Canvas(size, size, (x, y) => {
      const rubbed = mixRgb(paper, sceneAt(studio, point(x, y)), 0.5 + 0.15 * noise.at(x / 40, y / 40));
      return scaleRgb(rubbed, 1 + 0.12 * tooth(noise, x, y));
    });
    for (const layer of layers(studio)) hatch(canvas, studio, layer);
    drawShutters(canvas, studio);
    const roots = scatter(size, size + 30, (_, y) => 7 + 17 * depthAt(y), random, 30, 40).filter((place) => isBed(studio, place));
    for (const root of [...roots].sort((a, b) => a.y - b.y)) {
      for (let leaf = 0; leaf < 3; leaf++) blade(canvas, studio, root);
      if (random.next() < 0.9) drawFlower(canvas, studio, root, 5 + 27 * depthAt(root.y), lightAt(studio, root));
    }
    return canvas;
  },
};

interface Layer extends Hatching {
  readonly halfWidth: number;
  readonly pressure: number;
  readonly wander: number;
  /** Added to the light. */
  readonly lift?: number;
}

function layers(studio: Studio): Layer[] {
  const { noise } = studio;
  const lie = (x: number, y: number): number => {
    const part = partAt(studio, point(x, y));
    const drift = noise.fractal(x / 80, y / 80, 2);
    if (part === 'path') return 0.08 + drift * 0.5;
    if (part === 'house') return 1.5 + drift * 0.3;
    return { sky: 0.5, canopy: -0.7, shrubs: 1.2, bed: 1.35 }[part] + drift * 1.7;
  };
  const notBed = (x: number, y: number): boolean => partAt(studio, point(x, y)) !== 'bed';
  const isLit = (x: number, y: number): boolean => notBed(x, y) && noise.fractal(x / 36 + 70, y / 36, 2) > 0.02;
  const everywhere = (): boolean => true;
  return [
    { gap: 13, length: 62, halfWidth: 5.5, pressure: 0.5, wander: 0.05, angle: lie, looseness: 0.3, wanted: everywhere },
    { gap: 10, length: 34, halfWidth: 3.2, pressure: 0.68, wander: 0.08, angle: lie, looseness: 0.5, wanted: everywhere },
    { gap: 9, length: 22, halfWidth: 2.4, pressure: 0.8, wander: 0.1, angle: (x, y) => lie(x, y) + 0.7, looseness: 0.3, wanted: notBed },
    { gap: 10, length: 16, halfWidth: 2.6, pressure: 1, wander: 0.06, angle: lie, looseness: 0.7, lift: 0.3, wanted: isLit },
  ];
}

function hatch(canvas: Canvas, studio: Studio, layer: Layer): void {
  const { random } = studio;
  for (const path of hatchPaths(studio, layer)) {
    const part = partAt(studio, path[0]);
    const left = path.findIndex((place) => partAt(studio, place) !== part);
    const kept = path.slice(0, left < 0 ? path.length : left);
    if (kept.length < 2) continue;
    const color = jitter(sceneAt(studio, kept[kept.length >> 1], layer.lift), layer.wander, random);
    chalk(canvas, studio, kept, layer.halfWidth * random.range(0.7, 1.25), color, layer.pressure * random.range(0.85, 1.15));
  }
}

/** 0 at the end of the path, 1 at the viewer's feet. */
function depthAt(y: number): number {
  return clamp((y - 356) / 412) ** 1.15;
}

const pathMiddle = (y: number): number => 418 - 66 * Math.sin(depthAt(y) * 2.1);
const pathHalf = (y: number): number => 13 + 172 * depthAt(y);

function isBed(studio: Studio, place: Point): boolean {
  return place.y > 352 && partAt(studio, place) === 'bed';
}

type Part = 'sky' | 'canopy' | 'house' | 'shrubs' | 'path' | 'bed';

function partAt({ noise }: Studio, { x, y }: Point): Part {
  const ragged = noise.fractal(x / 24, y / 24, 2);
  if (y > 356 && Math.abs(x - pathMiddle(y)) < pathHalf(y) + ragged * 8 * depthAt(y)) return 'path';
  const aside = Math.abs(x - 420);
  const bedTop = 352 - 96 * smoothstep(40, 420, aside) + ragged * 18;
  if (y > bedTop) return 'bed';
  if (isHouse(x, y)) return 'house';
  const opening = Math.sqrt(((x - 404) / 232) ** 2 + ((y - 150) / 260) ** 2) + noise.fractal(x / 78, y / 78, 4) * 0.42;
  if (opening > 1) return 'canopy';
  if (y > 262 - 60 * smoothstep(40, 260, aside) + noise.fractal(x / 44, 9, 3) * 46) return 'shrubs';
  return 'sky';
}

function isHouse(x: number, y: number): boolean {
  const aside = Math.abs(x - 424);
  return y < eaves ? y > eaves - 50 && aside < 56 + (y - eaves + 50) * 0.62 : y < 358 && aside < 72;
}

/** 0: in the trees' shade, 1: in the sun, which falls in patches. */
function lightAt({ noise }: Studio, { x, y }: Point): number {
  const patches = noise.fractal(x / 120 + 20, y / 42, 3);
  return clamp(smoothstep(-0.12, 0.14, patches + (x < 380 ? 0.06 : -0.06)));
}

function sceneAt(studio: Studio, place: Point, lift = 0): Rgb {
  const { noise } = studio;
  const { x, y } = place;
  const drift = noise.fractal(x / 34, y / 34, 3);
  const light = lightAt(studio, place);
  const part = partAt(studio, place);
  if (part === 'sky') return gradient(sky, clamp((300 - y) / 300 + noise.fractal(x / 110, y / 60, 3) * 0.7));
  if (part === 'canopy')
    return gradient(canopy, clamp(0.26 + drift * 0.6 + smoothstep(330, 190, distance(place, point(404, 170))) * 0.42 + lift));
  if (part === 'house') return houseColor(place, drift, lift);
  if (part === 'shrubs') return gradient(shrubs, clamp(0.42 + drift * 0.7 + smoothstep(260, 60, Math.abs(x - 420)) * 0.3 + lift));
  if (part === 'bed') return gradient(bed, clamp(0.12 + drift * 0.4 + light * 0.3));
  return mixRgb(gradient(shady, clamp(0.5 + drift)), gradient(sunny, clamp(0.5 + drift + lift)), light);
}

function houseColor({ x, y }: Point, drift: number, lift: number): Rgb {
  if (y < eaves) return gradient(roof, clamp(0.75 - (x - 360) / 260 + drift + lift));
  return gradient(walls, clamp(1.1 - (x - 352) / 150 + drift * 0.3 - smoothstep(eaves + 14, eaves, y) * 0.5));
}

/** Door and shutters, each a few firm strokes. */
function drawShutters(canvas: Canvas, studio: Studio): void {
  for (const [x, top, bottom] of [
    [382, 298, 322],
    [424, 312, 356],
    [466, 298, 322],
  ]) {
    chalk(canvas, studio, [point(x, top), point(x, bottom)], 6, [0.22, 0.25, 0.38], 1);
    for (const side of [-9, 9])
      chalk(canvas, studio, [point(x + side, top - 1), point(x + side, bottom + 1)], 3.2, jitter(shutter, 0.06, studio.random), 1.1);
  }
}

function blade(canvas: Canvas, studio: Studio, root: Point): void {
  const { random, noise } = studio;
  const depth = depthAt(root.y);
  const lean = -Math.PI / 2 + random.range(-0.55, 0.55);
  const path = followFlow(root, (x, y) => lean + noise.at(x / 40, y / 40) * 0.9, 8 + random.range(20, 62) * depth, 3);
  const color = jitter(gradient(bed, clamp(0.3 + random.range(0, 0.35) + lightAt(studio, root) * 0.35)), 0.07, random);
  chalk(canvas, studio, path, 1 + 2.2 * depth * random.range(0.6, 1.1), color, 0.85);
}
