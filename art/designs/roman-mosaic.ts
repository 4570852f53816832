import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { coverPolygon, fillPolygon } from '../toolkit/fill';
import { distance, point, turnedRectangle, type Point } from '../toolkit/geometry';
import { smoothstep } from '../toolkit/noise';
import { lightRelief } from '../toolkit/light';

const center = point(384, 384);
const tile = 16;
const grout = palette('#4a4038', '#6d6152');
const sea = palette('#0e3b53', '#17647d', '#2f93a0', '#7fc3b8', '#dfe8cf');
const sun = palette('#fbe7a8', '#f2b544', '#dd7a2c', '#b23a24');
const earth = palette('#efe4cb', '#d9b98a', '#a8643a', '#6b2f24', '#2c2422');

export const design: Design = {
  id: 'roman-mosaic',
  name: 'Roman mosaic',
  description: 'Stone tesserae set in curving rows: a sun over waves, within a guilloche border.',
  group: 'pattern',
  seed: 31,
  draw(studio) {
    const { size, noise } = studio;
    const canvas = new Canvas(size, size, (x, y) => gradient(grout, 0.5 + noise.fractal(x / 6, y / 6, 3)));
    layField(canvas, studio);
    for (let radius = 8; radius < 300; radius += tile) layRing(canvas, studio, radius);
    lightRelief(canvas, { strength: 0.5, gloss: 0.12 });
    return canvas;
  },
};

/** Tiles outside the medallion follow its rim: opus vermiculatum. */
function layField(canvas: Canvas, studio: Studio): void {
  for (let radius = 312; radius < 560; radius += tile) layRing(canvas, studio, radius);
}

function layRing(canvas: Canvas, studio: Studio, radius: number): void {
  const { random, size } = studio;
  const count = Math.max(5, Math.round((2 * Math.PI * radius) / tile));
  const start = random.next();
  for (let index = 0; index < count; index++) {
    const angle = ((index + start) / count) * 2 * Math.PI;
    const place = point(center.x + radius * Math.cos(angle), center.y + radius * Math.sin(angle));
    if (place.x < -tile || place.y < -tile || place.x > size + tile || place.y > size + tile) continue;
    layTile(canvas, studio, place, angle, (Math.PI * radius) / count);
  }
}

function layTile(canvas: Canvas, studio: Studio, place: Point, angle: number, halfWidth: number): void {
  const { random, noise } = studio;
  const tilt = angle + random.normal() * 0.05;
  const outline = turnedRectangle(place, tile / 2 - 1.2, halfWidth - 1.2, tilt).map((corner) =>
    point(corner.x + random.range(-0.9, 0.9), corner.y + random.range(-0.9, 0.9)),
  );
  const stone = jitter(motif(studio, place), 0.07, random);
  const veins = random.range(0, 90);
  fillPolygon(canvas, outline, (x, y) => scaleRgb(stone, 1 + 0.16 * noise.fractal(x / 5 + veins, y / 5, 3)));
  const slopeX = random.normal() * 0.08;
  const slopeY = random.normal() * 0.08;
  coverPolygon(outline, canvas.width, canvas.height, (x, y, coverage) => {
    canvas.raise(x, y, 2.2 + (x - place.x) * slopeX + (y - place.y) * slopeY, coverage);
  });
}

function motif({ noise }: Studio, place: Point): Rgb {
  const radius = distance(place, center);
  const angle = Math.atan2(place.y - center.y, place.x - center.x);
  if (radius > 300) return borderMotif(radius, angle);
  if (radius > 276) return earth[4];
  if (radius > 264) return earth[0];
  const wave = 430 + 26 * Math.sin(place.x / 42 + place.y / 90);
  if (place.y > wave) return waveMotif(place);
  const rays = smoothstep(-0.2, 0.2, Math.cos(angle * 16));
  if (radius < 84) return gradient(sun, radius / 100);
  if (radius < 170 + 26 * Math.cos(angle * 16)) return rays > 0.5 ? sun[1] : sun[3];
  return gradient([earth[0], sea[3], sea[2]], (radius - 150) / 130 + noise.at(place.x / 40, place.y / 20) * 0.3);
}

function waveMotif(place: Point): Rgb {
  const phase = place.y / 46 - 0.55 * Math.sin(place.x / 42 + place.y / 90);
  const crest = phase - Math.floor(phase);
  return crest < 0.2 ? sea[4] : gradient(sea, 0.72 - crest * 0.75);
}

/** Overlapping scales about the rim, dark lines on either side. */
function borderMotif(radius: number, angle: number): Rgb {
  if (radius > 402) return outerMotif(radius, angle);
  if (radius < 318 || radius > 390) return earth[4];
  const lobe = (angle / (2 * Math.PI)) * 24;
  const across = (lobe - Math.floor(lobe) - 0.5) * 92;
  const away = Math.sqrt(across ** 2 + (radius - 318) ** 2);
  if (away < 18) return sun[0];
  if (away < 31) return sun[2];
  if (away < 44) return earth[3];
  return away < 57 ? sea[1] : sea[3];
}

function outerMotif(radius: number, angle: number): Rgb {
  const scale = radius / 30 + Math.abs((((angle * 20) / Math.PI) % 2) - 1) * 1.4;
  return [earth[1], earth[0], earth[2], earth[3]][Math.abs(Math.floor(scale)) % 4];
}
