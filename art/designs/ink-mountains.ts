import { brushStroke } from '../toolkit/brush';
import { Canvas } from '../toolkit/canvas';
import { mixRgb, palette, scaleRgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { fillDisc } from '../toolkit/fill';
import { followFlow, point, smoothCurve, type Point } from '../toolkit/geometry';
import { clamp, smoothstep } from '../toolkit/noise';
import { fibres, tooth } from '../toolkit/paper';
import { scatter } from '../toolkit/scatter';
import { tapered } from '../toolkit/stroke';

const paper = palette('#ece2cc')[0];
const ink = palette('#14161c')[0];
const wash = palette('#3b4148')[0];
const seal = palette('#b8321f')[0];

interface Range {
  readonly base: number;
  readonly height: number;
  readonly scale: number;
  readonly darkness: number;
}

const ranges: Range[] = [
  { base: 250, height: 230, scale: 120, darkness: 0.26 },
  { base: 370, height: 270, scale: 150, darkness: 0.42 },
  { base: 510, height: 250, scale: 130, darkness: 0.62 },
  { base: 660, height: 210, scale: 170, darkness: 0.8 },
  { base: 800, height: 150, scale: 110, darkness: 1 },
];

export const design: Design = {
  id: 'ink-mountains',
  name: 'Ink mountains',
  description: 'Sumi ink on fibrous paper: misty ranges, dry-brush rocks and bamboo.',
  group: 'paint',
  seed: 83,
  draw(studio) {
    const { noise, size } = studio;
    const canvas = new Canvas(size, size, (x, y) =>
      scaleRgb(paper, 1 + 0.05 * fibres(noise, x, y) + 0.04 * noise.fractal(x / 200, y / 200, 3)),
    );
    fillDisc(canvas, point(585, 118), 50, (x, y) => mixRgb(seal, paper, 0.15 + 0.15 * tooth(noise, x, y)), 0.9);
    ranges.forEach((range, index) => {
      washRange(canvas, studio, range, index);
      textureRange(canvas, studio, range, index);
    });
    for (const [x, lean] of [
      [60, 0.05],
      [118, -0.03],
      [24, 0.02],
    ])
      bamboo(canvas, studio, x, lean);
    return canvas;
  },
};

function ridgeAt({ noise }: Studio, { base, height, scale }: Range, index: number, x: number): number {
  const peak = noise.fractal(x / scale + index * 31, index * 7.7, 5) + 0.25 * noise.ridged(x / 70 + index * 5, 2, 3);
  return base - height * clamp(0.25 + peak * 0.8, 0, 1.2);
}

/** Ink is darkest at the ridge and thins into mist below it. */
function washRange(canvas: Canvas, studio: Studio, range: Range, index: number): void {
  const { noise, size } = studio;
  for (let x = 0; x < size; x++) {
    const ridge = ridgeAt(studio, range, index, x);
    for (let y = Math.max(0, Math.floor(ridge)); y < size; y++) {
      const depth = y - ridge;
      const pool = 0.8 + noise.fractal(x / 60, y / 60, 4) * 0.6 + 0.16 * tooth(noise, x, y);
      const mist = Math.exp(-depth / (70 + 60 * noise.fractal(x / 150, y / 150, 2))) * 0.85 + 0.35 * Math.exp(-(((depth - 2) / 4) ** 2));
      canvas.blend(x, y, mixRgb(wash, ink, range.darkness), clamp(mist * pool * range.darkness * 1.15) * smoothstep(0, 2, depth));
    }
  }
}

/** Axe-cut strokes: dry, slanting marks that model the rock. */
function textureRange(canvas: Canvas, studio: Studio, range: Range, index: number): void {
  const { random, noise, size } = studio;
  for (const place of scatter(size, size, 12, random)) {
    const depth = place.y - ridgeAt(studio, range, index, place.x);
    if (depth < 3 || depth > 130 || random.next() > 1.25 - depth / 140) continue;
    const fall = (x: number, y: number): number =>
      Math.PI * (0.36 + 0.28 * noise.at(x / 90 + index * 9, y / 90)) + (noise.at(x / 200, index) > 0 ? 0 : 0.6);
    const path = followFlow(place, fall, random.range(12, 52), 3);
    const opacity = range.darkness * random.range(0.35, 0.95) * smoothstep(140, 30, depth);
    brushStroke(canvas, path, { halfWidth: tapered(random.range(1.5, 6)), color: ink, bristle: 1.1, dryness: 1, opacity }, noise);
  }
}

function bamboo(canvas: Canvas, studio: Studio, x: number, lean: number): void {
  const { random, noise } = studio;
  for (let y = 790; y > -60;) {
    const length = random.range(70, 105);
    const path = smoothCurve([point(x + (790 - y) * lean, y), point(x + (790 - y + length) * lean, y - length + 5)], 10);
    brushStroke(canvas, path, { halfWidth: 8, color: ink, streak: wash, bristle: 1.6, dryness: 0.75, opacity: 0.9 }, noise);
    if (random.next() > 0.25) leaves(canvas, studio, path[0]);
    y -= length;
  }
}

function leaves(canvas: Canvas, { random, noise }: Studio, from: Point): void {
  const side = random.range(0.1, 1.2);
  for (let leaf = 0; leaf < 5; leaf++) {
    const angle = side + random.range(-0.6, 0.7);
    const path = followFlow(from, (px, py) => angle + (px + py - from.x - from.y) / 420, random.range(55, 125), 4);
    const color = mixRgb(ink, wash, random.range(0, 0.5));
    brushStroke(canvas, path, { halfWidth: tapered(random.range(6, 10), 0.8), color, bristle: 1.2, dryness: 0.7, opacity: 0.92 }, noise);
  }
}
