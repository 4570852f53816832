import { Canvas } from '../toolkit/canvas';
import { gradient, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { fillDisc, fillPolygon } from '../toolkit/fill';
import { point, polar, ring, smoothCurve, type Point } from '../toolkit/geometry';
import { clamp } from '../toolkit/noise';
import { tooth } from '../toolkit/paper';
import { strokePath, tapered } from '../toolkit/stroke';

const air = palette('#f6e3b8', '#eec891', '#d79a78', '#8fa68d', '#3f6f70');
const petals = palette('#fff4dc', '#f9cfa8', '#ec8f72', '#b94a4e', '#6f2440');
const leaf = palette('#c9cf86', '#86a85f', '#3f7a55', '#1d4d48');
const hair = palette('#e9b65a', '#b9682f', '#6d2f22');
const ink = palette('#2a1a1c')[0];
const gold = palette('#d9a441')[0];
const halo = point(384, 318);

export const design: Design = {
  id: 'nouveau-lilies',
  name: 'Nouveau lilies',
  description: 'Whiplash curves, lilies and flowing ribbons about a halo, in ink outline and muted gold.',
  group: 'drawing',
  seed: 239,
  draw(studio) {
    const { size, noise } = studio;
    const canvas = new Canvas(size, size, (x, y) => gradient(air, y / size + noise.fractal(x / 160, y / 160, 3) * 0.25));
    drawHalo(canvas);
    for (const mirrored of [false, true]) {
      const side = (x: number, y: number): Point => point(mirrored ? size - x : x, y);
      for (let ribbon = 0; ribbon < 11; ribbon++) drawRibbon(canvas, studio, ribbon, side);
      drawStems(canvas, studio, side);
    }
    centralLily(canvas, studio);
    drawFrame(canvas, size);
    canvas.shade((x, y, color) => scaleRgb(color, 1 + 0.05 * tooth(noise, x, y) + noise.fractal(x / 6, y / 30, 2) * 0.04));
    return canvas;
  },
};

type Side = (x: number, y: number) => Point;

function outlined(canvas: Canvas, path: readonly Point[], halfWidth: (progress: number) => number, color: Rgb): void {
  strokePath(canvas, path, (progress) => halfWidth(progress) + 1.9, ink);
  strokePath(canvas, path, halfWidth, color);
}

function drawHalo(canvas: Canvas): void {
  fillDisc(canvas, halo, 262, ink);
  fillDisc(canvas, halo, 259, gold);
  fillDisc(canvas, halo, 238, ink);
  fillDisc(canvas, halo, 236, (x, y) => gradient([air[0], air[1], air[4]], Math.sqrt((x - halo.x) ** 2 + (y - halo.y) ** 2) / 236));
  for (let index = 0; index < 48; index++) {
    const place = polar(halo, 248.5, (index / 48) * 6.2832);
    fillDisc(canvas, place, 7.5, ink);
    fillDisc(canvas, place, 5.8, index % 3 ? petals[2] : leaf[2]);
    fillDisc(canvas, place, 2.2, air[0]);
  }
  for (let arc = 0; arc < 26; arc++) {
    const radius = 34 + arc * 7.8;
    strokePath(canvas, [...ring(halo, radius, 80), polar(halo, radius, 0)], 0.9 + 0.8 * (arc % 2), arc % 2 ? air[2] : air[4], 0.6);
  }
  for (let ray = 0; ray < 64; ray++) {
    const angle = (ray / 64) * 6.2832;
    strokePath(canvas, [polar(halo, 150 + (ray % 2) * 30, angle), polar(halo, 228, angle)], tapered(2.2), ray % 2 ? gold : petals[2]);
  }
}

/** Flowing bands, like hair or smoke, that sweep out and curl at the end. */
function drawRibbon(canvas: Canvas, { random }: Studio, index: number, side: Side): void {
  const spread = index * 21;
  const end = point(58 + (index % 4) * 42, 150 + index * 52);
  const curl = 22 + (index % 3) * 9;
  const turnedEnd = Array.from({ length: 14 }, (_, step) => polar(end, curl * (1 - step / 16), 0.2 - step * 0.6));
  const path = smoothCurve(
    [
      point(384, 700 + spread * 0.4),
      point(330 - spread * 0.3, 735 - spread * 0.2),
      point(230 - spread * 0.5, 660 - spread * 0.2),
      point(215 - spread * 0.7, 480 + spread * 0.5),
      point(end.x + curl + 8, end.y + 90),
      ...turnedEnd,
    ],
    7,
  );
  const mirrored = path.map(({ x, y }) => side(x, y));
  outlined(canvas, mirrored, (t) => 1.5 + 7 * Math.sin(Math.PI * clamp(t * 1.05)) ** 0.7, gradient(hair, random.next()));
  strokePath(
    canvas,
    mirrored.map(({ x, y }) => point(x - 2.5, y - 2.5)),
    (t) => 0.5 + 1.5 * Math.sin(Math.PI * t),
    mixRgb(hair[0], air[0], 0.5),
  );
}

function drawStems(canvas: Canvas, studio: Studio, side: Side): void {
  const stems: Point[][] = [
    [point(384, 780), point(330, 700), point(205, 670), point(118, 560), point(98, 440)],
    [point(384, 780), point(300, 740), point(150, 740), point(60, 690), point(40, 610)],
    [point(384, 780), point(352, 650), point(255, 560), point(235, 470), point(262, 400)],
    [point(0, 330), point(40, 260), point(110, 225), point(130, 150), point(105, 92)],
  ];
  for (const [index, stem] of stems.entries()) {
    const path = smoothCurve(stem, 16).map(({ x, y }) => side(x, y));
    outlined(canvas, path, (t) => 5.5 - 2.5 * t, leaf[2]);
    for (const share of [0.3, 0.45, 0.6, 0.75]) sprout(canvas, studio, path, share);
    const tip = path[path.length - 1];
    const before = path[path.length - 6];
    lily(canvas, studio, tip, [62, 50, 54, 56][index], Math.atan2(tip.y - before.y, tip.x - before.x));
  }
}

function sprout(canvas: Canvas, { random }: Studio, path: Point[], share: number): void {
  const index = Math.floor(path.length * share);
  const from = path[index];
  const heading = Math.atan2(path[index + 1].y - from.y, path[index + 1].x - from.x);
  for (const turn of [-1, 1]) {
    const length = random.range(42, 74);
    const bend = heading + turn * 0.75;
    const spine = smoothCurve([from, polar(from, length * 0.5, bend), polar(from, length, bend + turn * 0.55)], 10);
    outlined(canvas, spine, tapered(8.5, 0.8), gradient(leaf, random.range(0.1, 0.9)));
    strokePath(canvas, spine, 0.8, ink, 0.8);
  }
}

/** The tall flower before the halo, with leaves that sweep up on both sides. */
function centralLily(canvas: Canvas, studio: Studio): void {
  const base = point(384, 322);
  outlined(canvas, [point(384, 790), base], () => 7, leaf[2]);
  for (const turn of [-1, 1]) {
    for (const [rise, reach] of [
      [690, 250],
      [600, 190],
      [520, 150],
      [440, 110],
    ]) {
      const spine = smoothCurve(
        [
          point(384, rise),
          point(384 + turn * reach * 0.34, rise - reach * 0.42),
          point(384 + turn * reach * 0.72, rise - reach * 0.38),
          point(384 + turn * reach, rise - reach * 0.12),
        ],
        14,
      );
      outlined(canvas, spine, tapered(15, 0.8), gradient(leaf, 0.25 + reach / 500));
      for (const shift of [-4, 0, 4]) strokePath(canvas, spine.map(({ x, y }) => point(x, y + shift)).slice(6, -6), 0.8, leaf[3], 0.8);
    }
  }
  lily(canvas, studio, base, 168, -Math.PI / 2);
}

/** Petals open like a fan about the heading; back ones first. */
function lily(canvas: Canvas, { noise }: Studio, base: Point, size: number, heading: number): void {
  for (const turn of [-1.35, 1.35, -0.8, 0.8, -0.32, 0.32, 0]) {
    const angle = heading + turn;
    const tip = polar(base, size * (1.12 - Math.abs(turn) * 0.16), angle + turn * 0.35);
    const belly = (edge: number): Point => polar(polar(base, size * 0.55, angle), size * 0.23 * edge, angle + Math.PI / 2);
    const outline = smoothCurve([base, belly(-1), tip, belly(1)], 12, true);
    fillPolygon(canvas, outline, (x, y) =>
      gradient(
        petals,
        clamp(1 - Math.sqrt((x - base.x) ** 2 + (y - base.y) ** 2) / size + Math.abs(turn) * 0.16 + noise.at(x / 9, y / 9) * 0.1),
      ),
    );
    strokePath(canvas, [...outline, outline[0]], size > 90 ? 2.4 : 1.8, ink);
    for (const vein of [-0.1, 0, 0.1])
      strokePath(
        canvas,
        [polar(base, size * 0.25, angle + vein), polar(base, size * 0.85, angle + vein + turn * 0.25)],
        tapered(size * 0.013),
        petals[4],
        0.7,
      );
  }
  for (const turn of [-0.4, -0.15, 0.15, 0.4]) {
    const anther = polar(base, size * 0.7, heading + turn);
    strokePath(canvas, [base, anther], 1.3, ink);
    fillDisc(canvas, anther, size * 0.05, gold);
  }
}

function drawFrame(canvas: Canvas, size: number): void {
  const rectangle = (inset: number): Point[] => ring(point(size / 2, size / 2), (size / 2 - inset) * Math.SQRT2, 4, Math.PI / 4);
  for (const [inset, halfWidth, color] of [
    [9, 9, leaf[3]],
    [20, 2, ink],
    [9, 3.5, gold],
  ] as const) {
    const outline = rectangle(inset);
    strokePath(canvas, [...outline, outline[0]], halfWidth, color);
  }
  for (let place = 24; place < size - 10; place += 24) {
    for (const spot of [point(place, 9), point(place, size - 9), point(9, place), point(size - 9, place)])
      fillDisc(canvas, spot, 4.5, petals[2]);
  }
}
