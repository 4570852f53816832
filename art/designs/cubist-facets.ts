import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { fillPolygon } from '../toolkit/fill';
import { between, distance, point, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { clamp, smoothstep } from '../toolkit/noise';
import { strokePath } from '../toolkit/stroke';

const schemes = {
  ground: palette('#3a2c22', '#7a5a38', '#b98d52', '#e6cf9c'),
  guitar: palette('#5a2412', '#a4481c', '#d98432', '#f2c878'),
  cloth: palette('#1c2f3a', '#3d6272', '#86a7a6', '#dde2cf'),
  bottle: palette('#0f2a24', '#2a5a46', '#7a9a5c', '#d8d69a'),
};
const line: Rgb = [0.1, 0.07, 0.06];

export const design: Design = {
  id: 'cubist-facets',
  name: 'Cubist facets',
  description: 'A still life broken into shaded planes of ochre, rust, grey-blue and green.',
  group: 'modern',
  seed: 113,
  draw(studio) {
    const { size, noise } = studio;
    const canvas = new Canvas(size, size, schemes.ground[1]);
    const whole = [point(-4, -4), point(size + 4, -4), point(size + 4, size + 4), point(-4, size + 4)];
    for (const facet of split(whole, 26000, studio)) {
      for (const plane of split(facet, 3200, studio)) paintFacet(canvas, studio, plane);
      if (studio.random.next() < 0.7) strokePath(canvas, [...facet, facet[0]], 1.8, line, 0.75);
    }
    drawArcs(canvas, studio);
    canvas.shade((x, y, color) => scaleRgb(color, 1 + 0.05 * noise.fractal(x / 2.5, y / 2.5, 2)));
    lightRelief(canvas, { strength: 0.35, gloss: 0.12 });
    return canvas;
  },
};

/** Cuts a convex polygon by random lines until every piece is smaller than `area`. */
function split(polygon: Point[], area: number, studio: Studio): Point[][] {
  const { random } = studio;
  if (areaOf(polygon) < area * random.range(0.5, 1.5)) return [polygon];
  const [first, second] = longestEdges(polygon);
  const from = between(polygon[first], polygon[(first + 1) % polygon.length], random.range(0.3, 0.7));
  const to = between(polygon[second], polygon[(second + 1) % polygon.length], random.range(0.25, 0.75));
  const [low, high] = first < second ? [first, second] : [second, first];
  const [atLow, atHigh] = first < second ? [from, to] : [to, from];
  const inner = [atLow, ...polygon.slice(low + 1, high + 1), atHigh];
  const outer = [...polygon.slice(0, low + 1), atLow, atHigh, ...polygon.slice(high + 1)];
  return [...split(inner, area, studio), ...split(outer, area, studio)];
}

function longestEdges(polygon: Point[]): number[] {
  const length = (index: number): number => distance(polygon[index], polygon[(index + 1) % polygon.length]);
  return polygon.map((_, index) => index).sort((a, b) => length(b) - length(a) || a - b);
}

function areaOf(polygon: Point[]): number {
  const twice = polygon.reduce((sum, a, index) => {
    const b = polygon[(index + 1) % polygon.length];
    return sum + a.x * b.y - b.x * a.y;
  }, 0);
  return Math.abs(twice) / 2;
}

function centerOf(polygon: Point[]): Point {
  const sum = polygon.reduce((total, { x, y }) => point(total.x + x, total.y + y), point(0, 0));
  return point(sum.x / polygon.length, sum.y / polygon.length);
}

/** Each plane shades from dark at one edge to light at the far side, in strokes along that edge. */
function paintFacet(canvas: Canvas, { random, noise }: Studio, facet: Point[]): void {
  const [edge] = longestEdges(facet);
  const start = facet[edge];
  const end = facet[(edge + 1) % facet.length];
  const length = distance(start, end);
  const ux = (end.x - start.x) / length;
  const uy = (end.y - start.y) / length;
  const center = centerOf(facet);
  const depth = Math.max(...facet.map(({ x, y }) => Math.abs((y - start.y) * ux - (x - start.x) * uy)));
  const scheme = subjectAt(point(center.x + random.normal() * 16, center.y + random.normal() * 16)).map((color) =>
    jitter(color, 0.05, random),
  );
  const low = random.range(0.02, 0.4);
  const high = low + random.range(0.3, 0.65);
  fillPolygon(canvas, facet, (x, y) => {
    const away = Math.abs((y - start.y) * ux - (x - start.x) * uy) / depth;
    const along = (x - start.x) * ux + (y - start.y) * uy;
    const dab = noise.at(along / 16 + center.x, (away * depth) / 3.2) * 0.16 + noise.at(along / 40, (away * depth) / 9) * 0.1;
    canvas.raise(x, y, 2 + dab * 14, 1);
    return gradient(scheme, clamp(low + (high - low) * away + dab));
  });
}

/** What is on the table: guitar, bottle, cloth. */
function subjectAt(place: Point): Rgb[] {
  const body = distance(place, point(330, 520)) < 150 || distance(place, point(420, 345)) < 115;
  const hole = distance(place, point(375, 430)) < 42;
  const neck = Math.abs(place.x - 420 - (345 - place.y) * 0.45) < 30 && place.y < 345;
  if (hole) return schemes.ground.map((color) => mixRgb(color, line, 0.5));
  if (body || neck) return schemes.guitar;
  const bottle = Math.abs(place.x - 645) < 64 - 36 * smoothstep(330, 230, place.y) && place.y > 110 && place.y < 640;
  if (bottle) return schemes.bottle;
  if (place.y > 560 + place.x * 0.08 || (place.x < 180 && place.y > 250)) return schemes.cloth;
  return (Math.floor(place.x / 190) + Math.floor(place.y / 210)) % 2 ? schemes.cloth : schemes.ground;
}

function drawArcs(canvas: Canvas, { random }: Studio): void {
  const arc = (center: Point, radius: number, from: number, to: number): Point[] =>
    Array.from({ length: 40 }, (_, index) => {
      const angle = from + ((to - from) * index) / 39;
      return point(center.x + radius * Math.cos(angle), center.y + radius * Math.sin(angle));
    });
  strokePath(canvas, arc(point(330, 520), 150, 0.6, 4.1), 3, line, 0.9);
  strokePath(canvas, arc(point(420, 345), 115, 3.6, 7), 3, line, 0.9);
  strokePath(canvas, arc(point(375, 430), 42, 0, 6.3), 3.5, line, 0.95);
  for (let string = -2; string <= 2; string++) {
    const shift = string * 7;
    strokePath(canvas, [point(345 + shift, 560), point(540 + shift * 0.7, 60)], 1.1, schemes.guitar[3], 0.85);
  }
  for (let count = 0; count < 14; count++) {
    const from = random.range(0, 6);
    strokePath(
      canvas,
      arc(point(random.range(0, 768), random.range(0, 768)), random.range(30, 130), from, from + random.range(0.8, 2.2)),
      1.8,
      line,
      0.6,
    );
  }
}
