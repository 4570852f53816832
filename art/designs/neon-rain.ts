import { Canvas } from '../toolkit/canvas';
import { gradient, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { fillPolygon } from '../toolkit/fill';
import { point, type Point } from '../toolkit/geometry';
import { clamp, smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';
import { traceStroke } from '../toolkit/stroke';

const dusk = palette('#120a33', '#2a1260', '#5c1a7d', '#b52f86', '#ff7a6b');
const neons = palette('#ff2d8a', '#19e3ff', '#ffb02e', '#8d5bff', '#3dffb0', '#ff5a3c');
const vanishing = point(400, 430);
const street = 440;

export const design: Design = {
  id: 'neon-rain',
  name: 'Neon rain',
  description: 'A wet city street at night: neon lines, light trails, bokeh and rain on glass.',
  group: 'modern',
  seed: 181,
  draw(studio) {
    const { size, noise } = studio;
    const canvas = new Canvas(size, size, (_, y) => gradient(dusk, y / street));
    for (const row of [0, 1, 2]) buildTowers(canvas, studio, row);
    hangSigns(canvas, studio);
    reflect(canvas, studio);
    drawTrails(canvas, studio);
    scatterBokeh(canvas, studio);
    rain(canvas, studio);
    canvas.shade((x, y, color) => scaleRgb(color, 1 + noise.at(x / 1.6, y / 1.6) * 0.07));
    return canvas;
  },
};

/** A glowing tube: white core, coloured body, wide halo. */
function tube(canvas: Canvas, path: readonly Point[], color: Rgb, core: number, halo: number, power = 1): void {
  traceStroke(canvas, path, halo, ({ x, y, across }) => {
    const away = Math.abs(across) * halo;
    canvas.glow(x, y, color, power * (0.5 * (1 - Math.abs(across)) ** 3 + 0.9 * smoothstep(core + 1.4, core, away)));
    canvas.glow(x, y, [1, 1, 1], power * 0.75 * smoothstep(core * 0.75, 0, away));
  });
}

function buildTowers(canvas: Canvas, { random }: Studio, row: number): void {
  for (let x = -20; x < 780;) {
    const width = random.range(44, 96);
    const gap = Math.abs(x + width / 2 - vanishing.x) / 400;
    const top = street - (70 + row * 60 + gap * (190 + row * 60)) * random.range(0.7, 1.15);
    const wall = mixRgb(dusk[3 - row], dusk[0], 0.35 + row * 0.25);
    if (row < 2 || gap > 0.34) {
      fillPolygon(canvas, [point(x, top), point(x + width, top), point(x + width, street), point(x, street)], (_, y) =>
        mixRgb(wall, dusk[3], smoothstep(street - 150, street, y) * 0.3),
      );
      lightWindows(canvas, random.next, x, top, width, row);
    }
    x += width * random.range(0.85, 1.2);
  }
}

function lightWindows(canvas: Canvas, next: () => number, left: number, top: number, width: number, row: number): void {
  const pitch = 8 + row * 2.5;
  const tint = neons[Math.floor(next() * neons.length)];
  for (let y = top + 8; y < street - 6; y += pitch * 1.2) {
    for (let x = left + 6; x < left + width - 7; x += pitch) {
      if (next() > 0.5) continue;
      const color = mixRgb(mixRgb([1, 0.86, 0.55], tint, next() * 0.7), dusk[0], next() * 0.6);
      fillPolygon(
        canvas,
        [point(x, y), point(x + pitch * 0.55, y), point(x + pitch * 0.55, y + pitch * 0.7), point(x, y + pitch * 0.7)],
        color,
      );
    }
  }
}

function hangSigns(canvas: Canvas, { random }: Studio): void {
  for (let count = 0; count < 58; count++) {
    const side = random.next() < 0.5 ? -1 : 1;
    const x = vanishing.x + side * random.range(60, 390);
    const y = random.range(120, street - 30);
    const color = random.pick(neons);
    const reach = random.range(14, 46);
    sign(canvas, random.index(4), x, y, reach, color);
  }
}

function sign(canvas: Canvas, kind: number, x: number, y: number, reach: number, color: Rgb): void {
  const box = [point(x, y), point(x + reach * 0.55, y), point(x + reach * 0.55, y + reach * 1.7), point(x, y + reach * 1.7), point(x, y)];
  const circle = Array.from({ length: 31 }, (_, index) =>
    point(x + reach * 0.6 * Math.cos(index / 4.77), y + reach * 0.6 * Math.sin(index / 4.77)),
  );
  const zigzag = Array.from({ length: 7 }, (_, index) => point(x + (index % 2) * reach * 0.5, y + index * reach * 0.3));
  const bars = [point(x, y), point(x + reach * 1.5, y)];
  tube(canvas, [box, circle, zigzag, bars][kind], color, 2.4, 24);
  if (kind === 3)
    tube(
      canvas,
      bars.map((place) => point(place.x, place.y + 10)),
      color,
      2,
      14,
    );
  if (kind === 0)
    tube(canvas, [point(x + reach * 0.27, y + 8), point(x + reach * 0.27, y + reach * 1.7 - 8)], mixRgb(color, [1, 1, 1], 0.4), 1.6, 9);
}

/** The wet street mirrors the city, broken into horizontal ripples. */
function reflect(canvas: Canvas, { noise, size }: Studio): void {
  const above = new Canvas(size, size, (x, y) => canvas.at(x, y));
  canvas.shade((x, y, color) => {
    if (y < street) return color;
    const depth = y - street;
    const ripple = noise.fractal(x / 60, y / (3 + depth * 0.025), 3) * (4 + depth * 0.13);
    let sum: Rgb = [0, 0, 0];
    for (const drift of [-14, -4, 4, 14, 28]) {
      const seen = above.at(clamp(x + ripple, 0, size - 1), clamp(street - depth * 1.15 + drift + ripple * 2, 0, street - 1));
      sum = [sum[0] + seen[0] / 5, sum[1] + seen[1] / 5, sum[2] + seen[2] / 5];
    }
    return scaleRgb(mixRgb(sum, dusk[0], 0.18 + 0.25 * smoothstep(-0.1, 0.3, noise.fractal(x / 150, y / 14, 3))), 1.12);
  });
}

function drawTrails(canvas: Canvas, { random }: Studio): void {
  for (let count = 0; count < 34; count++) {
    const target = random.range(-500, 1300);
    const color =
      target < vanishing.x ? random.pick([neons[5], neons[0], neons[2]]) : random.pick([neons[1], neons[3], [1, 0.95, 0.8] as Rgb]);
    const path = Array.from({ length: 14 }, (_, step) => {
      const t = (step / 13) ** 2;
      return point(vanishing.x + (target - vanishing.x) * t, street + 4 + (800 - street) * t);
    });
    tube(canvas, path, color, 1.3, 11, random.range(0.35, 0.8));
  }
}

function scatterBokeh(canvas: Canvas, { random, size }: Studio): void {
  for (const place of scatter(size, size, 62, random, 20)) {
    if (random.next() < 0.25) continue;
    const radius = random.range(7, 30);
    const color = random.pick(neons);
    const power = random.range(0.1, 0.42);
    for (let y = Math.floor(place.y - radius); y <= place.y + radius; y++) {
      for (let x = Math.floor(place.x - radius); x <= place.x + radius; x++) {
        const away = Math.sqrt((x - place.x) ** 2 + (y - place.y) ** 2);
        canvas.glow(x, y, color, power * clamp(radius - away) * (0.6 + 0.7 * smoothstep(radius * 0.6, radius, away)));
      }
    }
  }
}

function rain(canvas: Canvas, { random, size }: Studio): void {
  for (const place of scatter(size, size, 17, random, 10)) {
    const length = random.range(8, 46);
    const path = [place, point(place.x - length * 0.16, place.y + length)];
    const power = random.range(0.1, 0.34);
    traceStroke(canvas, path, 0.9, ({ x, y, coverage, progress }) => canvas.glow(x, y, [0.75, 0.85, 1], coverage * power * progress));
  }
}
