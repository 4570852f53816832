import { Canvas } from '../toolkit/canvas';
import { gradient, palette, scaleRgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { coverDisc, coverPolygon } from '../toolkit/fill';
import { followFlow, point, polar, type Point } from '../toolkit/geometry';
import { clamp, smoothstep } from '../toolkit/noise';
import { fibres, tooth } from '../toolkit/paper';
import { traceStroke } from '../toolkit/stroke';

/** Exposed paper is Prussian blue; what lay on it stays pale. */
const blues = palette('#071a3d', '#0f3a78', '#1f5fa6', '#6ea3cc', '#c9dfe6', '#f4f3e6');

/** How much light each pixel was kept from, 0..1, in the canvas's relief. */
type Shade = (x: number, y: number, amount: number) => void;

export const design: Design = {
  id: 'cyanotype-ferns',
  name: 'Cyanotype ferns',
  description: 'Sun print: ferns, grasses and seed heads left white on brushed Prussian blue.',
  group: 'drawing',
  seed: 139,
  draw(studio) {
    const { size, noise, random } = studio;
    const canvas = new Canvas(size, size, blues[1]);
    const shadeBy =
      (strength: number): Shade =>
      (x, y, amount) =>
        canvas.raise(x, y, Math.max(strength, canvas.relief[clampIndex(x, y, size)]), amount);
    for (let count = 0; count < 62; count++) layPlant(studio, canvas, shadeBy(random.range(0.15, 0.38)), 0.8);
    for (let count = 0; count < 26; count++) layPlant(studio, canvas, shadeBy(random.range(0.5, 0.72)), 1.15);
    for (const [x, y, angle, length] of [
      [270, 800, -1.62, 720],
      [600, 830, -1.3, 640],
      [20, 500, -1.2, 420],
      [760, 330, -2.3, 330],
    ]) {
      layFern(studio, canvas, shadeBy(0.93), point(x, y), angle, length);
    }
    canvas.shade((x, y) => {
      const brushed = noise.at(x / 7, y / 160) * 0.05 + noise.fractal(x / 130, y / 130, 4) * 0.13;
      const tide = 0.1 * Math.exp(-((noise.fractal(x / 190 + 4, y / 190, 4) / 0.03) ** 2));
      const covered = canvas.relief[y * size + x];
      const exposure = 0.2 + brushed + tide + covered * 0.78 + tooth(noise, x, y) * 0.035;
      return scaleRgb(gradient(blues, clamp(exposure)), 1 + fibres(noise, x, y) * 0.06);
    });
    return canvas;
  },
};

function clampIndex(x: number, y: number, size: number): number {
  return clamp(y, 0, size - 1) * size + clamp(x, 0, size - 1);
}

function layPlant(studio: Studio, canvas: Canvas, shade: Shade, scale: number): void {
  const { random, size } = studio;
  const root = point(random.range(-40, size + 40), random.range(120, size + 120));
  const angle = -Math.PI / 2 + random.range(-0.8, 0.8);
  const kind = random.next();
  if (kind < 0.5) layFern(studio, canvas, shade, root, angle, random.range(180, 330) * scale);
  else if (kind < 0.8) layGrass(studio, canvas, shade, root, angle, random.range(200, 400) * scale);
  else layUmbel(studio, canvas, shade, root, angle, random.range(150, 260) * scale);
}

function stem(canvas: Canvas, shade: Shade, path: readonly Point[], halfWidth: number): void {
  traceStroke(
    canvas,
    path,
    (progress) => halfWidth * (1 - 0.8 * progress),
    ({ x, y, coverage }) => shade(x, y, coverage),
  );
}

function layFern({ random }: Studio, canvas: Canvas, shade: Shade, root: Point, angle: number, length: number): void {
  const bend = random.range(-0.9, 0.9);
  const spine = followFlow(root, (x, y) => angle + bend * (Math.sqrt((x - root.x) ** 2 + (y - root.y) ** 2) / length) ** 2, length, 4);
  stem(canvas, shade, spine, 3);
  const spacing = Math.max(3, Math.round(length / 100));
  for (let index = 8; index < spine.length - 1; index += spacing) {
    const progress = index / spine.length;
    const reach = length * 0.27 * Math.sin(Math.PI * Math.min(1, 0.12 + progress * 0.92)) ** 0.8 * (1.05 - progress * 0.55);
    const heading = Math.atan2(spine[index + 1].y - spine[index].y, spine[index + 1].x - spine[index].x);
    for (const side of [-1, 1])
      leaflet(canvas, shade, spine[index], heading + side * (1.15 - progress * 0.45) + random.range(-0.06, 0.06), reach, side);
  }
}

/** A leaflet is itself a small toothed blade. */
function leaflet(canvas: Canvas, shade: Shade, from: Point, angle: number, reach: number, side: number): void {
  const steps = Math.max(6, Math.round(reach / 3));
  const outline: Point[] = [];
  for (const edge of [-1, 1]) {
    for (let index = 0; index <= steps; index++) {
      const t = edge < 0 ? index / steps : 1 - index / steps;
      const notch = 0.55 + 0.45 * Math.abs(Math.sin(t * reach * 0.42));
      const width = reach * 0.062 * Math.sin(Math.PI * (0.1 + 0.9 * t)) * notch + 0.5;
      const middle = polar(from, reach * t, angle - side * 0.35 * t * t);
      outline.push(polar(middle, width * edge, angle + Math.PI / 2));
    }
  }
  coverPolygon(outline, canvas.width, canvas.height, (x, y, coverage) => shade(x, y, coverage));
}

function layGrass({ random, noise }: Studio, canvas: Canvas, shade: Shade, root: Point, angle: number, length: number): void {
  for (let blade = 0; blade < 6; blade++) {
    const lean = angle + random.range(-0.4, 0.4);
    const path = followFlow(root, (x, y) => lean + noise.at(x / 150, y / 150) * 0.8, length * random.range(0.5, 1), 5);
    stem(canvas, shade, path, random.range(1.6, 4));
  }
}

/** Seed heads: rays that each end in a small puff. */
function layUmbel({ random }: Studio, canvas: Canvas, shade: Shade, root: Point, angle: number, length: number): void {
  const path = followFlow(root, () => angle, length, 6);
  stem(canvas, shade, path, 2.4);
  const top = path[path.length - 1];
  for (let ray = 0; ray < 17; ray++) {
    const tip = polar(top, random.range(0.25, 0.36) * length, angle + (ray - 8) * 0.17);
    stem(canvas, shade, [top, tip], 1.3);
    for (let seed = 0; seed < 6; seed++) {
      coverDisc(polar(tip, random.range(0, 9), random.range(0, 6.3)), random.range(1.5, 3.6), (x, y, coverage) =>
        shade(x, y, coverage * smoothstep(0, 0.6, coverage)),
      );
    }
  }
}
