import { makeupAt } from '../models/head';
import { woman } from '../models/sitters';
import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, mixRgb, palette, saturate, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { contourAngle, isNearEdge, type Look } from '../toolkit/form';
import { distance, point, type Point } from '../toolkit/geometry';
import { hatchPaths, type Hatching } from '../toolkit/hatching';
import { clamp, smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';
import { traceStroke } from '../toolkit/stroke';
import { look, type Sight } from '../toolkit/view';
import { createVoronoi } from '../toolkit/voronoi';

const plaster = palette('#d9cdb6', '#e9e0cd', '#c3b497');
const skin = palette('#5f5f48', '#8f8463', '#bd9670', '#dcb892', '#f0dcc0');
const locks = palette('#4e3626', '#7d5836', '#ad8450', '#d3b27a');
const mantles: Record<string, Rgb[]> = {
  left: palette('#3f5263', '#5f7a8b', '#8aa3ab', '#b7c5c1', '#dadcd0'),
  right: palette('#642f27', '#93493a', '#bb7258', '#d7a17f', '#ead0b2'),
};
const sky = palette('#8fb0b3', '#b3c6bf', '#d6d8c6');
const hills = palette('#71785a', '#969573', '#b9ac84', '#a3ae98');
const gold = palette('#9a7232', '#c69a4b', '#e2c27c');
const blush = palette('#b3583f')[0];
const earth = palette('#5b2f20')[0];

const haloRadius = 176;

interface Saint {
  readonly look: Look;
  readonly halo: Point;
  readonly mantle: string;
}

export const design: Design = {
  id: 'chapel-fresco',
  name: 'Chapel fresco',
  description: 'Two saints on old lime plaster: faded earths and blue, green shadows, gold halos, cracks and losses.',
  seed: 359,
  draw(studio) {
    const { size } = studio;
    const light = [-0.55, 0.6, 0.75] as const;
    const near = { turn: 0.62, nod: 0.12, tilt: 0.1, scale: 168, origin: { x: 236, y: 372 }, light };
    const far = { turn: -0.7, nod: 0.04, tilt: -0.06, scale: 152, origin: { x: 540, y: 306 }, light };
    const saints: Saint[] = [
      { look: look(woman(near, { jaw: 0.86, lid: 0.6, nose: 0.95 }, 'falling'), size), halo: point(222, 338), mantle: 'left' },
      { look: look(woman(far, { jaw: 0.9, lid: 0.75 }, 'falling'), size), halo: point(548, 272), mantle: 'right' },
    ];
    const seen: Look = (x, y) => saints[0].look(x, y) ?? saints[1].look(x, y);
    const canvas = new Canvas(size, size, (x, y) => washAt(studio, saints, x, y));
    for (const layer of layers(studio, seen, saints)) drawLayer(canvas, studio, saints, layer);
    age(canvas, studio);
    return canvas;
  },
};

interface Layer extends Hatching {
  readonly halfWidth: number;
  readonly alpha: number;
  /** Added to the tone: the light hatches and the dark ones. */
  readonly shift: number;
  readonly color?: Rgb;
}

function layers({ noise }: Studio, seen: Look, saints: readonly Saint[]): Layer[] {
  const rest = (x: number, y: number): number => noise.fractal(x / 150, y / 90, 2) * 0.9;
  const along = (x: number, y: number): number => (seen(x, y) ? contourAngle(seen(x, y)!, 1.2) : rest(x, y));
  const isSaint = (x: number, y: number): boolean => seen(x, y) !== null;
  const isScenery = (x: number, y: number): boolean =>
    !isSaint(x, y) && saints.every(({ halo }) => distance(halo, { x, y }) > haloRadius + 5);
  const fine = (x: number, y: number): boolean => isSaint(x, y) && seen(x, y)!.matter !== 'cloth';
  return [
    { gap: 13, length: 80, halfWidth: 4.5, alpha: 0.6, shift: 0, angle: rest, looseness: 0.2, wanted: isScenery },
    { gap: 10, length: 50, halfWidth: 1.6, alpha: 0.4, shift: 0.14, angle: (x, y) => rest(x, y) + 0.6, wanted: isScenery },
    { gap: 10, length: 60, halfWidth: 2.6, alpha: 0.5, shift: 0.1, angle: along, wanted: (x, y) => isSaint(x, y) && !fine(x, y) },
    { gap: 9, length: 60, halfWidth: 1.6, alpha: 0.55, shift: -0.16, angle: along, wanted: (x, y) => isSaint(x, y) && !fine(x, y) },
    { gap: 6, length: 30, halfWidth: 1.2, alpha: 0.5, shift: 0.1, angle: along, wanted: fine },
    { gap: 6, length: 26, halfWidth: 1, alpha: 0.5, shift: -0.14, angle: along, wanted: (x, y) => fine(x, y) && seen(x, y)!.light < 0.8 },
    {
      gap: 5,
      length: 50,
      halfWidth: 1.25,
      alpha: 0.75,
      shift: 0,
      color: earth,
      angle: along,
      wanted: (x, y) => isSaint(x, y) && isNearEdge(seen, { x, y }, 2.5),
    },
  ];
}

function drawLayer(canvas: Canvas, studio: Studio, saints: readonly Saint[], layer: Layer): void {
  const { random, noise } = studio;
  for (const path of hatchPaths(studio, layer)) {
    const middle = path[path.length >> 1];
    const color = jitter(layer.color ?? colorAt(studio, saints, middle.x, middle.y, layer.shift), 0.035, random);
    traceStroke(canvas, path, layer.halfWidth * random.range(0.7, 1.25), ({ x, y, coverage, progress }) => {
      const thin = 0.75 + 0.5 * noise.at(x / 3, y / 3);
      canvas.blend(x, y, color, coverage * layer.alpha * thin * Math.min(1, 5 * (1 - progress) + 0.2));
    });
  }
}

function washAt(studio: Studio, saints: readonly Saint[], x: number, y: number): Rgb {
  const { noise } = studio;
  const wash = mixRgb(colorAt(studio, saints, x, y, 0), plaster[1], clamp(0.18 + noise.fractal(x / 26, y / 26, 3) * 0.42));
  return scaleRgb(wash, 1 + 0.05 * noise.at(x / 2, y / 2));
}

function colorAt(studio: Studio, saints: readonly Saint[], x: number, y: number, shift: number): Rgb {
  const drift = studio.noise.fractal(x / 85, y / 85, 3);
  for (const saint of saints) {
    const sight = saint.look(x, y);
    if (sight) return saintColor(saint, sight, clamp(sight.light * 0.98 + shift + drift * 0.08));
    const halo = haloColor(saint, x, y, drift);
    if (halo) return halo;
  }
  const ridge = 400 + 70 * Math.sin(x / 120 + 1) + 46 * studio.noise.fractal(x / 110, 7, 3);
  const nearRidge = 520 + 60 * studio.noise.fractal(x / 140, 19, 3);
  if (y > nearRidge) return gradient(hills, 0.15 + drift * 0.6 + shift);
  if (y > ridge) return gradient(hills, 0.75 + drift * 0.5 + shift);
  return gradient(sky, y / 460 + drift * 0.5 + shift);
}

/** Flat gold, with rays and a rim pressed into the wet plaster. */
function haloColor({ halo }: Saint, x: number, y: number, drift: number): Rgb | null {
  const away = distance(halo, { x, y });
  if (away > haloRadius) return null;
  const rays = away > 60 ? 0.12 * Math.cos(Math.atan2(y - halo.y, x - halo.x) * 64) : 0;
  const rim = away > haloRadius - 14 ? 0.25 * Math.cos((haloRadius - away) * 0.9) - 0.2 : 0;
  return gradient(gold, 0.55 + rays + rim + drift * 0.6);
}

function saintColor({ mantle }: Saint, sight: Sight, tone: number): Rgb {
  if (sight.matter === 'cloth') return gradient(mantles[mantle], tone);
  if (sight.matter === 'hair') return gradient(locks, tone);
  const { lips, rouge, brow, iris, pupil } = makeupAt(sight, [mantle === 'left' ? 0.2 : -0.2, -0.2, 0.95]);
  if (sight.matter === 'eyes') return mixRgb(mixRgb(plaster[1], skin[0], clamp(1 - tone) * 0.6), earth, Math.max(iris * 0.75, pupil));
  const warm = mixRgb(gradient(skin, tone), blush, clamp(rouge * 0.34 + lips * 0.6));
  return mixRgb(warm, locks[0], brow * 0.7);
}

/** What centuries do: pigment fades in clouds, the plaster cracks, flakes fall and are filled. */
function age(canvas: Canvas, { noise, random, size }: Studio): void {
  const cellAt = createVoronoi(scatter(size, size, 62, random, 90), 180);
  canvas.shade((x, y, color) => {
    const worn = smoothstep(0.1, 0.7, noise.fractal(x / 120 + 30, y / 120, 4)) * 0.3;
    const faded = mixRgb(saturate(color, 1 - worn), plaster[0], worn * 0.6);
    const { toWall } = cellAt(x + noise.fractal(x / 24, y / 24, 3) * 22, y + noise.fractal(x / 24 + 60, y / 24, 3) * 22);
    const kept = smoothstep(-0.15, 0.25, noise.fractal(x / 150 + 80, y / 150, 2));
    const crack = smoothstep(1.1, 0.2, toWall) * kept * 0.55;
    const loss = smoothstep(0.4, 0.44, noise.fractal(x / 75 + 11, y / 75 + 5, 5));
    const rim = loss * (1 - smoothstep(0.44, 0.5, noise.fractal(x / 75 + 11, y / 75 + 5, 5)));
    const filled = mixRgb(faded, mixRgb(plaster[0], plaster[2], 0.5 + noise.fractal(x / 9, y / 9, 3)), loss * 0.92);
    const rough = 1 + 0.08 * noise.fractal(x / 6, y / 6, 3) + 0.05 * noise.at(x / 1.6, y / 1.6);
    return scaleRgb(mixRgb(filled, earth, crack + rim * 0.12), rough);
  });
}
