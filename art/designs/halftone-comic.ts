import { faceLines, type FaceLine, type LineName } from '../models/face-lines';
import { makeupAt } from '../models/head';
import { woman } from '../models/sitters';
import { Canvas } from '../toolkit/canvas';
import { mixRgb, palette, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { fillDisc } from '../toolkit/fill';
import { acrossAngle, isNearEdge, type Look } from '../toolkit/form';
import { distance, followFlow, point, smoothCurve, type Point } from '../toolkit/geometry';
import { hatchPaths } from '../toolkit/hatching';
import { smoothstep } from '../toolkit/noise';
import { fibres } from '../toolkit/paper';
import { scatter } from '../toolkit/scatter';
import { screenPrint } from '../toolkit/screen-print';
import { strokePath, tapered } from '../toolkit/stroke';
import { look, type Sight } from '../toolkit/view';

const paper = palette('#f8eed6')[0];
const black: Rgb = [0.07, 0.06, 0.1];
const blank: Rgb = [1, 1, 1];
/** As shares of ink: what is left of red, green and blue. */
const skin: Rgb = [1, 0.86, 0.86];
const blush: Rgb = [1, 0.55, 0.62];
const lipstick: Rgb = [1, 0.02, 0.08];
const blonde: Rgb = [1, 0.98, 0.04];
const amber: Rgb = [1, 0.62, 0.02];
const dress: Rgb = [1, 0.03, 0.06];
const iris: Rgb = [0.05, 0.6, 1];
const night: Rgb = [0.03, 0.55, 1];
const features = { jaw: 0.82, nose: 0.8, lips: 1.25, lid: 1.08 };
const face = point(392, 410);
const gaze = [0.28, 0.12, 0.95] as const;

export const design: Design = {
  id: 'halftone-comic',
  name: 'Halftone comic',
  description: 'A comic heroine, printed: skin in pink dots, flat yellow and red, cyan screens and bold black ink.',
  group: 'modern',
  seed: 97,
  draw(studio) {
    const { size, noise } = studio;
    const pose = { turn: 0.46, nod: 0.14, tilt: -0.2, scale: 282, origin: { x: 366, y: 414 }, light: [0.75, 0.3, 0.8] as const };
    const sitting = woman(pose, features);
    const seen = look(sitting, size, 1);
    const art = new Canvas(size, size, (x, y) => backdrop(x, y));
    const key = new Canvas(size, size, blank);
    colorFace(art, seen);
    inkFace(key, studio, seen, faceLines(sitting, features, seen));
    drawHair(art, key, studio, seen);
    drawTear(art, key);
    const canvas = new Canvas(size, size, (x, y) => mixRgb(paper, [0.85, 0.75, 0.6], Math.abs(fibres(noise, x, y)) * 0.25));
    screenPrint(canvas, art, 9);
    canvas.shade((x, y, color) => {
      const worn = smoothstep(0.5, 0.8, noise.at(x / 2.2, y / 2.2)) * 0.25;
      return mixRgb(mixRgb(black, color, key.at(x, y)[0]), paper, worn);
    });
    return canvas;
  },
};

/** Rays of night and light that meet behind her. */
function backdrop(x: number, y: number): Rgb {
  const angle = Math.atan2(y - 560, x - 366);
  const isRay = Math.cos(angle * 18 + 0.4) > 0;
  const away = distance(point(x, y), point(366, 560)) / 720;
  return mixRgb(isRay ? night : blank, isRay ? [0.35, 0.75, 1] : [0.75, 0.93, 1], smoothstep(0.25, 1.1, isRay ? 1 - away : away));
}

function colorFace(art: Canvas, seen: Look): void {
  art.shade((x, y, current) => {
    const sight = seen(x, y);
    if (!sight) return current;
    if (sight.matter === 'hair') return amber;
    if (sight.matter === 'cloth') return dress;
    return fleshColor(sight);
  });
}

function fleshColor(sight: Sight): Rgb {
  const makeup = makeupAt(sight, gaze);
  if (sight.matter === 'eyes') return makeup.pupil > 0.5 ? iris : mixRgb(blank, iris, Math.round(makeup.iris));
  if (makeup.lips > 0.5) return lipstick;
  const shade = smoothstep(0.55, 0.25, sight.light);
  return mixRgb(mixRgb(skin, blush, Math.max(shade, makeup.rouge * 0.6)), [0.55, 0.5, 0.9], shade * 0.25);
}

const widths: Record<LineName, number> = {
  lash: 9,
  'lower lid': 2.4,
  crease: 2.6,
  brow: 8,
  mouth: 4.4,
  'upper lip': 2,
  'lower lip': 2.2,
  nostril: 3,
  'under nose': 3,
  chin: 2.4,
};

/** Outlines, solid shadows, and feathered strokes where the form turns away. */
function inkFace(key: Canvas, studio: Studio, seen: Look, lines: readonly FaceLine[]): void {
  key.shade((x, y) => {
    const sight = seen(x, y);
    if (!sight || sight.matter === 'hair') return blank;
    const makeup = makeupAt(sight, gaze);
    const isSolid = sight.matter === 'eyes' ? makeup.pupil > 0.5 : sight.light < darkest(sight);
    return isSolid || isNearEdge(seen, { x, y }, 3.4) ? black : blank;
  });
  const feathers = hatchPaths(studio, {
    gap: 7,
    length: 46,
    angle: (x, y) => acrossAngle(seen(x, y)!, 0.8),
    looseness: 0.02,
    wanted: (x, y) => {
      const sight = seen(x, y);
      return sight !== null && ['skin', 'neck', 'cloth'].includes(sight.matter) && sight.light < darkest(sight) + 0.1;
    },
  });
  for (const path of feathers) strokePath(key, path, tapered(2), black);
  for (const { name, path } of lines) strokePath(key, path, tapered(widths[name], 0.7), black);
  drawLashes(key, lines);
  fillGlints(key, lines);
}

/** Light below which all is black; about mouth and nose a draughtsman leaves shadows out. */
function darkest({ matter, place: [x, y, z] }: Sight): number {
  if (matter === 'cloth') return 0.3;
  const isMiddle = matter === 'skin' && z > 0.35 && y < 0 && y > -0.8 && Math.abs(x) < 0.34;
  return isMiddle ? -0.2 : 0.12;
}

/** The outer ends of the upper lids sweep out. */
function drawLashes(key: Canvas, lines: readonly FaceLine[]): void {
  for (const { path } of lines.filter(({ name }) => name === 'lash')) {
    const isRight = path[path.length - 1].x > path[0].x;
    for (let lash = 0; lash < 4; lash++) {
      const from = path[path.length - 1 - lash * 3];
      if (!from) continue;
      const out = (isRight ? 1 : -1) * (20 - lash * 4);
      strokePath(
        key,
        smoothCurve([from, point(from.x + out * 0.6, from.y - 3 - lash * 2), point(from.x + out, from.y - 13 - lash)], 5),
        (t) => 3.4 * (1 - t) + 0.4,
        black,
      );
    }
  }
}

/** White sparks on the eyes. */
function fillGlints(key: Canvas, lines: readonly FaceLine[]): void {
  for (const { path } of lines.filter(({ name }) => name === 'lower lid')) {
    const middle = path[path.length >> 1];
    fillDisc(key, point(middle.x + 12, middle.y - 24), 4, blank);
  }
}

/** Locks of flat yellow in black outlines, those at the hairline last. */
function drawHair(art: Canvas, key: Canvas, studio: Studio, seen: Look): void {
  const { random, size } = studio;
  const roots = scatter(size, size, 21, random).filter(({ x, y }) => seen(x, y)?.matter === 'hair');
  for (const root of [...roots].sort((a, b) => distance(b, face) - distance(a, face))) lock(art, key, studio, seen, root);
}

function lock(art: Canvas, key: Canvas, studio: Studio, seen: Look, root: Point): void {
  const { random, noise } = studio;
  const windAt = (x: number, y: number): number =>
    Math.atan2(y - face.y, x - face.x) - 0.95 + noise.fractal(x / 190, y / 190, 2) * 1.5 + smoothstep(face.y, 250, y) * 0.2;
  const flow = followFlow(root, windAt, random.range(150, 300), 6);
  const entered = flow.findIndex(({ x, y }) => isFace(seen(x, y)));
  const path = flow.slice(0, entered < 0 ? flow.length : entered);
  if (path.length < 10) return;
  const half = random.range(9, 17);
  const swell = (progress: number): number => 1 + half * Math.sin(Math.PI * Math.min(1, 0.05 + progress * 0.95)) ** 0.8;
  strokePath(art, path, swell, blonde);
  strokePath(key, path, (progress) => swell(progress) + 3, black);
  strokePath(key, path, swell, blank);
  const beside = (offset: number): Point[] => path.slice(3, -6).map(({ x, y }) => point(x + offset * 0.5, y + offset));
  strokePath(art, beside(half * 0.45), tapered(half * 0.4), amber);
  strokePath(key, beside(half * 0.62), tapered(2), black);
  if (random.next() < 0.6) strokePath(key, beside(half * 0.2), tapered(1.3), black);
}

function isFace(sight: Sight | null): boolean {
  return sight !== null && (sight.matter === 'eyes' || (sight.matter === 'skin' && sight.place[2] > 0.2 && sight.place[1] < 0.4));
}

function drawTear(art: Canvas, key: Canvas): void {
  const outline = smoothCurve([point(500, 440), point(489, 468), point(493, 488), point(505, 490), point(512, 474)], 6, true);
  strokePath(key, [...outline, outline[0]], 2, black);
  fillDisc(art, point(500, 476), 10, [0.55, 0.88, 1]);
  fillDisc(art, point(497, 473), 3, blank);
}
