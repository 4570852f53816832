import { Canvas } from '../toolkit/canvas';
import { gradient, mixRgb, palette } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { distance, point, polar, ring, type Point } from '../toolkit/geometry';
import { lightRelief, softenRelief } from '../toolkit/light';
import { clamp } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';
import { framed, wire } from './enamel-spirals/cells';
import { drawKoi, type Koi } from './enamel-spirals/koi';
import { drawBlossom, drawLeaf } from './enamel-spirals/lotus';

const water = palette('#0a1f5c', '#12418f', '#1673a8', '#20a3ad', '#62cfc0', '#c8efdc');

const red: Koi = {
  spine: [point(172, 402), point(196, 286), point(286, 196), point(404, 172), point(520, 204)],
  width: 62,
  tones: palette('#ead9b8', '#fff5e2'),
  patches: palette('#b3201c', '#ef5a24'),
  fins: palette('#ef6a2e', '#ffb37a', '#fff0dc'),
};
const blue: Koi = {
  spine: [point(598, 396), point(566, 506), point(474, 580), point(362, 602), point(250, 570)],
  width: 60,
  tones: palette('#d98a1e', '#ffd35a'),
  patches: palette('#0c1440', '#24307a'),
  fins: palette('#e0922a', '#ffd978', '#fff3c8'),
};

export const design: Design = {
  id: 'enamel-spirals',
  name: 'Enamel spirals',
  description: 'Enamel between gold wires: two carp circle among lotus, over water of spirals from turquoise to lapis.',
  group: 'pattern',
  seed: 197,
  draw(studio) {
    const { size } = studio;
    const canvas = new Canvas(size, size, water[0]);
    for (const place of waves(studio)) wave(canvas, studio, place);
    drawLeaf(canvas, studio, point(92, 664), 122, -0.6);
    drawLeaf(canvas, studio, point(694, 112), 128, 2.4);
    drawLeaf(canvas, studio, point(660, 690), 92, 4);
    drawLeaf(canvas, studio, point(78, 84), 84, 0.6);
    drawKoi(canvas, studio, red);
    drawKoi(canvas, studio, blue);
    drawBlossom(canvas, studio, point(168, 700), 86);
    drawBlossom(canvas, studio, point(640, 66), 78);
    drawBlossom(canvas, studio, point(386, 388), 66);
    softenRelief(canvas, 1);
    lightRelief(canvas, { strength: 0.7, gloss: 0.6 });
    return canvas;
  },
};

function waves({ random, size }: Studio): Point[] {
  return [...scatter(size, size + 60, 33, random, 40)].sort((a, b) => a.y - b.y);
}

/** A crest: rings from pale to dark, in them a spiral that opens the way the current turns. */
function wave(canvas: Canvas, studio: Studio, center: Point): void {
  const { noise, random } = studio;
  const radius = random.range(28, 38);
  const current = clamp(0.42 + noise.fractal(center.x / 210, center.y / 210, 2) * 0.75);
  const pale = gradient(water, current + 0.3);
  framed(canvas, studio, ring(center, radius, 40), (x, y) => {
    const away = distance(center, point(x, y)) / radius;
    return mixRgb(gradient(water, current * 0.8), pale, clamp(away * away + (center.y - y) / (radius * 4)));
  });
  const hand = center.x < 384 ? 1 : -1;
  const turn = random.range(0, 6.3);
  const spiral = Array.from({ length: 44 }, (_, index) => polar(center, radius * (0.06 + (index / 44) * 0.76), turn + hand * index * 0.29));
  wire(canvas, studio, spiral, (progress) => 0.9 + progress * 0.7);
}
