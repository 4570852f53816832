import { faceLines, type FaceLine, type LineName } from '../models/face-lines';
import { dancer, dancersFeatures, ofDancersHead, onDancersHead } from '../models/figures';
import { makeupAt } from '../models/head';
import { brushStroke } from '../toolkit/brush';
import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { fillDisc } from '../toolkit/fill';
import { contourAngle, isNearEdge, withinMatter, type Look } from '../toolkit/form';
import { followFlow, point, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { clamp, smoothstep } from '../toolkit/noise';
import { tooth } from '../toolkit/paper';
import { scatter } from '../toolkit/scatter';
import { look, type Sight } from '../toolkit/view';

const paper = palette('#d8c4ae')[0];
const ramps: Record<string, Rgb[]> = {
  skin: palette('#7a5560', '#a8766c', '#d49c84', '#efc4a6', '#fbe2cc'),
  hair: palette('#2d2028', '#54323a', '#8a5546', '#b98262'),
  bodice: palette('#39506a', '#56789a', '#86a8bd', '#bcd0d2', '#e8ebe0'),
  tulle: palette('#8391a8', '#a9b6c4', '#cdd4d6', '#eeeae0', '#fdf8ee'),
  eyes: palette('#4a3d44', '#b3a69e'),
};
const red = palette('#b8504a')[0];
const wall = palette('#8f9391', '#b3aca0', '#d6c8b4', '#e8d9c5', '#e6c6b4');
const floor = palette('#7d5f4b', '#ab855f', '#d3b58c', '#e3cda9');
const window = palette('#b7ccd2', '#d6e2df', '#f3efe0');

interface Layer {
  readonly gap: number;
  readonly length: number;
  readonly halfWidth: number;
  readonly wanted: (sight: Sight | null, place: Point) => boolean;
  /** The whole picture unless given. */
  readonly box?: { readonly left: number; readonly top: number; readonly side: number };
}

export const design: Design = {
  id: 'gouache-dancer',
  name: 'Gouache dancer',
  description: 'Opaque, chalky gouache with a flat brush: a dancer in white tulle before a pale practice room.',
  group: 'paint',
  seed: 353,
  draw(studio) {
    const { size, noise } = studio;
    const pose = { turn: -0.4, nod: 0.04, tilt: 0.03, scale: 108, origin: { x: 392, y: 476 }, light: [-0.75, 0.5, 0.6] as const };
    const sitting = dancer(pose);
    const model = look(sitting, size, 1);
    const canvas = new Canvas(size, size, (x, y) => scaleRgb(paper, 1 + 0.06 * tooth(noise, x, y)));
    const isModel = (sight: Sight | null): boolean => sight !== null;
    const isFine = (sight: Sight | null, place: Point): boolean => sight !== null && (isNearEdge(model, place, 5) || sight.place[1] > 2.3);
    const isHead = (sight: Sight | null): boolean => sight !== null && sight.place[1] > 2.42 && Math.abs(sight.place[0]) < 0.6;
    paintLayer(canvas, studio, model, { gap: 24, length: 110, halfWidth: 19, wanted: () => true });
    paintLayer(canvas, studio, model, { gap: 22, length: 60, halfWidth: 11, wanted: (sight) => sight === null });
    paintLayer(canvas, studio, model, { gap: 13, length: 44, halfWidth: 8, wanted: isModel });
    paintLayer(canvas, studio, model, { gap: 9, length: 34, halfWidth: 4.4, wanted: isModel });
    paintLayer(canvas, studio, model, { gap: 5.5, length: 18, halfWidth: 2.3, wanted: isFine });
    paintLayer(canvas, studio, model, { gap: 5, length: 26, halfWidth: 2, wanted: (sight) => sight?.matter === 'skin' });
    paintLayer(canvas, studio, model, { gap: 2.2, length: 5, halfWidth: 1.5, wanted: isHead, box: { left: 330, top: 76, side: 130 } });
    drawFace(canvas, studio, faceLines(sitting, dancersFeatures, model, ofDancersHead));
    lightRelief(canvas, { strength: 0.16, gloss: 0.04 });
    return canvas;
  },
};

const widths: Record<LineName, number> = {
  lash: 1.1,
  'lower lid': 0.5,
  crease: 0.5,
  brow: 1.1,
  mouth: 0.8,
  'upper lip': 0,
  'lower lip': 0,
  nostril: 0.6,
  'under nose': 0.7,
  chin: 0,
};

function drawFace(canvas: Canvas, { noise }: Studio, lines: readonly FaceLine[]): void {
  for (const { name, path } of lines) {
    const middle = path[path.length >> 1];
    if (name === 'lower lid') fillDisc(canvas, point(middle.x - 1, middle.y - 3.2), 2.5, ramps.hair[0], 0.9);
    if (widths[name] === 0) continue;
    const brush = { halfWidth: widths[name], color: ramps.hair[0], streak: ramps.hair[1], dryness: 0.2, opacity: 0.85 };
    brushStroke(canvas, path, brush, noise);
  }
}

function paintLayer(canvas: Canvas, studio: Studio, model: Look, layer: Layer): void {
  const { random, noise, size } = studio;
  const { left, top, side } = layer.box ?? { left: 0, top: 0, side: size };
  for (const { x, y } of random.shuffle(scatter(side, side, layer.gap, random, 20))) {
    const place = point(left + x, top + y);
    if (!layer.wanted(model(place.x, place.y), place)) continue;
    const flow = followFlow(place, (x, y) => angleAt(studio, model(x, y), x, y), layer.length * random.range(0.5, 1.2));
    const path = withinMatter(flow, model, 0.35);
    if (path.length < 2) continue;
    const middle = path[path.length >> 1];
    const color = colorAt(studio, model(middle.x, middle.y), middle);
    const wander = layer.halfWidth > 6 ? 0.035 : 0.028;
    brushStroke(
      canvas,
      path,
      {
        color: jitter(color, wander, random),
        streak: jitter(color, wander * 2, random),
        halfWidth: layer.halfWidth * random.range(0.7, 1.15),
        bristle: 1.7,
        thickness: 2.2,
        dryness: 0.75,
        opacity: 0.95,
        flat: layer.halfWidth > 3,
      },
      noise,
    );
  }
}

function angleAt({ noise }: Studio, sight: Sight | null, x: number, y: number): number {
  if (!sight) return (y > 600 ? 0.05 : 1.35) + noise.fractal(x / 170, y / 170, 2) * 1.5;
  if (sight.matter === 'bodice') return 1.5 + sight.normal[0] * 0.5 + noise.at(x / 50, y / 50) * 0.4;
  if (sight.matter === 'tulle') return Math.atan2(y - 430, x - 392) + noise.at(x / 40, y / 40) * 0.3;
  return contourAngle(sight, 1.3) + noise.at(x / 60, y / 60) * 0.4;
}

/** Gouache is mixed in a few tones on the palette, and laid side by side. */
function colorAt(studio: Studio, sight: Sight | null, place: Point): Rgb {
  const { noise } = studio;
  const drift = noise.fractal(place.x / 75, place.y / 75, 3);
  if (!sight) return roomColor(studio, place, drift);
  const tone = clamp(sight.light * 1.05 + drift * 0.1);
  const mixed = (Math.round(tone * 6) / 6) * 0.75 + tone * 0.25;
  const local = features(sight, gradient(ramps[sight.matter], sight.matter === 'tulle' ? 0.25 + mixed * 0.8 : mixed));
  const bounced = smoothstep(0.5, 0.2, sight.light) * smoothstep(0.1, 0.8, sight.normal[0]);
  return mixRgb(local, floor[1], bounced * 0.35);
}

/** Lips, brows and cheeks, a touch of the brush each. */
function features(sight: Sight, local: Rgb): Rgb {
  if ((sight.matter !== 'skin' && sight.matter !== 'eyes') || sight.place[1] < 2.4) return local;
  const { lips, brow, rouge, iris } = makeupAt(onDancersHead(sight), [-0.1, -0.1, 0.98]);
  if (sight.matter === 'eyes') return mixRgb(local, ramps.hair[0], iris);
  return mixRgb(mixRgb(local, red, lips * 0.75 + rouge * 0.22), ramps.hair[1], brow * 0.7);
}

function roomColor({ noise }: Studio, { x, y }: Point, drift: number): Rgb {
  const skirting = 606 - x * 0.03;
  if (y > skirting) return gradient(floor, 0.55 + drift * 0.7 - 0.35 * Math.exp(-(((x - 470) / 210) ** 2) - ((y - 720) / 70) ** 2));
  if (y > skirting - 16) return mixRgb(floor[0], wall[1], 0.4);
  const isPane = x > 60 && x < 250 && y > 40 && y < 420 && Math.abs(x - 155) > 7 && Math.abs(y - 230) > 7;
  if (isPane) return gradient(window, 0.5 + drift * 0.8 + (y - 230) / 600);
  if (x > 46 && x < 264 && y > 26 && y < 434) return mixRgb(wall[1], wall[3], 0.5 + drift);
  return gradient(wall, 0.5 + drift * 0.8 - (x - 300) / 1400 + noise.at(x / 30, y / 30) * 0.06);
}
