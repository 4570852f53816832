import type { Rgb } from './color';
import { point, type Point } from './geometry';

/** One step of marbling, as the map from a place on the paper back to where its paint was before. */
export type MarblingStep = (place: Point) => Point | Rgb;

/** A drop of paint pushes what is there outward (Lu, Jaffer et al., "Mathematical Marbling", 2012). */
export function drop(center: Point, radius: number, color: Rgb): MarblingStep {
  return (place) => {
    const dx = place.x - center.x;
    const dy = place.y - center.y;
    const squared = dx * dx + dy * dy;
    if (squared < radius * radius) return color;
    const shrink = Math.sqrt(1 - (radius * radius) / squared);
    return point(center.x + dx * shrink, center.y + dy * shrink);
  };
}

/** Parallel teeth, `spacing` apart, drawn along `angle`; paint near a tooth follows up to `pull` pixels. */
export function comb(angle: number, spacing: number, pull: number, sharpness: number): MarblingStep {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return ({ x, y }) => {
    const across = -x * sin + y * cos;
    const toTooth = Math.abs(across - Math.round(across / spacing) * spacing);
    const shift = (pull * sharpness) / (sharpness + toTooth);
    return point(x - cos * shift, y - sin * shift);
  };
}

/** A needle drawn in a circle. */
export function swirl(center: Point, radius: number, pull: number, sharpness: number): MarblingStep {
  return ({ x, y }) => {
    const dx = x - center.x;
    const dy = y - center.y;
    const away = Math.sqrt(dx * dx + dy * dy) + 1e-6;
    const shift = (pull * sharpness) / (sharpness + Math.abs(away - radius));
    const angle = -shift / away;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    return point(center.x + dx * cos - dy * sin, center.y + dx * sin + dy * cos);
  };
}

/** Waves the whole surface, as a shaken tray does. */
export function wave(angle: number, length: number, height: number): MarblingStep {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return ({ x, y }) => {
    const shift = height * Math.sin(((x * cos + y * sin) / length) * 2 * Math.PI);
    return point(x + sin * shift, y - cos * shift);
  };
}

/** The colour of the paper at a place after all steps, which were done in the order given. */
export function marbledColor(steps: readonly MarblingStep[], bath: Rgb, place: Point): Rgb {
  let current = place;
  for (let index = steps.length - 1; index >= 0; index--) {
    const before = steps[index](current);
    if (!('x' in before)) return before;
    current = before;
  }
  return bath;
}
