import { Canvas } from '../toolkit/canvas';
import { mixRgb, palette, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { blob, fillDisc, fillPolygon } from '../toolkit/fill';
import { point, polar, ring, type Point } from '../toolkit/geometry';
import { clamp, smoothstep } from '../toolkit/noise';
import { fibres } from '../toolkit/paper';
import { strokePath } from '../toolkit/stroke';

const paper = palette('#f7ecd2')[0];
const black: Rgb = [0.06, 0.05, 0.09];
const burst = point(430, 330);

/** One printing ink: its screen is turned so that the dots of two inks do not coincide. */
interface Screen {
  readonly channel: 0 | 1 | 2;
  readonly ink: Rgb;
  readonly angle: number;
  /** Misregistration in pixels. */
  readonly shift: Point;
}

const pitch = 11;
const screens: Screen[] = [
  { channel: 2, ink: [1, 0.86, 0.05], angle: 0, shift: point(0, 0) },
  { channel: 1, ink: [0.93, 0.1, 0.45], angle: 1.31, shift: point(1.5, -1) },
  { channel: 0, ink: [0.05, 0.6, 0.88], angle: 0.26, shift: point(-1.5, 1) },
];

export const design: Design = {
  id: 'halftone-comic',
  name: 'Halftone comic',
  description: 'Pop print: an explosion in coarse dots of cyan, magenta and yellow with bold black lines.',
  seed: 97,
  draw(studio) {
    const { size, noise } = studio;
    const art = paintArt(studio);
    const canvas = new Canvas(size, size, (x, y) => mixRgb(paper, [0.85, 0.75, 0.6], Math.abs(fibres(noise, x, y)) * 0.25));
    for (const screen of screens) print(canvas, art, screen);
    drawLines(canvas, studio);
    canvas.shade((x, y, color) => mixRgb(color, paper, smoothstep(0.55, 0.8, noise.at(x / 2.2, y / 2.2)) * 0.35));
    return canvas;
  },
};

/** The drawing before it is screened, in continuous tone. */
function paintArt({ size, random }: Studio): Canvas {
  const art = new Canvas(size, size, (x, y) => rayColor(x, y));
  for (const cloud of smoke(random.range)) fillPolygon(art, cloud.outline, (x, y) => cloudTone(cloud.center, x, y));
  fillPolygon(art, star(300, 190, 17, 0.1), [0.85, 0.12, 0.2]);
  fillPolygon(art, star(250, 150, 17, 0.1), (x, y) => mixRgb([1, 0.85, 0.1], [1, 0.45, 0.1], fromBurst(x, y) / 240));
  fillPolygon(art, star(150, 80, 13, 0.4), (x, y) => mixRgb([1, 1, 0.95], [1, 0.85, 0.2], fromBurst(x, y) / 130));
  return art;
}

const fromBurst = (x: number, y: number): number => Math.sqrt((x - burst.x) ** 2 + (y - burst.y) ** 2);

function rayColor(x: number, y: number): Rgb {
  const angle = Math.atan2(y - burst.y, x - burst.x);
  const isRay = Math.cos(angle * 14 + 0.6) > 0;
  const fade = clamp(fromBurst(x, y) / 620);
  return isRay ? mixRgb([0.35, 0.85, 1], [0.1, 0.3, 0.85], fade) : mixRgb([0.98, 0.95, 0.9], [0.55, 0.85, 1], fade);
}

function cloudTone(center: Point, x: number, y: number): Rgb {
  return mixRgb([1, 0.98, 0.95], [0.75, 0.45, 0.8], smoothstep(-30, 80, x - center.x + (y - center.y) * 1.5));
}

function star(outer: number, inner: number, spikes: number, turn: number): Point[] {
  return Array.from({ length: spikes * 2 }, (_, index) => {
    const uneven = 1 + 0.16 * Math.sin(index * 2.4);
    return polar(burst, (index % 2 ? inner : outer) * uneven, turn + (index / spikes) * Math.PI);
  });
}

function smoke(range: (low: number, high: number) => number): { center: Point; outline: Point[] }[] {
  return [point(120, 640), point(255, 705), point(420, 680), point(585, 710), point(700, 630), point(70, 750), point(770, 760)].map(
    (center) => {
      const bumps = range(6, 9);
      return { center, outline: blob(center, range(90, 125), (angle) => 0.13 * Math.abs(Math.sin((angle * Math.round(bumps)) / 2)), 96) };
    },
  );
}

function print(canvas: Canvas, art: Canvas, { channel, ink, angle, shift }: Screen): void {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const reach = Math.ceil((canvas.width * 1.5) / pitch);
  for (let row = -reach; row <= reach; row++) {
    for (let column = -reach; column <= reach; column++) {
      const x = (column * cos - row * sin) * pitch;
      const y = (column * sin + row * cos) * pitch;
      if (x < -pitch || y < -pitch || x > canvas.width + pitch || y > canvas.height + pitch) continue;
      const density = 1 - art.at(x, y)[channel];
      if (density > 0.04) stampDot(canvas, point(x + shift.x, y + shift.y), pitch * 0.74 * Math.sqrt(density), ink);
    }
  }
}

function stampDot(canvas: Canvas, center: Point, radius: number, ink: Rgb): void {
  for (let y = Math.floor(center.y - radius); y <= center.y + radius + 1; y++) {
    for (let x = Math.floor(center.x - radius); x <= center.x + radius + 1; x++) {
      const away = Math.sqrt((x + 0.5 - center.x) ** 2 + (y + 0.5 - center.y) ** 2);
      canvas.glaze(x, y, ink, clamp(radius + 0.5 - away));
    }
  }
}

function drawLines(canvas: Canvas, studio: Studio): void {
  const { random } = studio;
  const closed = (outline: Point[]): Point[] => [...outline, outline[0]];
  strokePath(canvas, closed(star(300, 190, 17, 0.1)), 5, black);
  strokePath(canvas, closed(star(250, 150, 17, 0.1)), 3, black);
  strokePath(canvas, closed(star(150, 80, 13, 0.4)), 3.5, black);
  for (let line = 0; line < 90; line++) speedLine(canvas, random.range(0, 2 * Math.PI), random.range(330, 470), random.range(1, 5));
  for (let debris = 0; debris < 46; debris++) {
    const place = polar(burst, random.range(300, 520), random.range(0, 2 * Math.PI));
    fillDisc(canvas, place, random.range(3, 11), black);
    fillPolygon(canvas, ring(point(place.x - 1, place.y - 1), random.range(2, 7), 5), [1, 0.85, 0.15]);
  }
  outlineSmoke(canvas, studio);
}

function speedLine(canvas: Canvas, angle: number, from: number, halfWidth: number): void {
  strokePath(canvas, [polar(burst, from, angle), polar(burst, 900, angle)], (progress) => 0.4 + halfWidth * progress, black);
}

/** Clouds cover the lines behind them, so they are printed again on top. */
function outlineSmoke(canvas: Canvas, studio: Studio): void {
  for (const { outline, center } of smoke(studio.random.range)) {
    fillPolygon(canvas, outline, (x, y) => cloudDots(center, x, y));
    strokePath(canvas, [...outline, outline[0]], 4.5, black);
  }
}

function cloudDots(center: Point, x: number, y: number): Rgb {
  const shade = 1 - cloudTone(center, x, y)[1];
  const u = ((x + y) / pitch / 1.41) % 1;
  const v = ((x - y + 1000 * pitch * 1.41) / pitch / 1.41) % 1;
  const away = Math.sqrt((u - 0.5) ** 2 + (v - 0.5) ** 2);
  return mixRgb(paper, [0.55, 0.2, 0.65], smoothstep(0.05, -0.05, away - Math.sqrt(shade) * 0.72));
}
