import type { Canvas } from '../toolkit/canvas';
import { gradient, mixRgb, palette, type Rgb } from '../toolkit/color';
import type { Studio } from '../toolkit/design';
import { fillPolygon } from '../toolkit/fill';
import { point, smoothCurve, type Point } from '../toolkit/geometry';
import { clamp } from '../toolkit/noise';
import { strokePath } from '../toolkit/stroke';

/** Outlines are in heights of the figure: right of the feet's middle, and up. */
type Outline = readonly (readonly [right: number, up: number])[];

const gown: Outline = [
  [-0.02, 0.87],
  [-0.08, 0.79],
  [-0.04, 0.65],
  [-0.09, 0.42],
  [-0.125, 0],
  [0.18, 0],
  [0.16, 0.3],
  [0.18, 0.53],
  [0.12, 0.63],
  [0.045, 0.65],
  [0.06, 0.79],
  [0.025, 0.87],
];
const coat: Outline = [
  [-0.03, 0.87],
  [-0.1, 0.8],
  [-0.09, 0.6],
  [-0.11, 0.4],
  [-0.075, 0.38],
  [-0.07, 0],
  [0.07, 0],
  [0.075, 0.38],
  [0.12, 0.38],
  [0.1, 0.6],
  [0.1, 0.8],
  [0.03, 0.87],
];
const sitting: Outline = [
  [-0.06, 0.66],
  [-0.12, 0.5],
  [-0.1, 0.3],
  [-0.42, 0.26],
  [-0.5, 0.06],
  [-0.3, 0],
  [0.2, 0],
  [0.24, 0.14],
  [0.12, 0.34],
  [0.14, 0.52],
  [0.06, 0.66],
];
const sail: Outline = [
  [0, 0.1],
  [0, 1],
  [-0.12, 0.6],
  [-0.4, 0.12],
];
const skin = palette('#8a4f4a', '#e8b48f', '#ffe2bd');
const straw = palette('#b5762f', '#f3d37a', '#fff2c2');
const canvasWhite = palette('#9fb4cf', '#f3ead2', '#fffdf0');

interface Figure {
  readonly feet: Point;
  readonly height: number;
  /** -1 looks to the right. */
  readonly facing?: 1 | -1;
  readonly clothes: readonly Rgb[];
  readonly outline: Outline;
  readonly head?: number;
  readonly hat: 'top' | 'straw';
  /** Of the hat, where it isn't straw or black. */
  readonly felt?: readonly Rgb[];
  readonly parasol?: readonly Rgb[];
  readonly arm?: Outline;
}

const towardParasol: Outline = [
  [0.01, 0.79],
  [0.03, 0.66],
  [-0.1, 0.68],
];
const towardStick: Outline = [
  [0, 0.8],
  [0.04, 0.62],
  [-0.12, 0.56],
];

const dark = palette('#151a3c', '#2c2a5f', '#6a4a78', '#c98a7a');
const red = palette('#5f1f4a', '#b23a3f', '#ea7a4f', '#ffc08a');
const blue = palette('#23306f', '#3f68b5', '#8fb4dc', '#ffe8c8');
const white = palette('#6f7fb5', '#c8cfe0', '#fff3dc', '#fffbe8');
const violet = palette('#33265f', '#6a4f9a', '#b58ab8', '#ffd0b0');
const orange = palette('#8a3a3a', '#e0703a', '#ffae4f', '#ffe39a');

const figures: readonly Figure[] = [
  { feet: point(330, 352), height: 56, clothes: white, outline: gown, hat: 'straw', parasol: red },
  { feet: point(396, 352), height: 60, facing: -1, clothes: dark, outline: coat, hat: 'top' },
  { feet: point(500, 398), height: 92, clothes: violet, outline: gown, hat: 'straw', parasol: white },
  { feet: point(216, 470), height: 96, facing: -1, clothes: blue, outline: sitting, head: 0.74, hat: 'straw' },
  { feet: point(372, 524), height: 124, clothes: red, outline: sitting, head: 0.74, hat: 'straw', parasol: orange },
  { feet: point(150, 640), height: 150, facing: -1, clothes: white, outline: sitting, head: 0.74, hat: 'top' },
  { feet: point(622, 722), height: 402, clothes: dark, outline: coat, hat: 'top', arm: towardStick },
  { feet: point(512, 742), height: 372, clothes: violet, outline: gown, hat: 'straw', felt: red, parasol: dark, arm: towardParasol },
];

/** Strollers by the water, and sails upon it; light falls from the left. */
export function promenade(sketch: Canvas, studio: Studio): void {
  for (const [x, y, height] of [
    [70, 300, 120],
    [250, 262, 66],
    [182, 250, 34],
  ])
    drawBoat(sketch, point(x, y), height);
  for (const figure of figures) drawFigure(sketch, studio, figure);
}

function drawBoat(sketch: Canvas, foot: Point, height: number): void {
  const lit = (x: number): Rgb => gradient(canvasWhite, clamp(1 - (x - foot.x + height * 0.4) / (height * 0.5)));
  fillPolygon(sketch, placed(sail, foot, height, 1), lit);
  fillPolygon(sketch, placed(sail, point(foot.x + height * 0.04, foot.y), height * 0.75, -1), canvasWhite[0]);
  const hull: Outline = [
    [-0.34, 0.08],
    [0.36, 0.1],
    [0.24, 0],
    [-0.28, 0],
  ];
  fillPolygon(sketch, placed(hull, foot, height, 1), dark[1]);
  for (let row = 0; row < height * 0.45; row += 3) {
    const wobble = Math.sin(row * 1.7) * 5;
    const half = height * 0.2 * (1 - row / height);
    const center = foot.x - height * 0.14 + wobble;
    strokePath(sketch, [point(center - half, foot.y + row + 3), point(center + half, foot.y + row + 3)], 1, canvasWhite[1], 0.5);
  }
}

