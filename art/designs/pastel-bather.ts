import { bather } from '../models/figures';
import { Canvas } from '../toolkit/canvas';
import { chalk } from '../toolkit/chalk';
import { gradient, jitter, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { acrossAngle, contourAngle, isNearEdge, type Look } from '../toolkit/form';
import type { Point } from '../toolkit/geometry';
import { hatchPaths, type Hatching } from '../toolkit/hatching';
import { clamp, smoothstep } from '../toolkit/noise';
import { tooth } from '../toolkit/paper';
import { look, type Sight } from '../toolkit/view';

const paper = palette('#b3a597')[0];
const skin = palette('#46354c', '#7d5a62', '#b98578', '#e0b59b', '#f4d6bd', '#fff0de');
const hair = palette('#38221f', '#6b3a28', '#a1603a', '#d49a63');
const linen = palette('#646f92', '#9aa7bd', '#d3d9db', '#f0ece2', '#fffaf0');
const wall = palette('#587883', '#86a3a1', '#bcc6ad', '#e3d6b4', '#d9bfa6');
const floor = palette('#7f5f60', '#ab8679', '#d8bba5', '#c7b7a8');
const line = palette('#4a3138')[0];

export const design: Design = {
  id: 'pastel-bather',
  name: 'Pastel bather',
  description: 'Pale pastel: a bather seen from behind on crumpled linen, rose, pearl and grey-green in crossing hatches.',
  group: 'paint',
  seed: 347,
  draw(studio) {
    const { size, noise } = studio;
    const pose = { turn: 0.22, nod: 0.14, tilt: 0.02, scale: 116, origin: { x: 345, y: 408 }, light: [-0.7, 0.6, 0.65] as const };
    const model = look(bather(pose), size);
    const canvas = new Canvas(size, size, (x, y) => {
      const rubbed = mixRgb(paper, colorAt(studio, model(x, y), { x, y }), 0.55);
      return scaleRgb(rubbed, 1 + 0.1 * tooth(noise, x, y));
    });
    for (const layer of layers(studio, model)) hatch(canvas, studio, model, layer);
    return canvas;
  },
};

interface Layer extends Hatching {
  readonly halfWidth: number;
  readonly pressure: number;
  readonly wander: number;
  readonly color?: Rgb;
}

function layers({ noise }: Studio, model: Look): Layer[] {
  const rest = (x: number, y: number): number => (y > 560 ? 0.2 : 1.25) + noise.at(x / 120, y / 120) * 0.7;
  const along = (x: number, y: number): number => (model(x, y) ? contourAngle(model(x, y)!, 1.1) : rest(x, y));
  const across = (x: number, y: number): number => (model(x, y) ? acrossAngle(model(x, y)!, -0.8) : rest(x, y) - 0.75);
  const isModel = (x: number, y: number): boolean => model(x, y) !== null;
  const sameThing =
    (wanted: (sight: Sight) => boolean) =>
    (x: number, y: number): boolean => {
      const sight = model(x, y);
      return sight !== null && wanted(sight);
    };
  const isEdge = (x: number, y: number): boolean => isModel(x, y) && isNearEdge(model, { x, y }, 2.5);
  return [
    { gap: 15, length: 90, halfWidth: 6.5, pressure: 0.42, wander: 0.05, angle: rest, looseness: 0.3, wanted: (x, y) => !isModel(x, y) },
    { gap: 13, length: 60, halfWidth: 5.5, pressure: 0.45, wander: 0.04, angle: along, wanted: isModel },
    { gap: 12, length: 80, halfWidth: 2.4, pressure: 0.7, wander: 0.1, angle: across, looseness: 0.15, wanted: (x, y) => !isModel(x, y) },
    {
      gap: 10,
      length: 60,
      halfWidth: 2.6,
      pressure: 0.65,
      wander: 0.09,
      angle: across,
      wanted: sameThing(({ matter }) => matter === 'linen'),
    },
    {
      gap: 8.5,
      length: 46,
      halfWidth: 2,
      pressure: 0.66,
      wander: 0.08,
      angle: along,
      wanted: sameThing(({ matter }) => matter === 'skin'),
    },
    {
      gap: 10,
      length: 40,
      halfWidth: 1.6,
      pressure: 0.7,
      wander: 0.1,
      angle: across,
      wanted: sameThing(({ matter, light }) => matter === 'skin' && light < 0.75),
    },
    {
      gap: 6,
      length: 40,
      halfWidth: 1.9,
      pressure: 0.8,
      wander: 0.12,
      angle: (x, y) => along(x, y) + 0.5 * noise.at(x / 30, y / 30),
      wanted: sameThing(({ matter }) => matter === 'hair'),
    },
    {
      gap: 9,
      length: 44,
      halfWidth: 1.9,
      pressure: 0.9,
      wander: 0.02,
      color: skin[5],
      angle: along,
      wanted: sameThing(({ matter, light }) => matter === 'skin' && light > 0.9),
    },
    {
      gap: 11,
      length: 60,
      halfWidth: 2.2,
      pressure: 0.95,
      wander: 0.02,
      color: linen[4],
      angle: along,
      wanted: sameThing(({ matter, light }) => matter === 'linen' && light > 0.72),
    },
    { gap: 9, length: 60, halfWidth: 1.2, pressure: 0.6, wander: 0.06, color: line, angle: along, wanted: isEdge },
  ];
}

function hatch(canvas: Canvas, studio: Studio, model: Look, layer: Layer): void {
  const { random } = studio;
  for (const path of hatchPaths(studio, layer)) {
    const middle = path[path.length >> 1];
    const color = jitter(layer.color ?? colorAt(studio, model(middle.x, middle.y), middle), layer.wander, random);
    chalk(canvas, studio, path, layer.halfWidth * random.range(0.7, 1.25), color, layer.pressure * random.range(0.85, 1.15));
  }
}

function colorAt(studio: Studio, sight: Sight | null, place: Point): Rgb {
  const { noise } = studio;
  const drift = noise.fractal(place.x / 60, place.y / 60, 3);
  if (!sight) return roomColor(studio, place, drift);
  if (sight.matter === 'hair') return gradient(hair, sight.light * 0.95 + drift * 0.2);
  if (sight.matter === 'linen')
    return mixRgb(gradient(linen, sight.light * 1.05 + drift * 0.12), skin[3], 0.25 * smoothstep(0.1, 0.5, drift));
  const flesh = gradient(skin, clamp(sight.light * 1.02 + drift * 0.1));
  const cool = smoothstep(0.75, 0.35, sight.light) * smoothstep(-0.2, 0.35, noise.fractal(place.x / 40 + 9, place.y / 40, 2));
  return mixRgb(flesh, wall[0], cool * 0.4);
}

/** A papered wall in faded stripes and a rosy floor. */
function roomColor({ noise }: Studio, { x, y }: Point, drift: number): Rgb {
  if (y > 590 + drift * 20) return gradient(floor, 0.5 + drift * 0.9);
  const stripe = 0.12 * Math.sin(x / 26 + noise.at(x / 90, y / 90) * 2);
  return gradient(wall, 0.3 + stripe + drift * 0.55 + (x / 768) * 0.35);
}
