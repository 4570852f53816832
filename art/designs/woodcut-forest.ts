import { Canvas } from '../toolkit/canvas';
import { mixRgb, palette, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { distance, followFlow, point, type Point } from '../toolkit/geometry';
import { clamp, mix, smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';
import { strokePath } from '../toolkit/stroke';

const paper = palette('#f0e6cf')[0];
const ink = palette('#17130f')[0];
const red = palette('#c8381f')[0];
const ochre = palette('#e0a23c')[0];
const sunCenter = point(500, 235);
const sunRadius = 108;

interface Trunk {
  readonly x: number;
  readonly halfWidth: number;
  readonly lean: number;
}

export const design: Design = {
  id: 'woodcut-forest',
  name: 'Woodcut forest',
  description: 'Black woodcut with gouged lines: bare trunks, a red sun, a rutted field.',
  group: 'drawing',
  seed: 47,
  draw(studio) {
    const block = new Canvas(studio.size, studio.size, [0, 0, 0]);
    const trunks = plantTrunks(studio);
    carve(block, studio, trunks);
    const { noise } = studio;
    return new Canvas(studio.size, studio.size, (x, y) => {
      const carved = smoothstep(0.35, 0.65, block.at(x, y)[0]);
      const worn = smoothstep(0.52, 0.7, noise.fractal(x / 2.3, y / 16, 2) + 0.42 * noise.fractal(x / 60, y / 60, 2));
      return mixRgb(ink, background(studio, x, y), clamp(carved + worn * 0.8));
    });
  },
};

function plantTrunks({ random }: Studio): Trunk[] {
  return [40, 150, 238, 345, 610, 705].map((x) => ({ x, halfWidth: random.range(13, 27), lean: random.range(-0.08, 0.08) }));
}

const horizon = (studio: Studio, x: number): number => 500 + studio.noise.fractal(x / 260, 7, 2) * 70;

function background(studio: Studio, x: number, y: number): Rgb {
  const tint = mixRgb(paper, [1, 1, 1], studio.noise.fractal(x / 90, y / 90, 3) * 0.12);
  if (distance(point(x, y), sunCenter) < sunRadius) return red;
  return y > horizon(studio, x) ? mixRgb(ochre, tint, smoothstep(480, 800, y)) : tint;
}

/** Gouges are the white lines that the printing ink does not reach. */
function carve(block: Canvas, studio: Studio, trunks: Trunk[]): void {
  const { random, size } = studio;
  const places = scatter(size, size, 8.5, random, 10);
  for (const place of places) {
    const trunk = trunks.find(
      ({ x, halfWidth, lean }) => Math.abs(place.x - x - lean * (place.y - 400)) < halfWidth && place.y < horizon(studio, x) + 60,
    );
    const light = trunk ? trunkLight(place, trunk) : lightAt(studio, place);
    if (light < 0.12) continue;
    const angle = trunk ? barkAngle(studio, trunk) : (x: number, y: number): number => angleAt(studio, x, y);
    gouge(block, studio, followFlow(place, angle, random.range(10, 30) * (0.4 + light), 3), mix(0.8, 3.6, light));
  }
}

function gouge(block: Canvas, { random }: Studio, path: Point[], halfWidth: number): void {
  const skew = random.range(0.5, 0.9);
  strokePath(block, path, (progress) => halfWidth * smoothstep(0, skew, progress) * smoothstep(1.02, 0.9, progress), [1, 1, 1]);
}

function trunkLight(place: Point, { x, halfWidth, lean }: Trunk): number {
  const across = (place.x - x - lean * (place.y - 400)) / halfWidth;
  return smoothstep(0.1, 0.9, across) * 0.5;
}

function barkAngle({ noise }: Studio, { lean }: Trunk): (x: number, y: number) => number {
  return (x, y) => Math.PI / 2 - lean + noise.at(x / 20, y / 30) * 0.5;
}

function lightAt(studio: Studio, place: Point): number {
  const toSun = distance(place, sunCenter);
  if (toSun < sunRadius - 4) return 1.3;
  if (toSun < sunRadius + 9) return 0;
  if (place.y > horizon(studio, place.x)) return fieldLight(studio, place);
  const rays = 0.5 + 0.5 * Math.cos(Math.atan2(place.y - sunCenter.y, place.x - sunCenter.x) * 28);
  return clamp(1.15 - (toSun - sunRadius) / 560 - rays * 0.35);
}

function fieldLight(studio: Studio, place: Point): number {
  const depth = place.y - horizon(studio, place.x);
  if (depth < 6) return 0;
  const furrow = Math.cos((place.x - 420) / (6 + depth * 0.16));
  return clamp(0.55 + furrow * 0.5 + studio.noise.at(place.x / 30, place.y / 30) * 0.3);
}

function angleAt(studio: Studio, x: number, y: number): number {
  if (y > horizon(studio, x)) return Math.atan2(y - 380, x - 420) + studio.noise.at(x / 50, y / 50) * 0.3;
  if (distance(point(x, y), sunCenter) < sunRadius) return 0.5 + studio.noise.at(x / 60, y / 60);
  return Math.atan2(y - sunCenter.y, x - sunCenter.x) + studio.noise.at(x / 70, y / 70) * 0.35;
}
