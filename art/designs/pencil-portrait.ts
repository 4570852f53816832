import { faceLines, type LineName } from '../models/face-lines';
import { makeupAt } from '../models/head';
import { woman } from '../models/sitters';
import { Canvas } from '../toolkit/canvas';
import { mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { acrossAngle, contourAngle, isNearEdge, type Look } from '../toolkit/form';
import type { Point } from '../toolkit/geometry';
import { hatchPaths, type Hatching } from '../toolkit/hatching';
import { clamp, smoothstep } from '../toolkit/noise';
import { fibres, tooth } from '../toolkit/paper';
import { traceStroke } from '../toolkit/stroke';
import { look } from '../toolkit/view';

const paper = palette('#dccdb0')[0];
const graphite = palette('#2b2a30')[0];
const sanguine = palette('#a5482c')[0];
const white = palette('#fffaf0')[0];
const slant = -0.95;

export const design: Design = {
  id: 'pencil-portrait',
  name: 'Pencil portrait',
  description: 'A young woman in graphite, red chalk and a little white on buff paper, hatched softly.',
  group: 'drawing',
  seed: 313,
  draw(studio) {
    const { size, noise } = studio;
    const pose = { turn: -0.5, nod: 0.1, tilt: 0.1, scale: 218, origin: { x: 400, y: 345 }, light: [0.6, 0.6, 0.85] as const };
    const features = { jaw: 0.84, nose: 0.85, lips: 1.1, lid: 0.92 };
    const sitting = woman(pose, features);
    const sitter = look(sitting, size, 1);
    const canvas = new Canvas(size, size, (x, y) =>
      scaleRgb(paper, 1 + fibres(noise, x, y) * 0.05 + noise.fractal(x / 190, y / 190, 3) * 0.05),
    );
    smudge(canvas, studio, sitter);
    for (const layer of layers(studio, sitter)) drawLayer(canvas, studio, layer);
    for (const { name, path } of faceLines(sitting, features, sitter)) {
      for (let pass = 0; pass < 2; pass++) pencil(canvas, studio, path, { ...lead, halfWidth: widths[name] });
    }
    return canvas;
  },
};

const lead = { color: graphite, pressure: 0.85 };
const widths: Record<LineName, number> = {
  lash: 2.3,
  'lower lid': 0.9,
  crease: 1,
  brow: 1.6,
  mouth: 1.8,
  'upper lip': 0.7,
  'lower lip': 0.8,
  nostril: 1.4,
  'under nose': 1.4,
  chin: 0.7,
};

interface Layer extends Hatching {
  readonly color: Rgb;
  readonly halfWidth: number;
  /** 0..1: how deep into the paper's tooth. */
  readonly pressure: number;
}

/** Graphite and red chalk rubbed in with a finger under the strokes. */
function smudge(canvas: Canvas, { noise }: Studio, sitter: Look): void {
  canvas.shade((x, y, color) => {
    const sight = sitter(x, y);
    const grain = 0.85 + 0.3 * tooth(noise, x, y);
    const dark = sight ? clamp(darknessAt(sitter, x, y) * 0.36 + (sight.matter === 'hair' ? 0.08 : 0)) : 0.1 * shadowBehind(x, y);
    const makeup = sight?.matter === 'skin' ? makeupAt(sight) : null;
    const warm = makeup ? clamp(makeup.rouge * 0.2 + makeup.lips * 0.32) : sight?.matter === 'hair' ? 0.24 : 0;
    return mixRgb(mixRgb(color, graphite, dark * grain), sanguine, warm * grain);
  });
}

function layers(studio: Studio, sitter: Look): Layer[] {
  const { noise } = studio;
  const dark = (x: number, y: number): number => darknessAt(sitter, x, y) + 0.1 * noise.at(x / 30, y / 30);
  const isMatter = (x: number, y: number, ...names: string[]): boolean => names.includes(sitter(x, y)?.matter ?? 'paper');
  const isFlesh = (x: number, y: number): boolean => isMatter(x, y, 'skin', 'neck', 'eyes');
  const across = (x: number, y: number): number => acrossAngle(sitter(x, y)!, slant);
  const lock = (x: number, y: number): number => lockAngle(studio, x, y);
  const drape = (x: number, y: number): number => contourAngle(sitter(x, y)!, 1.2) + 0.3 * noise.at(x / 60, y / 60);
  const straight = (): number => slant;
  const isLine = (x: number, y: number): boolean => sitter(x, y) !== null && isNearEdge(sitter, { x, y }, 2.5);
  const red = { color: sanguine, pressure: 0.42 };
  const grey = { color: graphite, pressure: 0.5 };
  return [
    {
      ...grey,
      pressure: 0.4,
      gap: 13,
      length: 150,
      halfWidth: 1.2,
      angle: straight,
      wanted: (x, y) => !sitter(x, y) && shadowBehind(x, y) > veil(studio, x, y),
    },
    {
      ...red,
      pressure: 0.36,
      gap: 17,
      length: 110,
      halfWidth: 1.5,
      angle: straight,
      looseness: 0.12,
      wanted: (x, y) => !sitter(x, y) && veil(studio, x + 300, y) > 0.36,
    },
    {
      color: white,
      pressure: 0.5,
      gap: 19,
      length: 140,
      halfWidth: 1.7,
      angle: straight,
      looseness: 0.12,
      wanted: (x, y) => !sitter(x, y) && x + y * 0.4 > 640 && veil(studio, x, y + 300) > 0.34,
    },
    { ...red, gap: 9, length: 70, halfWidth: 1.3, angle: straight, wanted: (x, y) => isFlesh(x, y) && dark(x, y) > 0.26 },
    { ...grey, gap: 8, length: 52, halfWidth: 0.9, angle: across, wanted: (x, y) => isFlesh(x, y) && dark(x, y) > 0.45 },
    { ...grey, gap: 7, length: 46, halfWidth: 1, angle: straight, wanted: (x, y) => isFlesh(x, y) && dark(x, y) > 0.64 },
    { ...red, gap: 10, length: 170, halfWidth: 1.5, angle: lock, wanted: (x, y) => isMatter(x, y, 'hair') },
    { ...grey, gap: 8, length: 150, halfWidth: 1.1, angle: lock, wanted: (x, y) => isMatter(x, y, 'hair') && dark(x, y) > 0.02 },
    {
      ...grey,
      pressure: 0.8,
      gap: 7,
      length: 110,
      halfWidth: 1.5,
      angle: lock,
      wanted: (x, y) => isMatter(x, y, 'hair') && dark(x, y) > 0.55,
    },
    {
      ...grey,
      gap: 15,
      length: 160,
      halfWidth: 1.5,
      angle: drape,
      looseness: 0.2,
      wanted: (x, y) => isMatter(x, y, 'cloth') && dark(x, y) > 0.24,
    },
    {
      ...grey,
      pressure: 0.62,
      gap: 10,
      length: 90,
      halfWidth: 1.6,
      angle: straight,
      wanted: (x, y) => isMatter(x, y, 'cloth') && dark(x, y) > 0.52,
    },
    {
      color: white,
      pressure: 0.45,
      gap: 16,
      length: 50,
      halfWidth: 1.3,
      angle: lock,
      wanted: (x, y) => isMatter(x, y, 'hair') && dark(x, y) < 0.22,
    },
    ...faceLayers(sitter),
    { ...grey, pressure: 0.85, gap: 5, length: 40, halfWidth: 1.05, angle: (x, y) => contourAngle(sitter(x, y)!, slant), wanted: isLine },
    {
      color: white,
      pressure: 0.7,
      gap: 7,
      length: 34,
      halfWidth: 1.5,
      angle: straight,
      wanted: (x, y) => isFlesh(x, y) && sitter(x, y)!.light > 0.86,
    },
    {
      color: white,
      pressure: 0.6,
      gap: 14,
      length: 80,
      halfWidth: 1.5,
      angle: drape,
      wanted: (x, y) => isMatter(x, y, 'cloth') && sitter(x, y)!.light > 0.7,
    },
  ];
}

/** Lips, brows, irises and the dark of the pupils. */
function faceLayers(sitter: Look): Layer[] {
  const makeup = (x: number, y: number): ReturnType<typeof makeupAt> | null => {
    const sight = sitter(x, y);
    return sight && (sight.matter === 'skin' || sight.matter === 'eyes') ? makeupAt(sight, [-0.2, -0.05, 0.97]) : null;
  };
  const fine = { gap: 2.6, length: 13, halfWidth: 0.9, pressure: 0.85 };
  return [
    { ...fine, gap: 5, pressure: 0.5, color: sanguine, angle: () => 1.2, wanted: (x, y) => (makeup(x, y)?.lips ?? 0) > 0.5 },
    { ...fine, color: graphite, gap: 4.5, angle: () => 2.5, wanted: (x, y) => (makeup(x, y)?.brow ?? 0) > 0.4 },
    { ...fine, color: graphite, angle: () => 1.5, wanted: (x, y) => (makeup(x, y)?.iris ?? 0) > 0.5 },
    { ...fine, gap: 1.8, pressure: 1, color: graphite, angle: () => 0.4, wanted: (x, y) => (makeup(x, y)?.pupil ?? 0) > 0.5 },
  ];
}

function drawLayer(canvas: Canvas, studio: Studio, layer: Layer): void {
  for (const path of hatchPaths(studio, layer)) pencil(canvas, studio, path, layer);
}

/** The lead catches on the high places of the paper; each stroke begins and ends lightly. */
function pencil(
  canvas: Canvas,
  { noise, random }: Studio,
  path: readonly Point[],
  { color, halfWidth, pressure }: Pick<Layer, 'color' | 'halfWidth' | 'pressure'>,
): void {
  const weight = pressure * random.range(0.7, 1.15);
  traceStroke(canvas, path, halfWidth * random.range(0.75, 1.3), ({ x, y, coverage, progress }) => {
    const lift = Math.min(1, 4 * progress + 0.3, 4 * (1 - progress) + 0.3);
    const grip = 0.35 + 0.65 * smoothstep(0.7, 0, 0.42 - tooth(noise, x, y) * 0.55 - (weight - 0.5) * 0.8);
    canvas.blend(x, y, color, coverage * grip * lift * clamp(weight + 0.2) * 0.85);
  });
}

function darknessAt(sitter: Look, x: number, y: number): number {
  const sight = sitter(x, y);
  if (!sight) return 0;
  const local = sight.matter === 'hair' ? 0.22 : sight.matter === 'cloth' ? 0.08 : 0;
  return clamp(0.92 - sight.light * 1.08 + local);
}

/** Combed from the parting back to the knot. */
function lockAngle({ noise }: Studio, x: number, y: number): number {
  const toKnot = Math.atan2(360 - y, 640 - x);
  return toKnot * 0.75 - 0.75 * smoothstep(420, 150, y) * smoothstep(600, 250, x) + 0.5 + noise.fractal(x / 50, y / 50, 2) * 0.7;
}

/** A veil of tone on the dark side of the head. */
function shadowBehind(x: number, y: number): number {
  return Math.exp(-(((x - 190) / 170) ** 2) - ((y - 400) / 300) ** 2);
}

/** Whole bundles of strokes are left out. */
function veil({ noise }: Studio, x: number, y: number): number {
  return 0.35 + 0.25 * noise.at(x / 45, y / 80);
}