function drawFigure(sketch: Canvas, studio: Studio, figure: Figure): void {
  const { feet, height, facing = 1, clothes, outline, head = 0.93, hat, parasol, arm, felt } = figure;
  castShadow(sketch, feet, height);
  const body = placed(outline, feet, height, facing);
  fillPolygon(sketch, body, (x, y) => clothColor(studio, clothes, body, x, y));
  const radius = height * 0.048;
  const face = placed([[-0.008, head]], feet, height, facing)[0];
  const round = Array.from({ length: 16 }, (_, index) =>
    point(face.x + radius * Math.cos(index * 0.3927), face.y + radius * 1.2 * Math.sin(index * 0.3927)),
  );
  fillPolygon(sketch, round, (x) => gradient(skin, clamp(0.6 - (x - face.x) / (radius * 2))));
  drawHat(sketch, face, radius, hat, felt);
  if (parasol) drawParasol(sketch, placed([[-0.14, head + 0.2]], feet, height, facing)[0], height, parasol);
  if (arm) {
    strokePath(sketch, placed(arm, feet, height, facing), height * 0.026, (x) =>
      gradient(clothes, clamp(0.75 - (x - feet.x) / (height * 0.25))),
    );
    const [hand] = placed([arm[2]], feet, height, facing);
    strokePath(sketch, [hand, point(hand.x - 2, hand.y - 1)], height * 0.017, skin[1]);
    if (!parasol) strokePath(sketch, [hand, point(hand.x - height * 0.03, feet.y)], height * 0.007, clothes[0]);
  }
}

function drawHat(sketch: Canvas, face: Point, radius: number, hat: Figure['hat'], felt?: readonly Rgb[]): void {
  const tall = hat === 'top' ? 2.6 : 1.5;
  const brim = hat === 'top' ? 1.5 : 1.9;
  const crown: Outline = [
    [-brim, 0.45],
    [-1, 0.62],
    [-0.95, tall],
    [0.95, tall],
    [1, 0.62],
    [brim, 0.45],
  ];
  const tones = felt ?? (hat === 'top' ? dark : straw);
  fillPolygon(
    sketch,
    crown.map(([right, up]) => point(face.x + right * radius, face.y - up * radius)),
    (x) => gradient(tones, clamp(0.5 - (x - face.x) / (radius * 3))),
  );
}

function drawParasol(sketch: Canvas, top: Point, height: number, tones: readonly Rgb[]): void {
  const [wide, high] = [height * 0.25, height * 0.12];
  strokePath(sketch, [top, point(top.x + height * 0.05, top.y + height * 0.5)], Math.max(1, height * 0.008), dark[0]);
  const dome = Array.from({ length: 25 }, (_, index) => {
    const angle = Math.PI * (1 + index / 24);
    return point(top.x + wide * Math.cos(angle), top.y + high * 0.6 + high * 1.5 * Math.sin(angle));
  });
  const scallops = Array.from({ length: 25 }, (_, index) =>
    point(top.x + wide * (1 - index / 12), top.y + high * 0.6 - high * 0.3 * Math.abs(Math.sin((index / 24) * Math.PI * 5))),
  );
  fillPolygon(sketch, [...dome, ...scallops], (x, y) =>
    gradient(tones, clamp(0.62 - (x - top.x) / (wide * 2.2) - (y - top.y) / (high * 5) + 0.1 * Math.sin((x - top.x) / (wide * 0.16)))),
  );
}

function castShadow(sketch: Canvas, feet: Point, height: number): void {
  const length = height * 0.55;
  const outline = smoothCurve(
    [
      point(feet.x - height * 0.1, feet.y - height * 0.012),
      point(feet.x + length, feet.y - height * 0.05),
      point(feet.x + length * 1.1, feet.y - height * 0.01),
      point(feet.x + height * 0.1, feet.y + height * 0.025),
    ],
    6,
    true,
  );
  fillPolygon(sketch, outline, [0.16, 0.25, 0.35], 0.7);
}

function clothColor({ noise }: Studio, clothes: readonly Rgb[], body: readonly Point[], x: number, y: number): Rgb {
  const left = Math.min(...body.filter((corner) => Math.abs(corner.y - y) < 60).map((corner) => corner.x), x);
  const right = Math.max(...body.filter((corner) => Math.abs(corner.y - y) < 60).map((corner) => corner.x), x + 1);
  const fold = noise.at(x / 11, y / 70) * 0.22;
  const tone = clamp(0.8 - ((x - left) / (right - left)) * 0.85 + fold);
  return mixRgb(gradient(clothes, tone), clothes[0], 0.08);
}

function placed(outline: Outline, feet: Point, height: number, facing: 1 | -1): Point[] {
  const corners = outline.map(([right, up]) => point(feet.x + right * facing * height, feet.y - up * height));
  return corners.length > 4 ? smoothCurve(corners, 4, true) : corners;
}
