import { faceLines, type LineName } from '../models/face-lines';
import { makeupAt } from '../models/head';
import { beardedMan, fromUpperLeft } from '../models/sitters';
import { brushStroke } from '../toolkit/brush';
import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { contourAngle, isNearEdge, withinMatter, type Look } from '../toolkit/form';
import { followFlow, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { clamp, smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';
import { tapered } from '../toolkit/stroke';
import { look, type Sight } from '../toolkit/view';

const ground = palette('#4a2c19')[0];
const room = palette('#140d0a', '#24170f', '#3b2616', '#5d4023', '#7b5a33', '#8f7448');
const skin = palette('#2a150e', '#552a1a', '#8a4a2c', '#b97a4e', '#d9a878', '#edcda0', '#fbe9c8');
const hair = palette('#120c09', '#33221a', '#66503d', '#9d8a70', '#d2c4a6');
const cloth = palette('#100b0b', '#1f1612', '#3a2517', '#6b3a1d', '#a8632c');
const hat = palette('#120708', '#2c0d0c', '#561a13', '#84301d', '#b4603a');
const rouge = palette('#b4482f')[0];

interface Layer {
  readonly gap: number;
  readonly length: number;
  readonly halfWidth: number;
  readonly bristle: number;
  readonly thickness: number;
  readonly dryness: number;
}

export const design: Design = {
  id: 'umber-portrait',
  name: 'Umber portrait',
  description: 'Oil in earth colours: an old man’s face lit from one side, thick in the lights, thin in the darks.',
  group: 'paint',
  seed: 307,
  draw(studio) {
    const { size, noise } = studio;
    const features = { jaw: 0.98, nose: 1.25, lid: 0.78, brow: 1.4, cheek: 1.2 };
    const pose = { turn: 0.42, nod: 0.08, tilt: -0.05, scale: 236, origin: { x: 362, y: 350 }, light: fromUpperLeft };
    const sitting = beardedMan(pose, features);
    const sitter = look(sitting, size, 1);
    const canvas = new Canvas(size, size, (x, y) => scaleRgb(ground, 1 + noise.fractal(x / 60, y / 60, 4) * 0.4));
    paintLayer(canvas, studio, sitter, { gap: 19, length: 95, halfWidth: 16, bristle: 2.4, thickness: 2, dryness: 0.6 });
    paintLayer(canvas, studio, sitter, { gap: 11, length: 46, halfWidth: 7, bristle: 1.8, thickness: 3, dryness: 0.5 });
    paintLayer(canvas, studio, sitter, { gap: 7, length: 30, halfWidth: 3.8, bristle: 1.4, thickness: 4.5, dryness: 0.45 }, isWorked);
    paintLayer(canvas, studio, sitter, { gap: 4, length: 15, halfWidth: 1.9, bristle: 1.2, thickness: 4, dryness: 0.3 }, isDetail);
    for (const { name, path } of faceLines(sitting, features, sitter)) drawLine(canvas, studio, sitter, path, widths[name]);
    lightRelief(canvas, { strength: 0.32, gloss: 0.24 });
    return canvas;
  },
};

const widths: Record<LineName, number> = {
  lash: 2.8,
  'lower lid': 1.3,
  crease: 1.7,
  brow: 0,
  mouth: 2.4,
  'upper lip': 0,
  'lower lip': 0,
  nostril: 1.8,
  'under nose': 2,
  chin: 0,
};

/** A thin brush in warm dark, where the lids and nostrils turn. */
function drawLine(canvas: Canvas, { noise }: Studio, sitter: Look, path: readonly Point[], halfWidth: number): void {
  if (halfWidth === 0) return;
  const middle = path[path.length >> 1];
  const lit = sitter(middle.x, middle.y)?.light ?? 0;
  const color = mixRgb(skin[0], skin[1], lit);
  brushStroke(
    canvas,
    path,
    { halfWidth: tapered(halfWidth, 0.6), color, streak: skin[1], bristle: 1.2, thickness: 2, dryness: 0.2 },
    noise,
  );
}

type Wanted = (sight: Sight | null, place: Point, sitter: Look) => boolean;

/** The lights are worked up; of the room only the first layers stay. */
const isWorked: Wanted = (sight, place, sitter) => sight !== null && (sight.light > 0.3 || isNearEdge(sitter, place, 8));

const isDetail: Wanted = (sight, place, sitter) => {
  if (!sight || sight.matter === 'cloth') return false;
  if (sight.matter === 'eyes' || isNearEdge(sitter, place, 4)) return true;
  const { lips, brow } = makeupAt(sight);
  return lips > 0.2 || brow > 0.3 || (sight.matter !== 'hat' && sight.place[2] > 0.35 && sight.light > 0.2);
};

function paintLayer(canvas: Canvas, studio: Studio, sitter: Look, layer: Layer, wanted: Wanted = () => true): void {
  const { random, noise, size } = studio;
  for (const place of random.shuffle(scatter(size, size, layer.gap, random, 20))) {
    const sight = sitter(place.x, place.y);
    if (!wanted(sight, place, sitter)) continue;
    const flow = followFlow(place, (x, y) => angleAt(studio, sitter(x, y), x, y), layer.length * random.range(0.5, 1.2));
    const path = withinMatter(flow, sitter);
    if (path.length < 2) continue;
    const middle = path[path.length >> 1];
    const seen = sitter(middle.x, middle.y);
    const wander = seen ? 0.045 : 0.035;
    const color = jitter(colorAt(studio, seen, middle), wander, random);
    const streak = jitter(colorAt(studio, seen, middle), wander * 2.2, random);
    const thickness = layer.thickness * (0.25 + (seen?.light ?? 0.2));
    brushStroke(canvas, path, { ...layer, thickness, color, streak }, noise);
  }
}

function angleAt({ noise }: Studio, sight: Sight | null, x: number, y: number): number {
  if (!sight) return noise.fractal(x / 200, y / 200, 2) * 2.6 + 0.8;
  if (sight.matter === 'beard' || sight.matter === 'hair') return 1.45 + noise.fractal(x / 40, y / 60, 2) * 1.1 + sight.normal[0] * 0.5;
  return contourAngle(sight, -0.7) + noise.at(x / 50, y / 50) * 0.5;
}

function colorAt(studio: Studio, sight: Sight | null, place: Point): Rgb {
  const { noise } = studio;
  if (!sight) return roomColor(studio, place);
  const tone = clamp(sight.light * 1.06 + noise.fractal(place.x / 34, place.y / 34, 3) * 0.09);
  if (sight.matter === 'cloth') return gradient(cloth, tone * 0.8);
  if (sight.matter === 'hat') return gradient(hat, tone * 0.95);
  if (sight.matter === 'hair' || sight.matter === 'beard') return gradient(hair, tone * 1.1 + noise.at(place.x / 9, place.y / 30) * 0.14);
  return faceColor(sight, tone);
}

function faceColor(sight: Sight, tone: number): Rgb {
  const { lips, rouge: flush, brow, iris, pupil } = makeupAt(sight, [0.25, -0.1, 0.95]);
  if (sight.matter === 'eyes')
    return mixRgb(mixRgb(scaleRgb([0.86, 0.8, 0.7], 0.25 + tone * 0.8), [0.23, 0.15, 0.1], iris), [0.05, 0.03, 0.03], pupil);
  const reddened = mixRgb(gradient(skin, tone), scaleRgb(rouge, 0.35 + tone), 0.34 * flush + 0.5 * lips);
  const furrow = 0.16 * smoothstep(0.3, 0.75, sight.place[1]) * Math.max(0, Math.sin(sight.place[1] * 44 + sight.place[0] * 3)) ** 4;
  return mixRgb(scaleRgb(reddened, 1 - furrow), hair[1], brow * 0.65);
}

/** Darker on the side that the light comes from, so that the lit cheek stands out, and the other way round. */
function roomColor({ noise }: Studio, { x, y }: Point): Rgb {
  const glow = Math.exp(-(((x - 640) / 260) ** 2) - ((y - 420) / 330) ** 2);
  return gradient(room, 0.16 + glow * 0.55 + noise.fractal(x / 130, y / 130, 3) * 0.3);
}
