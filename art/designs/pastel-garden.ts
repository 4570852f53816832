import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { followFlow, point, polar, smoothCurve, type Point } from '../toolkit/geometry';
import { clamp, smoothstep } from '../toolkit/noise';
import { tooth } from '../toolkit/paper';
import { scatter } from '../toolkit/scatter';
import { traceStroke } from '../toolkit/stroke';

const paper = palette('#2a2a3c')[0];
const sky = palette('#3f8fd6', '#7cc3ea', '#c9e7ef', '#ffd9c2');
const greens = palette('#0f5c4a', '#1f8a55', '#6cbf4a', '#c3dc52', '#2f6fa0');
const blooms = palette('#ff5d5d', '#ff9a3d', '#ffd84a', '#ff86b8', '#c86be0', '#ffffff', '#7f8cff');

export const design: Design = {
  id: 'pastel-garden',
  name: 'Pastel garden',
  description: 'Loose scribbles of soft pastel on dark toothed paper: a summer flower bed.',
  seed: 151,
  draw(studio) {
    const { size, noise, random } = studio;
    const canvas = new Canvas(size, size, (x, y) => scaleRgb(paper, 1 + 0.16 * tooth(noise, x, y)));
    for (const place of random.shuffle(scatter(size, size, 24, random, 20))) hatch(canvas, studio, place);
    for (const place of scatter(size, 470, 34, random, 0)) stalk(canvas, studio, point(place.x, place.y + 320));
    const beds = scatter(size, size, (_, y) => 26 + (y - 260) * 0.08, random, 20, 66).filter(({ y }) => y > 280);
    for (const place of [...beds].sort((a, b) => a.y - b.y)) bloom(canvas, studio, place);
    return canvas;
  },
};

/** Chalk stays on the high places of the paper; pressure reaches deeper. */
function chalk(canvas: Canvas, { noise }: Studio, path: Point[], halfWidth: number, color: Rgb, pressure: number): void {
  traceStroke(canvas, path, halfWidth, ({ x, y, across, coverage }) => {
    const edge = 1 - 0.55 * across * across;
    const grip = smoothstep(0.55, 0.05, 0.5 - tooth(noise, x, y) * 0.62 - (pressure - 0.5) * edge);
    canvas.blend(x, y, color, coverage * grip * 0.92);
  });
}

/** A patch of to-and-fro strokes in the colour of the place. */
function hatch(canvas: Canvas, studio: Studio, place: Point): void {
  const { random, noise } = studio;
  const isSky = place.y < 285 + 40 * noise.at(place.x / 90, 3);
  const angle = isSky ? -0.35 + noise.at(place.x / 160, place.y / 160) * 0.8 : 1.2 + noise.at(place.x / 120, place.y / 120) * 1.4;
  const color = jitter(isSky ? skyColor(studio, place) : groundColor(studio, place), 0.09, random);
  const reach = random.range(18, 38);
  const turns = Array.from({ length: 9 }, (_, index) => {
    const middle = polar(place, (index - 4) * 5, angle + Math.PI / 2);
    return polar(middle, (index % 2 ? reach : -reach) * random.range(0.7, 1.1), angle);
  });
  chalk(canvas, studio, smoothCurve(turns, 7), random.range(2.2, 3.6), color, random.range(0.55, 0.9));
}

function skyColor({ noise }: Studio, { x, y }: Point): Rgb {
  const cloud = smoothstep(0.1, 0.3, noise.fractal(x / 150, y / 70, 3));
  return cloud > 0.5 ? sky[y > 190 ? 3 : 2] : gradient(sky, y / 360);
}

function groundColor({ noise }: Studio, { x, y }: Point): Rgb {
  return gradient(greens, clamp(0.42 + noise.fractal(x / 80, y / 60, 3) + (400 - y) / 1500));
}

function stalk(canvas: Canvas, studio: Studio, from: Point): void {
  const { random, noise } = studio;
  const lean = -Math.PI / 2 + random.range(-0.5, 0.5);
  const path = followFlow(from, (x, y) => lean + noise.at(x / 60, y / 60) * 0.7, random.range(40, 110), 5);
  chalk(canvas, studio, path, random.range(1.6, 3.2), jitter(random.pick(greens), 0.12, random), 0.9);
}

function bloom(canvas: Canvas, studio: Studio, place: Point): void {
  const { random } = studio;
  const size = (13 + (place.y - 260) * 0.035) * random.range(0.7, 1.35);
  const color = random.pick(blooms);
  if (random.next() < 0.55) daisy(canvas, studio, place, size, color);
  else spiral(canvas, studio, place, size, color);
}

function daisy(canvas: Canvas, studio: Studio, place: Point, size: number, color: Rgb): void {
  const { random } = studio;
  const petals = 7 + random.index(5);
  const turn = random.range(0, 6);
  for (let petal = 0; petal < petals; petal++) {
    const angle = turn + (petal / petals) * 2 * Math.PI;
    const path = [polar(place, size * 0.35, angle), polar(place, size * random.range(1.2, 1.6), angle + 0.15)];
    chalk(canvas, studio, path, size * 0.24, jitter(color, 0.12, random), 1.05);
  }
  scribbleRound(canvas, studio, place, size * 0.42, jitter(random.pick([blooms[2], blooms[1], greens[0]]), 0.08, random));
}

function spiral(canvas: Canvas, studio: Studio, place: Point, size: number, color: Rgb): void {
  scribbleRound(canvas, studio, place, size * 1.35, scaleRgb(color, 0.72));
  scribbleRound(canvas, studio, point(place.x - size * 0.12, place.y - size * 0.15), size * 0.95, jitter(color, 0.1, studio.random));
}

function scribbleRound(canvas: Canvas, studio: Studio, place: Point, radius: number, color: Rgb): void {
  const { random } = studio;
  const squash = random.range(0.75, 1);
  const path = Array.from({ length: 60 }, (_, index) => {
    const reach = radius * (index / 60) * random.range(0.93, 1.07);
    const around = polar(point(0, 0), reach, index * 0.52);
    return point(place.x + around.x, place.y + around.y * squash);
  });
  chalk(canvas, studio, path, Math.max(1.4, radius * 0.13), color, 0.95);
}
