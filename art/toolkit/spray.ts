import type { Canvas, Paint } from './canvas';
import { paintAt } from './canvas';
import type { Rgb } from './color';
import type { Studio } from './design';
import { fillDisc } from './fill';
import { point, polar, type Point } from './geometry';
import { clamp, smoothstep } from './noise';
import { strokePath, traceStroke, type HalfWidth } from './stroke';

/** How much paint a can leaves where `amount` (0 beside, 1 within) says: fine drops toward the edge. */
export function mist(amount: number, grain: number): number {
  return amount <= 0 ? 0 : clamp(smoothstep(0, 1, amount) * 0.62 + (grain < amount * amount ? 0.5 : 0));
}

/** A line of a spray can: full in its middle, drops beside it. `softness` 0: held close, 1: held far. */
export function sprayLine(
  canvas: Canvas,
  { random }: Studio,
  path: readonly Point[],
  halfWidth: HalfWidth,
  paint: Paint,
  softness = 0.4,
): void {
  traceStroke(canvas, path, halfWidth, ({ x, y, across, coverage }) => {
    const amount = smoothstep(1, 1 - softness * 0.95 - 0.04, Math.abs(across));
    canvas.blend(x, y, paintAt(paint, x, y), coverage * mist(amount, random.next()));
  });
}

export function sprayCloud(canvas: Canvas, { noise, random }: Studio, center: Point, radius: number, color: Rgb, strength = 0.8): void {
  for (let y = Math.floor(center.y - radius); y <= center.y + radius; y++) {
    for (let x = Math.floor(center.x - radius); x <= center.x + radius; x++) {
      const away = Math.sqrt((x - center.x) ** 2 + (y - center.y) ** 2) / radius;
      const amount = clamp((1 - away + noise.fractal(x / 50, y / 50, 2) * 0.25) * 1.5);
      canvas.blend(x, y, color, strength * mist(amount, random.next()));
    }
  }
}

/** Drops that a can spits about a place. */
export function splatter(canvas: Canvas, { random }: Studio, center: Point, reach: number, color: Rgb, count: number): void {
  for (let drop = 0; drop < count; drop++) {
    const away = reach * random.next() ** 0.6;
    fillDisc(canvas, polar(center, away, random.range(0, 6.3)), random.range(0.4, 2.6) * random.next() + 0.4, color, 0.9);
  }
}

/** Too much paint in one place runs down. */
export function drip(canvas: Canvas, { random }: Studio, from: Point, length: number, color: Rgb, halfWidth = 2): void {
  const to = point(from.x + random.range(-1, 1), from.y + length);
  strokePath(canvas, [from, to], (progress) => halfWidth * (1.15 - 0.5 * progress), color, 0.95);
  fillDisc(canvas, to, halfWidth * 0.95, color);
}
