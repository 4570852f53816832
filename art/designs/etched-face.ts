import { faceLines, type LineName } from '../models/face-lines';
import { makeupAt } from '../models/head';
import { beardedMan } from '../models/sitters';
import { Canvas } from '../toolkit/canvas';
import { mixRgb, palette, scaleRgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { acrossAngle, contourAngle, isNearEdge, type Look } from '../toolkit/form';
import { polar, smoothCurve, type Point } from '../toolkit/geometry';
import { hatchPaths, type Hatching } from '../toolkit/hatching';
import { clamp, smoothstep } from '../toolkit/noise';
import { fibres } from '../toolkit/paper';
import { traceStroke } from '../toolkit/stroke';
import { look } from '../toolkit/view';

const paper = palette('#efe3c6')[0];
const film = palette('#c9a56b')[0];
const gaze = [0.1, 0.03, 0.99] as const;
const ink = palette('#1d1510')[0];

export const design: Design = {
  id: 'etched-face',
  name: 'Etched face',
  description: 'An etching: a bearded face in nets of crossing brown lines, a film of ink left on the plate.',
  group: 'drawing',
  seed: 331,
  draw(studio) {
    const { size, noise } = studio;
    const pose = { turn: -0.3, nod: 0.02, tilt: 0.06, scale: 246, origin: { x: 402, y: 352 }, light: [0.55, 0.45, 1.05] as const };
    const features = { jaw: 1, nose: 1.15, brow: 1.3, lid: 0.9 };
    const sitting = beardedMan(pose, features);
    const sitter = look(sitting, size, 1);
    const canvas = new Canvas(size, size, (x, y) => {
      const wiped = 0.14 + 0.3 * smoothstep(-0.3, 0.6, noise.fractal(x / 150, y / 110, 3)) + 0.25 * darknessAt(studio, sitter, x, y);
      return scaleRgb(mixRgb(paper, film, clamp(wiped)), 1 + fibres(noise, x, y) * 0.05);
    });
    for (const etched of nets(studio, sitter))
      for (const path of hatchPaths(studio, etched)) needle(canvas, studio, path, etched.halfWidth);
    for (const etched of curls(studio, sitter))
      for (const path of hatchPaths(studio, etched)) needle(canvas, studio, curled(studio, path), etched.halfWidth);
    for (const { name, path } of faceLines(sitting, features, sitter)) {
      for (let pass = 0; pass < 2; pass++) needle(canvas, studio, path, widths[name]);
    }
    return canvas;
  },
};

const widths: Record<LineName, number> = {
  lash: 2,
  'lower lid': 1,
  crease: 1.1,
  brow: 1.2,
  mouth: 1.4,
  'upper lip': 0.8,
  'lower lip': 0.9,
  nostril: 1.3,
  'under nose': 1.3,
  chin: 0.8,
};

interface Net extends Hatching {
  readonly halfWidth: number;
}

/** Each net lies over the last where it is darker still. */
function nets(studio: Studio, sitter: Look): Net[] {
  const { noise } = studio;
  const dark = (x: number, y: number): number => darknessAt(studio, sitter, x, y);
  const sweep =
    (turn: number) =>
    (x: number, y: number): number =>
      turn + noise.at(x / 140, y / 140) * 0.5;
  const form = (x: number, y: number): number => (sitter(x, y) ? acrossAngle(sitter(x, y)!, 0.9) : sweep(0.9)(x, y));
  const rim = (x: number, y: number): number => (sitter(x, y) ? contourAngle(sitter(x, y)!, 0.9) : sweep(-0.7)(x, y));
  const isFace = (x: number, y: number): boolean => ['skin', 'neck', 'eyes'].includes(sitter(x, y)?.matter ?? '');
  return [
    { gap: 21, length: 170, halfWidth: 0.7, angle: sweep(0.05), wanted: (x, y) => !sitter(x, y) },
    { gap: 14, length: 60, halfWidth: 0.65, angle: form, wanted: (x, y) => sitter(x, y) !== null && !isFace(x, y) },
    { gap: 10, length: 20, halfWidth: 0.6, angle: form, looseness: 0.1, wanted: (x, y) => isFace(x, y) && dark(x, y) > 0.06 },
    { gap: 13, length: 110, halfWidth: 0.8, angle: sweep(0.75), wanted: (x, y) => !isFace(x, y) && dark(x, y) > 0.25 },
    { gap: 14, length: 90, halfWidth: 0.85, angle: sweep(-0.85), wanted: (x, y) => !isFace(x, y) && dark(x, y) > 0.42 },
    { gap: 15, length: 70, halfWidth: 0.9, angle: sweep(0.1), wanted: (x, y) => !isFace(x, y) && dark(x, y) > 0.6 },
    { gap: 13, length: 60, halfWidth: 0.95, angle: sweep(1.5), wanted: (x, y) => dark(x, y) > 0.78 },
    { gap: 8, length: 34, halfWidth: 0.7, angle: form, wanted: (x, y) => isFace(x, y) && dark(x, y) > 0.16 },
    { gap: 9, length: 44, halfWidth: 0.75, angle: sweep(0.75), wanted: (x, y) => isFace(x, y) && dark(x, y) > 0.36 },
    { gap: 8, length: 34, halfWidth: 0.85, angle: sweep(-0.85), wanted: (x, y) => isFace(x, y) && dark(x, y) > 0.54 },
    { gap: 5, length: 34, halfWidth: 1, angle: rim, wanted: (x, y) => sitter(x, y) !== null && isNearEdge(sitter, { x, y }, 2.5) },
    { gap: 2.4, length: 8, halfWidth: 0.9, angle: () => 0.4, wanted: (x, y) => isPupil(sitter, x, y) },
    { gap: 5, length: 14, halfWidth: 0.8, angle: () => 0.9, wanted: (x, y) => drawnFeature(sitter, x, y) },
    { gap: 5, length: 11, halfWidth: 0.8, angle: () => 2.1, wanted: (x, y) => drawnFeature(sitter, x, y) },
  ];
}

function drawnFeature(sitter: Look, x: number, y: number): boolean {
  const sight = sitter(x, y);
  if (!sight || (sight.matter !== 'skin' && sight.matter !== 'eyes')) return false;
  const { brow, iris } = makeupAt(sight, gaze);
  return brow > 0.5 || (iris > 0.5 && sight.light < 0.6);
}

function isPupil(sitter: Look, x: number, y: number): boolean {
  const sight = sitter(x, y);
  return sight?.matter === 'eyes' && makeupAt(sight, gaze).pupil > 0.4;
}

/** Hair and beard: long needle strokes that wind. */
function curls({ noise }: Studio, sitter: Look): Net[] {
  const isHair = (x: number, y: number): boolean => ['hair', 'beard'].includes(sitter(x, y)?.matter ?? '');
  const lock = (x: number, y: number): number => 1.5 + noise.fractal(x / 45, y / 45, 2) * 1.5;
  return [
    { gap: 9, length: 80, halfWidth: 0.85, angle: lock, looseness: 0.4, wanted: isHair },
    { gap: 6.5, length: 60, halfWidth: 1.1, angle: lock, looseness: 0.4, wanted: (x, y) => isHair(x, y) && sitter(x, y)!.light < 0.55 },
  ];
}

function curled({ random }: Studio, path: Point[]): Point[] {
  const [radius, turn] = [random.range(2, 5.5), random.range(0.5, 0.9)];
  const wound = path.map((place, index) => polar(place, radius, index * turn));
  return smoothCurve(wound, 3);
}

/** A needle's line: even, with a tremble, bitten a little unevenly by the acid. */
function needle(canvas: Canvas, { noise, random }: Studio, path: readonly Point[], halfWidth: number): void {
  const width = halfWidth * random.range(0.8, 1.3);
  const trembling = path.map(({ x, y }) => ({ x: x + noise.at(x / 9, y / 9) * 1.1, y: y + noise.at(x / 9 + 50, y / 9) * 1.1 }));
  traceStroke(canvas, trembling, width, ({ x, y, coverage, progress }) => {
    const lift = Math.min(1, 6 * progress + 0.45, 6 * (1 - progress) + 0.45);
    canvas.blend(x, y, ink, coverage * lift * (0.82 + 0.3 * noise.at(x / 4, y / 4)));
  });
}

function darknessAt({ noise }: Studio, sitter: Look, x: number, y: number): number {
  const sight = sitter(x, y);
  const wander = noise.fractal(x / 70, y / 70, 3) * 0.12;
  if (!sight)
    return clamp(
      0.12 + 0.5 * smoothstep(330, 40, x) * smoothstep(20, 300, y) + 0.5 * smoothstep(610, 760, x) * smoothstep(520, 760, y) + wander,
    );
  const local = { hat: 0.26, cloth: 0.2, hair: 0.1, beard: 0 }[sight.matter] ?? 0;
  return clamp(0.8 - sight.light * 0.98 + local + wander * 0.6);
}
