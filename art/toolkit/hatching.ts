import type { Studio } from './design';
import { point, type Point } from './geometry';
import type { Random } from './random';

export interface Hatching {
  /** Pixels between strokes. */
  readonly gap: number;
  /** Of the longest stroke, in pixels. */
  readonly length: number;
  readonly angle: (x: number, y: number) => number;
  /** How far a stroke's direction may be off, in radians. */
  readonly looseness?: number;
  /** A stroke begins and goes on where this holds. */
  readonly wanted: (x: number, y: number) => boolean;
}

const step = 3;

/** Strokes from seeded places, both ways along the direction until the tone no longer wants them. */
export function hatchPaths({ random, size }: Studio, hatching: Hatching): Point[][] {
  const { gap, length, angle, looseness = 0.08, wanted } = hatching;
  const paths: Point[][] = [];
  for (const { x, y } of random.shuffle(jitteredGrid(size, gap, random))) {
    const [forward, backward] = [random.range(0.3, 0.6), random.range(0.3, 0.6)];
    const off = random.range(-looseness, looseness);
    if (!wanted(x, y)) continue;
    const turned = (px: number, py: number): number => angle(px, py) + off;
    const ahead = walk(point(x, y), turned, wanted, length * forward, step);
    const behind = walk(point(x, y), turned, wanted, length * backward, -step);
    const path = [...behind.reverse(), point(x, y), ...ahead];
    if (path.length > 2) paths.push(path);
  }
  return paths;
}

function walk(from: Point, angle: Hatching['angle'], wanted: Hatching['wanted'], length: number, stride: number): Point[] {
  const points: Point[] = [];
  let { x, y } = from;
  for (let travelled = 0; travelled < length; travelled += step) {
    const direction = angle(x, y);
    x += Math.cos(direction) * stride;
    y += Math.sin(direction) * stride;
    if (!wanted(x, y)) break;
    points.push(point(x, y));
  }
  return points;
}

/** One place in each square: quicker than darts where strokes lie a few pixels apart. */
function jitteredGrid(size: number, gap: number, random: Random): Point[] {
  const count = Math.ceil(size / gap);
  return Array.from({ length: count * count }, (_, index) => {
    const [column, row] = [index % count, Math.floor(index / count)];
    return point((column + random.next()) * gap, (row + random.next()) * gap);
  });
}
