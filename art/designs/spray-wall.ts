import { faceLines, type LineName } from '../models/face-lines';
import { makeupAt } from '../models/head';
import { woman } from '../models/sitters';
import { Canvas } from '../toolkit/canvas';
import { gradient, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { isNearEdge, type Look } from '../toolkit/form';
import { distance, followFlow, point, smoothCurve, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';
import { drip, mist, splatter, sprayCloud, sprayLine } from '../toolkit/spray';
import { look } from '../toolkit/view';
import { buildWall } from './spray-wall/wall';

const ink: Rgb = [0.1, 0.04, 0.2];
const white: Rgb = [1, 0.98, 0.94];
/** One can for each step of light on the face. */
const planes = palette('#2b0f57', '#7a1770', '#d4226b', '#ff6b45', '#ffb650', '#ffe9b0', '#fffaf0');
const steps = [-1, 0.14, 0.3, 0.47, 0.64, 0.8, 0.93];
const clouds = palette('#0e3f9e', '#12a5c6', '#22d0b8', '#2b1b78', '#0f6fc9', '#ff3d8b');
const ribbons = palette('#1238b0', '#11b5d8', '#7ef0dc', '#3a1a94', '#ff4f96', '#ffd34a', '#0c7fd6', '#f4fbff');
const features = { jaw: 0.84, nose: 0.85, lips: 1.15, lid: 1 };
const face = point(392, 440);

export const design: Design = {
  id: 'spray-wall',
  name: 'Spray wall',
  description: 'A face sprayed on brick in planes from violet to yellow, hair of blue ribbons, with drips, drops and tags.',
  group: 'modern',
  seed: 223,
  draw(studio) {
    const { size } = studio;
    const pose = { turn: -0.48, nod: 0.12, tilt: 0.14, scale: 262, origin: { x: 436, y: 424 }, light: [-0.75, 0.5, 0.75] as const };
    const sitting = woman(pose, features);
    const seen = look(sitting, size, 1);
    const canvas = new Canvas(size, size, [0.6, 0.56, 0.5]);
    buildWall(canvas, studio);
    sprayGround(canvas, studio);
    for (let tag = 0; tag < 9; tag++) writeTag(canvas, studio);
    sprayFace(canvas, studio, seen);
    sprayHair(canvas, studio, seen);
    drawFeatures(canvas, studio, faceLines(sitting, features, seen), seen);
    finish(canvas, studio);
    lightRelief(canvas, { strength: 0.34, gloss: 0.08 });
    return canvas;
  },
};

function sprayGround(canvas: Canvas, studio: Studio): void {
  const { random } = studio;
  for (let cloud = 0; cloud < 38; cloud++) {
    const place = point(random.range(-20, 790), random.range(-20, 790));
    sprayCloud(canvas, studio, place, random.range(70, 170), random.pick(clouds), 0.75);
  }
}

/** The light on the model in a few cans of paint, some edges cut by a stencil, others soft. */
function sprayFace(canvas: Canvas, { noise, random }: Studio, seen: Look): void {
  canvas.shade((x, y, current) => {
    const sight = seen(x, y);
    if (!sight || sight.matter === 'hair') return current;
    const { lips, rouge, iris, pupil } = makeupAt(sight, [-0.12, 0.02, 0.98]);
    const softness = 0.015 + 0.11 * smoothstep(-0.25, 0.35, noise.fractal(x / 90, y / 90, 2));
    const light = sight.light * (sight.matter === 'cloth' ? 0.7 : 1) + 0.05 * noise.fractal(x / 30, y / 30, 2);
    let color = planes[0];
    steps.forEach((step, index) => {
      color = mixRgb(color, planes[index], mist((light - step) / softness / 2 + 0.5, random.next()));
    });
    if (sight.matter === 'eyes') color = mixRgb(mixRgb(scaleRgb(white, 0.6 + 0.4 * light), [0.05, 0.65, 0.85], iris), ink, pupil);
    if (sight.matter === 'cloth') color = mixRgb(color, clouds[3], 0.55);
    return mixRgb(mixRgb(color, planes[2], rouge * 0.25), mixRgb(planes[1], planes[2], light * 1.4), lips * 0.85);
  });
}

const widths: Record<LineName, number> = {
  lash: 6,
  'lower lid': 2.4,
  crease: 2.2,
  brow: 6.5,
  mouth: 3.6,
  'upper lip': 1.6,
  'lower lip': 1.6,
  nostril: 2.4,
  'under nose': 2.8,
  chin: 0,
};

function drawFeatures(canvas: Canvas, studio: Studio, lines: ReturnType<typeof faceLines>, seen: Look): void {
  canvas.shade((x, y, color) => {
    const sight = seen(x, y);
    const isLine = sight !== null && sight.matter !== 'hair' && isNearEdge(seen, { x, y }, 2.6);
    return isLine ? mixRgb(color, ink, 0.85) : color;
  });
  for (const { name, path } of lines) {
    if (name === 'chin') continue;
    const swell = (progress: number): number => 0.5 + widths[name] * Math.sin(Math.PI * (0.12 + 0.8 * progress)) ** 0.7;
    sprayLine(canvas, studio, path, swell, ink, 0.25);
  }
}

/** Wide strokes that begin on the head and leave it in waves, those at the hairline last. */
function sprayHair(canvas: Canvas, studio: Studio, seen: Look): void {
  const { random, size } = studio;
  const isHair = ({ x, y }: Point): boolean => seen(x, y)?.matter === 'hair' && (y < 330 || x > face.x);
  const roots = scatter(size, size, 19, random).filter(isHair);
  for (const root of [...roots].sort((a, b) => distance(b, face) - distance(a, face))) ribbon(canvas, studio, root);
}

function ribbon(canvas: Canvas, studio: Studio, root: Point): void {
  const { random, noise } = studio;
  const windAt = (x: number, y: number): number =>
    Math.atan2(y - face.y, x - face.x) + 0.75 + noise.fractal(x / 170, y / 170, 2) * 1.9 + (y > face.y ? 0.6 : 0);
  const path = followFlow(root, windAt, random.range(120, 330), 6);
  const [first, second] = [random.pick(ribbons), random.pick(ribbons)];
  const half = random.range(6, 17);
  const swell = (progress: number): number => 1 + half * Math.sin(Math.PI * Math.min(1, 0.14 + progress * 0.86)) ** 0.8;
  sprayLine(canvas, studio, path, (progress) => swell(progress) + 3.5, ink, 0.12);
  sprayLine(canvas, studio, path, swell, (x, y) => gradient([first, second], 0.5 + noise.fractal(x / 70, y / 70, 2)), 0.5);
  if (random.next() < 0.5) sprayLine(canvas, studio, path.slice(4, path.length >> 1), 1.8, white, 0.5);
}

/** A name nobody can read, written in one breath. */
function writeTag(canvas: Canvas, studio: Studio): void {
  const { random } = studio;
  const high = random.range(22, 52);
  const start = point(random.range(-20, 600), random.range(60, 740));
  const places = Array.from({ length: 4 * (4 + random.index(4)) }, (_, index) =>
    point(
      start.x + (index >> 2) * high * 0.72 + random.range(0, high * 0.8),
      start.y - index * 1.2 - random.range(0, high) * (index % 2 ? 1 : 0.4),
    ),
  );
  const color = random.pick([white, white, ink, planes[2], ribbons[5], ribbons[2]]);
  sprayLine(canvas, studio, smoothCurve(places, 9), random.range(2, 3.6), color, 0.45);
  const end = places[places.length - 1];
  if (random.next() < 0.6)
    sprayLine(canvas, studio, smoothCurve([end, point(end.x + 8, start.y + 14), point(start.x, start.y + 18)], 9), 2.2, color, 0.5);
}

function finish(canvas: Canvas, studio: Studio): void {
  const { random } = studio;
  for (let run = 0; run < 34; run++) {
    const from = point(random.range(10, 760), random.range(300, 690));
    const color = canvas.at(from.x, from.y);
    drip(canvas, studio, from, random.range(24, 130), scaleRgb(color, 0.92), random.range(1.2, 2.6));
  }
  for (let burst = 0; burst < 12; burst++)
    splatter(
      canvas,
      studio,
      point(random.range(0, 768), random.range(0, 768)),
      random.range(30, 90),
      random.pick([...ribbons, ...planes]),
      34,
    );
}
