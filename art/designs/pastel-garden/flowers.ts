import type { Canvas } from '../../toolkit/canvas';
import { chalk } from '../../toolkit/chalk';
import { gradient, jitter, mixRgb, palette, type Rgb } from '../../toolkit/color';
import type { Studio } from '../../toolkit/design';
import { point, polar, type Point } from '../../toolkit/geometry';
import { clamp } from '../../toolkit/noise';

type Draw = (canvas: Canvas, studio: Studio, place: Point, size: number, tones: readonly Rgb[], light: number) => void;

interface Kind {
  readonly draw: Draw;
  /** From the shaded side to the lit one. */
  readonly tones: readonly Rgb[];
}

const kinds: readonly Kind[] = [
  { draw: drawRose, tones: palette('#8a2f63', '#d65a86', '#f79aae', '#ffd9d2') },
  { draw: drawSpike, tones: palette('#37318f', '#5f63c8', '#9a9aea', '#d9d6ff') },
  { draw: drawDaisy, tones: palette('#8d90c4', '#d5d3ea', '#fff6e6', '#fffdf4') },
  { draw: drawRose, tones: palette('#8f1f3a', '#d13a3f', '#f5704f', '#ffb48a') },
  { draw: drawIris, tones: palette('#3f2a86', '#7547b8', '#ad7fdc', '#e6c7f4') },
  { draw: drawSpike, tones: palette('#8f3f86', '#cf6fae', '#f3a9cb', '#ffe0ea') },
  { draw: drawDaisy, tones: palette('#b5702a', '#f0a63a', '#ffd25f', '#fff0b0') },
];

/** Plants of one kind stand together; now and then another has strayed among them. */
export function drawFlower(canvas: Canvas, studio: Studio, root: Point, size: number, light: number): void {
  const { random, noise } = studio;
  const drift = noise.fractal(root.x / 150 + 9, root.y / 80 + 3, 2) + (root.x < 400 ? 0.12 : -0.12);
  const drifted = Math.floor(clamp(0.5 + drift * 1.2, 0, 0.999) * kinds.length);
  const { draw, tones } = random.next() < 0.1 ? random.pick(kinds) : kinds[drifted];
  draw(canvas, studio, point(root.x, root.y - size * random.range(0.8, 2)), size * random.range(0.75, 1.25), tones, light);
}

function tone(tones: readonly Rgb[], amount: number, { random }: Studio): Rgb {
  return jitter(gradient(tones, clamp(amount)), 0.05, random);
}

/** Curled dabs from the dark outside to the light heart. */
function drawRose(canvas: Canvas, studio: Studio, place: Point, size: number, tones: readonly Rgb[], light: number): void {
  const { random } = studio;
  for (let petal = 0; petal < 11; petal++) {
    const reach = size * (1 - petal / 12);
    const turn = petal * 2.4 + random.range(-0.3, 0.3);
    const arc = [-0.7, -0.35, 0, 0.35, 0.7].map((step) => {
      const around = polar(point(0, 0), reach * 0.72, turn + step);
      return point(place.x + around.x, place.y + around.y * 0.85);
    });
    const facing = 0.3 - 0.28 * Math.sin(turn) + petal * 0.035 + light * 0.3;
    chalk(canvas, studio, arc, Math.max(1.1, size * 0.19), tone(tones, facing, studio), 0.95);
  }
}

function drawDaisy(canvas: Canvas, studio: Studio, place: Point, size: number, tones: readonly Rgb[], light: number): void {
  const { random } = studio;
  const petals = 8 + random.index(4);
  const squash = random.range(0.55, 0.95);
  const tilt = random.range(0, 6);
  const spoke = (angle: number, reach: number): Point =>
    point(place.x + Math.cos(angle) * reach, place.y + Math.sin(angle) * reach * squash);
  for (let petal = 0; petal < petals; petal++) {
    const angle = tilt + (petal / petals) * 2 * Math.PI;
    const path = [spoke(angle, size * 0.28), spoke(angle + 0.08, size * random.range(0.85, 1.1))];
    chalk(canvas, studio, path, Math.max(0.9, size * 0.13), tone(tones, 0.35 - 0.25 * Math.sin(angle) + light * 0.45, studio), 1);
  }
  const heart = [point(place.x - size * 0.1, place.y), point(place.x + size * 0.1, place.y)];
  chalk(canvas, studio, heart, Math.max(1, size * 0.2), mixRgb([0.9, 0.6, 0.15], [0.5, 0.25, 0.2], random.range(0, 0.6)), 1.05);
}

/** Three standards above, three falls below with a yellow beard. */
function drawIris(canvas: Canvas, studio: Studio, place: Point, size: number, tones: readonly Rgb[], light: number): void {
  for (const [angle, reach, amount] of [
    [1.0, 1, 0.15],
    [2.2, 1, 0.25],
    [1.6, 1.1, 0.4],
    [-2.1, 0.9, 0.55],
    [-1.0, 0.9, 0.45],
    [-1.57, 1.05, 0.75],
  ]) {
    const path = [0.1, 0.4, 0.75, 1].map((step) =>
      polar(place, size * reach * step, angle + (step - 0.5) * 0.5 * Math.sign(Math.cos(angle))),
    );
    chalk(
      canvas,
      studio,
      path,
      (progress) => Math.max(1, size * 0.26 * Math.sin(0.5 + progress * 2.3)),
      tone(tones, amount + light * 0.25, studio),
      0.95,
    );
  }
  chalk(canvas, studio, [place, point(place.x, place.y + size * 0.4)], Math.max(0.8, size * 0.09), [1, 0.82, 0.3], 1);
}

/** A column of bells that get smaller upward. */
function drawSpike(canvas: Canvas, studio: Studio, place: Point, size: number, tones: readonly Rgb[], light: number): void {
  const { random } = studio;
  const lean = random.range(-0.18, 0.18);
  for (let bell = 0; bell < 13; bell++) {
    const climb = bell / 13;
    const half = size * 0.5 * (1 - climb * 0.75);
    const middle = point(place.x + lean * climb * size * 4 + random.range(-half, half), place.y + size - climb * size * 3.6);
    const path = [middle, point(middle.x + half * random.range(-0.3, 0.3), middle.y + half * 0.8)];
    const facing = 0.35 + (place.x - middle.x) / (size * 2) + light * 0.35 + random.range(-0.15, 0.15);
    chalk(canvas, studio, path, Math.max(0.9, size * 0.2 * (1 - climb * 0.5)), tone(tones, facing, studio), 0.95);
  }
}
