import { faceLines, type FaceLine, type LineName } from '../models/face-lines';
import { makeupAt, type Features } from '../models/head';
import { angel, veiledWoman } from '../models/sitters';
import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { contourAngle, isNearEdge, type Look } from '../toolkit/form';
import { distance, point, polar, type Point } from '../toolkit/geometry';
import { hatchPaths, type Hatching } from '../toolkit/hatching';
import { clamp, smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';
import { strokePath, tapered, traceStroke } from '../toolkit/stroke';
import { look, type Sight, type Sitting } from '../toolkit/view';
import { age } from './chapel-fresco/aging';
import { columns, haloColor, haloRadius, settingAt, wingColor } from './chapel-fresco/setting';

const plaster = palette('#e9e0cd')[0];
const skin = palette('#5d5f45', '#8c8560', '#c29b72', '#e2bd95', '#f3dfc2', '#faf0dc');
const locks = palette('#5a3620', '#94602f', '#c8984f', '#ecd092');
const cloths: Record<string, Rgb[]> = {
  mary: palette('#5f1f26', '#963a35', '#c4705a', '#e3ab8b', '#f0d3b6'),
  veil: palette('#101c40', '#1d3668', '#36598f', '#6d90b3', '#b9cbd2'),
  angel: palette('#7d4a52', '#b77a70', '#dcae96', '#f0d8bc', '#fbf0de'),
};
const blush = palette('#c05f47')[0];
const earth = palette('#532a1e')[0];

interface Saint {
  readonly name: 'mary' | 'angel';
  readonly seen: Look;
  readonly halo: Point;
  readonly lines: readonly FaceLine[];
  readonly gaze: readonly [number, number, number];
}

export const design: Design = {
  id: 'chapel-fresco',
  name: 'Chapel fresco',
  description: 'An angel and a veiled woman under painted arches: faded earths and azurite, gold halos and stars, cracks and losses.',
  group: 'paint',
  seed: 359,
  draw(studio) {
    const { size } = studio;
    const light = [-0.5, 0.55, 0.85] as const;
    const angelPose = { turn: 0.66, nod: 0.1, tilt: 0.06, scale: 140, origin: { x: 214, y: 356 }, light };
    const maryPose = { turn: -0.62, nod: 0.24, tilt: -0.2, scale: 142, origin: { x: 552, y: 352 }, light };
    const saints = [
      saintOf('angel', angel(angelPose, angelFeatures), angelFeatures, point(212, 322), [0.2, 0, 0.97], size),
      saintOf('mary', veiledWoman(maryPose, maryFeatures), maryFeatures, point(560, 312), [-0.2, -0.3, 0.93], size),
    ];
    const canvas = new Canvas(size, size, (x, y) => washAt(studio, saints, x, y));
    for (const layer of layers(studio, saints)) drawLayer(canvas, studio, saints, layer);
    const isCovered = (x: number, y: number): boolean => saints[0].seen(x, y) !== null;
    drawSaint(canvas, studio, saints[1], isCovered);
    drawSaint(canvas, studio, saints[0], () => false);
    age(canvas, studio);
    return canvas;
  },
};

const angelFeatures: Features = { jaw: 0.86, nose: 0.85, lips: 0.9, lid: 0.8 };
const maryFeatures: Features = { jaw: 0.82, nose: 0.85, lips: 0.95, lid: 0.62 };

function saintOf(name: Saint['name'], sitting: Sitting, features: Features, halo: Point, gaze: Saint['gaze'], size: number): Saint {
  const seen = look(sitting, size, 1);
  return { name, seen, halo, gaze, lines: faceLines(sitting, features, seen) };
}

interface Layer extends Hatching {
  readonly halfWidth: number;
  readonly alpha: number;
  /** Added to the tone: the light hatches and the dark ones. */
  readonly shift: number;
}

function layers({ noise }: Studio, saints: readonly Saint[]): Layer[] {
  const sightAt = (x: number, y: number): Sight | null => saints[0].seen(x, y) ?? saints[1].seen(x, y);
  const rest = (x: number, y: number): number => 1.2 + noise.fractal(x / 150, y / 90, 2) * 0.9;
  const along = (x: number, y: number): number => {
    const sight = sightAt(x, y);
    return sight ? contourAngle(sight, 1.2) : rest(x, y);
  };
  const fall = (x: number, y: number): number => 1.52 + (sightAt(x, y)?.normal[0] ?? 0) * 0.3 + noise.at(x / 70, y / 110) * 0.35;
  const isMatter =
    (...names: string[]) =>
    (x: number, y: number): boolean =>
      names.includes(sightAt(x, y)?.matter ?? 'wall');
  const isWall = (x: number, y: number): boolean =>
    sightAt(x, y) === null &&
    y > 70 &&
    columns.every((middle) => Math.abs(x - middle) > 22) &&
    saints.every(({ halo }) => distance(halo, { x, y }) > haloRadius + 3);
  const isDrapery = isMatter('cloth', 'veil');
  const isFlesh = isMatter('skin', 'neck');
  const isShaded = (x: number, y: number): boolean => isFlesh(x, y) && sightAt(x, y)!.light < 0.66;
  const isLit = (x: number, y: number): boolean => isFlesh(x, y) && sightAt(x, y)!.light > 0.74;
  return [
    { gap: 9, length: 16, halfWidth: 2, alpha: 0.3, shift: 0.1, angle: rest, looseness: 0.4, wanted: isWall },
    { gap: 8, length: 70, halfWidth: 2, alpha: 0.5, shift: 0.13, angle: fall, wanted: isDrapery },
    { gap: 8, length: 70, halfWidth: 1.3, alpha: 0.5, shift: -0.17, angle: fall, wanted: isDrapery },
    { gap: 4.5, length: 22, halfWidth: 0.9, alpha: 0.4, shift: -0.13, angle: along, wanted: isShaded },
    { gap: 4.5, length: 26, halfWidth: 0.9, alpha: 0.4, shift: 0.12, angle: along, wanted: isLit },
  ];
}

function drawLayer(canvas: Canvas, studio: Studio, saints: readonly Saint[], layer: Layer): void {
  const { random, noise } = studio;
  for (const path of hatchPaths(studio, layer)) {
    const middle = path[path.length >> 1];
    const color = jitter(colorAt(studio, saints, middle.x, middle.y, layer.shift), 0.025, random);
    traceStroke(canvas, path, layer.halfWidth * random.range(0.7, 1.25), ({ x, y, coverage, progress }) => {
      const thin = 0.75 + 0.5 * noise.at(x / 3, y / 3);
      canvas.blend(x, y, color, coverage * layer.alpha * thin * Math.min(1, 5 * (1 - progress) + 0.2));
    });
  }
}

function washAt(studio: Studio, saints: readonly Saint[], x: number, y: number): Rgb {
  const { noise } = studio;
  const wash = mixRgb(colorAt(studio, saints, x, y, 0), plaster, clamp(0.1 + noise.fractal(x / 26, y / 26, 3) * 0.3));
  return scaleRgb(wash, 1 + 0.05 * noise.at(x / 2, y / 2));
}

function colorAt(studio: Studio, saints: readonly Saint[], x: number, y: number, shift: number): Rgb {
  const drift = studio.noise.fractal(x / 85, y / 85, 3) * 0.08;
  for (const saint of saints) {
    const sight = saint.seen(x, y);
    if (sight) return saintColor(saint, sight, clamp(sight.light * 1.02 + shift + drift));
  }
  for (const { halo } of saints) {
    const color = haloColor(studio, halo, x, y);
    if (color) return color;
  }
  return wingColor(studio, x, y, shift) ?? settingAt(studio, x, y, shift);
}

function saintColor({ name, gaze }: Saint, sight: Sight, tone: number): Rgb {
  if (sight.matter === 'veil') return hemmed(sight, gradient(cloths.veil, tone));
  if (sight.matter === 'cloth') return gradient(cloths[name], tone);
  if (sight.matter === 'hair') return gradient(locks, tone);
  const { lips, rouge, iris, pupil } = makeupAt(sight, gaze);
  if (sight.matter === 'eyes') {
    const white = mixRgb(plaster, skin[1], clamp(1 - tone) * 0.5);
    return mixRgb(mixRgb(white, [0.36, 0.24, 0.14], iris), [0.1, 0.06, 0.05], pupil);
  }
  return mixRgb(gradient(skin, clamp(0.12 + tone * 0.92)), blush, clamp(rouge * 0.3 + lips * 0.62));
}

/** The edge of the mantle about the face is embroidered in gold. */
function hemmed({ place: [x, y, z] }: Sight, color: Rgb): Rgb {
  const away = Math.sqrt((x / 0.52) ** 2 + ((y + 0.2) / 0.84) ** 2 + ((z - 0.78) / 0.66) ** 2);
  return mixRgb(color, [0.86, 0.68, 0.32], smoothstep(1.15, 1.11, away) * 0.85);
}

const widths: Record<LineName, number> = {
  lash: 2.6,
  'lower lid': 1.2,
  crease: 1.2,
  brow: 2,
  mouth: 1.7,
  'upper lip': 0.8,
  'lower lip': 0.8,
  nostril: 1.3,
  'under nose': 1.4,
  chin: 1,
};

/** The drawing in red earth: outlines, features, and curls. */
function drawSaint(canvas: Canvas, studio: Studio, { name, seen, lines }: Saint, isCovered: (x: number, y: number) => boolean): void {
  if (name === 'angel') drawCurls(canvas, studio, seen);
  canvas.shade((x, y, color) => {
    const isOutline = seen(x, y) !== null && !isCovered(x, y) && isNearEdge(seen, { x, y }, 1.7);
    return isOutline ? mixRgb(color, earth, 0.72) : color;
  });
  for (const line of lines) strokePath(canvas, line.path, tapered(widths[line.name], 0.6), earth, 0.85);
}

function drawCurls(canvas: Canvas, { random, size }: Studio, seen: Look): void {
  const isHair = ({ x, y }: Point): boolean => seen(x, y)?.matter === 'hair';
  for (const place of scatter(size, size, 13, random).filter(isHair)) {
    const turn = random.range(0, 6.3);
    const hand = random.next() < 0.5 ? 1 : -1;
    const radius = random.range(7, 10);
    const curl = (grown: number): Point[] =>
      Array.from({ length: 20 }, (_, index) => polar(place, (radius + grown) * (0.2 + index / 25), turn + hand * index * 0.42)).filter(
        isHair,
      );
    const light = seen(place.x, place.y)!.light;
    if (curl(0).length < 12) continue;
    strokePath(canvas, curl(1.6), tapered(2.2), gradient(locks, light * 0.55), 0.8);
    strokePath(canvas, curl(-0.6), tapered(1.6), gradient(locks, 0.45 + light * 0.6), 0.9);
  }
}
