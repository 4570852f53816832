import { brushStroke } from '../toolkit/brush';
import { Canvas } from '../toolkit/canvas';
import { gradient, jitter, mixRgb, palette, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { distance, followFlow, point, type Point } from '../toolkit/geometry';
import { lightRelief } from '../toolkit/light';
import { clamp, smoothstep } from '../toolkit/noise';
import { scatter } from '../toolkit/scatter';

const clouds = palette('#1c1f2a', '#38404f', '#6e6a6a', '#b08a5e', '#e3b865', '#fbe9b4');
const sea = palette('#0b1f26', '#123a3f', '#1f5f5c', '#4f9482', '#a9c9a8', '#f6f0d8');
const light = point(470, 250);

export const design: Design = {
  id: 'storm-sea',
  name: 'Storm sea',
  description: 'Romantic oil: gold light breaking through a whirling storm over green, foaming waves.',
  group: 'paint',
  seed: 241,
  draw(studio) {
    const canvas = new Canvas(studio.size, studio.size, clouds[1]);
    paintLayer(canvas, studio, 17, 110, 15, 2.6);
    paintLayer(canvas, studio, 11, 64, 7.5, 3.6);
    paintLayer(canvas, studio, 14, 36, 3.6, 5);
    throwSpray(canvas, studio);
    lightRelief(canvas, { strength: 0.45, gloss: 0.3 });
    return canvas;
  },
};

function paintLayer(canvas: Canvas, studio: Studio, gap: number, length: number, halfWidth: number, thickness: number): void {
  const { random, noise, size } = studio;
  for (const place of random.shuffle(scatter(size, size, gap, random, 20))) {
    const path = followFlow(place, (x, y) => angleAt(studio, x, y), length * random.range(0.5, 1.2));
    const middle = path[path.length >> 1];
    const color = jitter(colorAt(studio, middle), 0.05, random);
    const streak = jitter(colorAt(studio, point(middle.x + random.range(-18, 18), middle.y + random.range(-18, 18))), 0.09, random);
    brushStroke(
      canvas,
      path,
      {
        halfWidth: (t) => halfWidth * (0.6 + 0.4 * Math.sin(Math.PI * (0.1 + 0.8 * t))),
        color,
        streak,
        bristle: 1.9,
        thickness,
        dryness: 0.6,
      },
      noise,
    );
  }
}

const swell = (studio: Studio, x: number): number => 455 + 26 * Math.sin(x / 95) + studio.noise.fractal(x / 70, 4, 3) * 34;

/** Height of the waves as a field: crests lean to the left, larger toward the viewer. */
function waveHeight({ noise }: Studio, x: number, y: number): number {
  const near = (y - 430) / 340;
  const scale = 30 + near * 75;
  return Math.sin((y + x * 0.28) / (scale * 0.42) + 2.6 * Math.sin(x / scale + y / 60) + noise.fractal(x / 90, y / 60, 2) * 3);
}

function angleAt(studio: Studio, x: number, y: number): number {
  if (y > swell(studio, x)) {
    const slope = waveHeight(studio, x + 6, y) - waveHeight(studio, x - 6, y);
    return -0.25 + slope * 1.1 + studio.noise.at(x / 50, y / 50) * 0.4;
  }
  const around = Math.atan2(y - light.y, (x - light.x) * 0.8) + Math.PI / 2;
  return around + 0.35 + studio.noise.fractal(x / 140, y / 140, 3) * 1.1;
}

function colorAt(studio: Studio, place: Point): Rgb {
  return place.y > swell(studio, place.x) ? seaColor(studio, place) : skyColor(studio, place);
}

function skyColor({ noise }: Studio, { x, y }: Point): Rgb {
  const away = distance(point(x, y * 1.15), point(light.x, light.y * 1.15));
  const angle = Math.atan2(y - light.y, x - light.x);
  const arms = Math.sin(angle * 2 + away / 62 + noise.fractal(x / 150, y / 150, 3) * 2.4);
  const tone = 1.06 - away / 390 + arms * 0.15 * smoothstep(20, 160, away) + noise.fractal(x / 75, y / 75, 3) * 0.22;
  const blue = smoothstep(0.25, 0.6, noise.fractal(x / 120 + 9, y / 120, 2) + 0.1) * 0.55;
  return mixRgb(gradient(clouds, clamp(tone)), [0.28, 0.45, 0.58], blue * smoothstep(120, 300, away));
}

function seaColor(studio: Studio, { x, y }: Point): Rgb {
  const height = waveHeight(studio, x, y);
  const crest = smoothstep(0.72, 0.98, height) * 0.5;
  const gleam = Math.exp(-(((x - light.x + 30) / (70 + (y - 440) * 0.35)) ** 2)) * 0.4;
  const water = gradient(sea, clamp(0.27 + height * 0.17 + crest + studio.noise.fractal(x / 40, y / 24, 3) * 0.2));
  return mixRgb(water, clouds[5], gleam * (0.4 + 0.6 * smoothstep(0, 0.9, height)));
}

/** Flecks of white flung from the crests. */
function throwSpray(canvas: Canvas, studio: Studio): void {
  const { random, noise, size } = studio;
  for (const place of scatter(size, size, 11, random)) {
    if (place.y < swell(studio, place.x) + 8 || waveHeight(studio, place.x, place.y) < 0.78) continue;
    const path = followFlow(place, (x, y) => angleAt(studio, x, y) + random.range(-0.5, 0.2), random.range(5, 20), 3);
    brushStroke(
      canvas,
      path,
      { halfWidth: random.range(1, 3), color: jitter(sea[5], 0.04, random), bristle: 1, thickness: 6, dryness: 0.8 },
      noise,
    );
  }
}
