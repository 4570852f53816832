import type { Canvas } from './canvas';
import { mixRgb, scaleRgb, type Rgb } from './color';
import type { Studio } from './design';
import { coverPolygon } from './fill';
import type { Point } from './geometry';
import { fibres } from './paper';

export interface Sheet {
  /** Each is cut out of the same sheet; with `hole` they are cut out of a sheet that covers everything. */
  readonly outlines: readonly (readonly Point[])[];
  readonly color: Rgb | ((x: number, y: number) => Rgb);
  /** Pixels between the sheet and what lies below it. */
  readonly height: number;
  readonly hole?: boolean;
}

const lightEdge: Rgb = [1, 0.97, 0.9];

/** Lays a sheet on the picture: its shadow falls to the lower right, its cut edge catches the light. */
export function layPaper(canvas: Canvas, { noise, random }: Studio, { outlines, color, height, hole = false }: Sheet): void {
  const { width } = canvas;
  const covered = coverage(canvas, outlines, hole);
  const near = blurred(covered, width, Math.max(1, Math.round(height * 0.3)));
  const far = blurred(covered, width, Math.round(height * 1.5) + 1);
  const grain = random.range(0, 1000);
  const at = (values: Float32Array, x: number, y: number): number =>
    values[Math.max(0, Math.min(width - 1, Math.round(y))) * width + Math.max(0, Math.min(width - 1, Math.round(x)))];
  canvas.shade((x, y, below) => {
    const shade = 0.4 * at(near, x - height * 0.5, y - height * 0.7) + 0.6 * at(far, x - height * 0.4, y - height * 0.3);
    const shadowed = scaleRgb(below, 1 - shade * (1 - at(covered, x, y)));
    const own = typeof color === 'function' ? color(x, y) : color;
    const texture = 1 + fibres(noise, x + grain, y) * 0.07 + noise.fractal((x + grain) / 2.2, y / 2.2, 2) * 0.07;
    const edge = at(covered, x, y) - at(covered, x - 1.4, y - 1.6);
    const lit = mixRgb(scaleRgb(own, texture), lightEdge, Math.max(0, edge) * 0.5);
    return mixRgb(shadowed, lit, at(covered, x, y));
  });
}

function coverage(canvas: Canvas, outlines: Sheet['outlines'], hole: boolean): Float32Array {
  const covered = new Float32Array(canvas.width * canvas.height);
  for (const outline of outlines) {
    coverPolygon(outline, canvas.width, canvas.height, (x, y, amount) => {
      const pixel = y * canvas.width + x;
      covered[pixel] = Math.max(covered[pixel], amount);
    });
  }
  return hole ? covered.map((amount) => 1 - amount) : covered;
}

/** The mean over a box, twice each way: close to a soft shadow. */
function blurred(values: Float32Array, width: number, radius: number): Float32Array {
  let result = values;
  for (let pass = 0; pass < 2; pass++) {
    result = boxed(result, width, 1, width, radius);
    result = boxed(result, width, width, 1, radius);
  }
  return result;
}

function boxed(values: Float32Array, width: number, step: number, stride: number, radius: number): Float32Array {
  const result = new Float32Array(values.length);
  const clamped = (place: number): number => Math.max(0, Math.min(width - 1, place));
  for (let line = 0; line < values.length / width; line++) {
    const first = line * stride;
    let sum = 0;
    for (let near = -radius; near <= radius; near++) sum += values[first + clamped(near) * step];
    for (let place = 0; place < width; place++) {
      result[first + place * step] = sum / (2 * radius + 1);
      sum += values[first + clamped(place + radius + 1) * step] - values[first + clamped(place - radius) * step];
    }
  }
  return result;
}
