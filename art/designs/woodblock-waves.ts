import { Canvas } from '../toolkit/canvas';
import { gradient, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { coverPolygon, fillDisc, fillPolygon } from '../toolkit/fill';
import { point, type Point } from '../toolkit/geometry';
import { clamp, smoothstep } from '../toolkit/noise';
import { fibres } from '../toolkit/paper';
import { strokePath, traceStroke } from '../toolkit/stroke';

const sky = palette('#2c4a6e', '#8fa9b0', '#e9dcbd', '#f0d9b0', '#e8b48c');
const water = palette('#f1ead6', '#a9c6c9', '#5f93ad', '#2a5f8f', '#173a66', '#10264a');
const foam = palette('#f6f0df')[0];
const keyline = palette('#14233d')[0];
const sun = palette('#cf4a30')[0];

interface Crest {
  readonly base: number;
  readonly height: number;
  readonly length: number;
  readonly phase: number;
  readonly lean: number;
}

export const design: Design = {
  id: 'woodblock-waves',
  name: 'Woodblock waves',
  description: 'Colour woodblock print: ranks of curling waves with fingers of foam under a red sun.',
  group: 'drawing',
  seed: 127,
  draw(studio) {
    const { size, noise } = studio;
    const canvas = new Canvas(size, size, (x, y) => gradient(sky, y / 470 + noise.fractal(x / 200, y / 40, 2) * 0.06));
    printSun(canvas);
    printClouds(canvas, studio);
    const crests = Array.from({ length: 8 }, (_, row) => crestOf(row));
    for (const crest of crests) printWave(canvas, studio, crest);
    canvas.shade((x, y, color) => scaleRgb(color, 1 + grain(studio, x, y)));
    return canvas;
  },
};

function crestOf(row: number): Crest {
  const near = row / 7;
  return {
    base: 330 + row * 62,
    height: 34 + 62 * near + (row === 2 ? 130 : row === 4 ? 60 : 0),
    length: 190 + 190 * near + (row === 2 ? 210 : 0),
    phase: row * 2.4 + 1.1,
    lean: 0.5 + 0.35 * near,
  };
}

/** Wood grain of the block and fibres of the paper. */
function grain({ noise }: Studio, x: number, y: number): number {
  const rings = Math.sin((y + noise.fractal(x / 260, y / 50, 2) * 60) / 2.6 + noise.at(x / 120, y / 8) * 2);
  return rings * 0.035 + fibres(noise, x, y) * 0.035 + noise.fractal(x / 3, y / 3, 2) * 0.04;
}

function printSun(canvas: Canvas): void {
  fillDisc(canvas, point(560, 165), 78, (_, y) => mixRgb(sun, sky[2], smoothstep(150, 260, y) * 0.55));
}

function printClouds(canvas: Canvas, { random }: Studio): void {
  for (let band = 0; band < 13; band++) {
    const y = 40 + band * 24 + random.range(-8, 8);
    const x = random.range(-100, 700);
    const path = [point(x, y), point(x + random.range(90, 260), y)];
    strokePath(canvas, path, random.range(5, 12), mixRgb(sky[2], foam, 0.6), 0.75);
    strokePath(
      canvas,
      path.map((place) => point(place.x + 30, place.y + 9)),
      2,
      keyline,
      0.35,
    );
  }
}

/** A trochoid whose crests lean over: points along the top of the wave. */
function crestLine({ base, height, length, phase, lean }: Crest): { place: Point; rise: number }[] {
  const line: { place: Point; rise: number }[] = [];
  for (let t = -length * 1.5; t < 768 + length * 1.5; t += 3) {
    const angle = (t / length) * 2 * Math.PI + phase;
    const rise = ((1 + Math.cos(angle)) / 2) ** 2.2;
    const curl = lean * height * rise ** 2.4 * (1.25 + 0.3 * Math.sin(angle));
    line.push({ place: point(t - curl - height * 0.35 * Math.sin(angle), base - height * rise + curl * 0.18), rise });
  }
  return line;
}

function printWave(canvas: Canvas, studio: Studio, crest: Crest): void {
  const line = crestLine(crest);
  const top = line.map(({ place }) => place);
  const body = [...top, point(1600, 1000), point(-800, 1000)];
  fillPolygon(canvas, body, (_, y) => gradient(water.slice(2), clamp((y - crest.base + crest.height * 0.9) / (crest.height * 1.7))));
  const mask = maskOf(canvas, body);
  for (let stripe = 1; stripe < 7; stripe++) printStripe(canvas, crest, stripe, mask);
  strokePath(canvas, top, 2.2, keyline);
  printFoam(canvas, studio, crest, line);
}

function maskOf({ width, height }: Canvas, body: Point[]): Float32Array {
  const mask = new Float32Array(width * height);
  coverPolygon(body, width, height, (x, y, coverage) => (mask[y * width + x] = coverage));
  return mask;
}

/** Lighter bands that follow the crest down into the trough. */
function printStripe(canvas: Canvas, crest: Crest, stripe: number, mask: Float32Array): void {
  const drop = stripe * (9 + crest.height * 0.1);
  const lower = crestLine({ ...crest, base: crest.base + drop, height: crest.height * (1 - stripe * 0.07) });
  const path = lower.map(({ place }) => point(place.x + drop * 0.35, place.y));
  const color: Rgb = stripe % 2 ? water[0] : water[1];
  traceStroke(
    canvas,
    path,
    (progress) => 2.2 + 2.8 * Math.abs(Math.sin(progress * 37 + stripe)),
    ({ x, y, coverage }) => {
      canvas.blend(x, y, color, coverage * mask[y * canvas.width + x] * 0.9);
    },
  );
}

/** Foam: outlined lobes along the upper crest that break into fingers and flung drops. */
function printFoam(canvas: Canvas, { random }: Studio, { height, lean }: Crest, line: { place: Point; rise: number }[]): void {
  const lobes = line.filter(({ rise }, index) => rise > 0.32 && index % 3 === 0);
  const placed = lobes.map(({ place, rise }) => ({
    center: point(place.x + random.range(-5, 3), place.y + random.range(-3, 6)),
    radius: (4 + height * 0.075) * (0.45 + rise * 0.7) * random.range(0.7, 1.15),
  }));
  for (const { center, radius } of placed) fillDisc(canvas, center, radius + 2.2, keyline);
  for (const { center, radius } of placed) fillDisc(canvas, center, radius, foam);
  for (const { place, rise } of lobes) {
    if (rise > 0.72) finger(canvas, random.range(8, 18) + height * 0.09, place, lean + random.range(-0.5, 0.7));
    if (rise > 0.6 && random.next() < 0.8) {
      const reach = height * 0.5 + 20;
      fillDisc(
        canvas,
        point(place.x - random.range(0, reach * 1.4), place.y - random.range(-reach * 0.4, reach)),
        random.range(1.2, 3.4),
        foam,
      );
    }
  }
}

function finger(canvas: Canvas, length: number, from: Point, bend: number): void {
  const path = Array.from({ length: 8 }, (_, step) => {
    const angle = Math.PI - 0.2 - bend * 0.3 - (step / 7) * (1.5 + bend * 0.4);
    return point(from.x + (Math.cos(angle) * length * step) / 7, from.y + (Math.sin(angle) * length * step) / 7);
  });
  strokePath(canvas, path, (progress) => 4.6 - 3 * progress, keyline);
  strokePath(canvas, path, (progress) => 2.8 - 2.2 * progress, foam);
}
