import { brushStroke } from './brush';
import { Canvas, type Paint } from './canvas';
import { jitter, type Rgb } from './color';
import type { Studio } from './design';
import { followFlow } from './geometry';
import { scatter } from './scatter';

export interface Coat {
  readonly gap: number;
  readonly length: number;
  readonly halfWidth: number;
  readonly thickness: number;
  /** How far a stroke's colour strays. */
  readonly wander: number;
}

/** Where colours differ more than this, a stroke ends. */
const sameColor = 0.17;
const reach = 5;

/** Paints the sketch in brush strokes that follow its shapes, from broad to fine (after Hertzmann, 1998). */
export function repaint(sketch: Canvas, studio: Studio, ground: Paint, coats: readonly Coat[]): Canvas {
  const { random, noise, size } = studio;
  const canvas = new Canvas(size, size, ground);
  for (const coat of coats) {
    for (const place of random.shuffle(scatter(size, size, coat.gap, random, 12))) {
      const first = sketch.at(place.x, place.y);
      const flow = followFlow(place, (x, y) => shapeAngle(sketch, studio, x, y), coat.length * random.range(0.5, 1.2), 3);
      const left = flow.findIndex(({ x, y }) => difference(sketch.at(x, y), first) > sameColor);
      const path = flow.slice(0, left < 0 ? flow.length : left);
      if (path.length < 2) continue;
      const color = jitter(first, coat.wander, random);
      const halfWidth = coat.halfWidth * random.range(0.75, 1.2);
      brushStroke(
        canvas,
        path,
        { ...coat, halfWidth, color, streak: jitter(first, coat.wander * 2, random), bristle: 1.7, dryness: 0.45 },
        noise,
      );
    }
  }
  return canvas;
}

/** Along the edges of shapes; within flat ones as the hand drifts. */
function shapeAngle(sketch: Canvas, { noise }: Studio, x: number, y: number): number {
  const across = light(sketch.at(x + reach, y)) - light(sketch.at(x - reach, y));
  const down = light(sketch.at(x, y + reach)) - light(sketch.at(x, y - reach));
  const drift = noise.fractal(x / 130, y / 130, 2) * 2.4;
  return across * across + down * down < 0.006 ? drift : Math.atan2(across, -down);
}

function light([red, green, blue]: Rgb): number {
  return 0.3 * red + 0.55 * green + 0.15 * blue;
}

function difference(one: Rgb, other: Rgb): number {
  return Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1]), Math.abs(one[2] - other[2]));
}
