import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, mixRgb, palette, saturate, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { distance, point, polar, type Point } from '../toolkit/geometry';
import { lightRelief, softenRelief } from '../toolkit/light';
import { clamp, smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';
import { createVoronoi, type VoronoiHit } from '../toolkit/voronoi';

const center = point(384, 360);
const rings = [
  { radius: 0, count: 1, offset: 0, colors: palette('#ffe27a') },
  { radius: 52, count: 8, offset: 0, colors: palette('#f6a821', '#e8502a') },
  { radius: 102, count: 12, offset: 0.13, colors: palette('#c3142d', '#8f0f3f') },
  { radius: 152, count: 18, offset: 0, colors: palette('#ffd24d', '#f08a1c', '#ffe9a0') },
  { radius: 202, count: 24, offset: 0.07, colors: palette('#1d4fb8', '#0f2f8a', '#2e7bd6') },
  { radius: 250, count: 30, offset: 0, colors: palette('#18a07a', '#0d6b5b', '#6cc4a1') },
];
const border = palette('#132a7d', '#1b4db0', '#3b2a8c', '#6b1d7a', '#0f6f8c', '#b0173f', '#e39a24');
const lead: Rgb = [0.07, 0.07, 0.08];
const leadHalfWidth = 4;

interface Pane {
  readonly place: Point;
  readonly color: Rgb;
}

export const design: Design = {
  id: 'stained-glass',
  name: 'Stained glass',
  description: 'A rose window: jewel-coloured panes lit from behind, held by dark lead.',
  group: 'pattern',
  seed: 23,
  draw(studio) {
    const panes = cutPanes(studio);
    const cellAt = createVoronoi(
      panes.map(({ place }) => place),
      70,
    );
    const canvas = new Canvas(studio.size, studio.size, lead);
    canvas.shade((x, y) => paneColor(studio, panes, cellAt(x, y), x, y));
    raiseLead(canvas, cellAt);
    lightRelief(canvas, { strength: 0.7, gloss: 0.35 });
    return canvas;
  },
};

function cutPanes({ size, random }: Studio): Pane[] {
  const rose = rings.flatMap(({ radius, count, offset, colors }) =>
    Array.from({ length: count }, (_, index) => ({
      place: polar(center, radius, offset + (index / count) * 2 * Math.PI + 0.001),
      color: jitter(colors[index % colors.length], 0.05, random),
    })),
  );
  const outside = scatter(size, size, 42, random, 60).filter((place) => distance(place, center) > 292);
  return [...rose, ...outside.map((place) => ({ place, color: jitter(borderColor(place, random.next()), 0.06, random) }))];
}

function borderColor(place: Point, chance: number): Rgb {
  if (chance > 0.82) return border[5 + (chance > 0.91 ? 1 : 0)];
  return gradient(border.slice(0, 5), clamp(place.y / 768 + (chance - 0.4) * 0.5));
}

function paneColor({ noise }: Studio, panes: Pane[], hit: VoronoiHit, x: number, y: number): Rgb {
  const { color } = panes[hit.cell];
  const streaks = noise.fractal(x / 30 + hit.cell * 3, y / 9 + hit.cell, 3) * 0.22;
  const seeds = smoothstep(0.45, 0.6, noise.at(x / 4.5, y / 4.5)) * 0.25;
  const backlight = 0.82 + 0.42 * smoothstep(28, 4, hit.toCenter) + streaks;
  const glass = saturate(scaleRgb(mixRgb(color, [1, 1, 0.9], seeds), backlight), 1.15);
  const grime = smoothstep(leadHalfWidth + 7, leadHalfWidth - 1, hit.toWall) * 0.55;
  return mixRgb(mixRgb(glass, lead, grime), lead, smoothstep(leadHalfWidth + 0.7, leadHalfWidth - 0.7, hit.toWall));
}

/** Lead comes are half-round bars; where three meet there is a drop of solder. */
function raiseLead(canvas: Canvas, cellAt: (x: number, y: number) => VoronoiHit): void {
  canvas.shade((x, y, color) => {
    const { toWall } = cellAt(x, y);
    canvas.raise(x, y, 6 * Math.sqrt(Math.max(0, 1 - (toWall / leadHalfWidth) ** 2)), 1);
    return color;
  });
  softenRelief(canvas, 1);
}
