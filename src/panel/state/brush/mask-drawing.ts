/** A picture of one meaning: 0 for none of it, 255 for all. Never changed in place once it is kept. */
export interface Mask {
  width: number;
  height: number;
  /** [h · w] */
  values: Uint8Array;
}

export interface Tip {
  /** In the mask's pixels. */
  radius: number;
  /** 0: a hard edge; 1: falls from the middle on. */
  softness: number;
  /** Of a whole stroke, 0…1: going over the same place twice without lifting adds nothing. */
  opacity: number;
  erases: boolean;
}

export interface Point {
  x: number;
  y: number;
}

/** A stroke in work: what lay there before, how far each pixel is covered, and what both make. */
export interface Stroke {
  before: Mask;
  /** [h · w], 0…1 */
  coverage: Float32Array;
  mask: Mask;
}

/** What of the mask was drawn anew, in its pixels. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function evenMask(width: number, height: number, value: number): Mask {
  return { width, height, values: new Uint8Array(width * height).fill(value) };
}

export function inverted({ width, height, values }: Mask): Mask {
  return { width, height, values: values.map((value) => 255 - value) };
}

export function beginStroke(before: Mask): Stroke {
  const { width, height, values } = before;
  return { before, coverage: new Float32Array(width * height), mask: { width, height, values: values.slice() } };
}

/** Draws the tip along the line from one point to the next. */
export function extendStroke(stroke: Stroke, tip: Tip, from: Point, to: Point): Part {
  const part = partAround(stroke.mask, tip.radius, from, to);
  for (let y = part.y; y < part.y + part.height; y++) {
    for (let x = part.x; x < part.x + part.width; x++) {
      const covered = coverageAt(distanceToLine({ x: x + 0.5, y: y + 0.5 }, from, to), tip);
      cover(stroke, y * stroke.mask.width + x, covered, tip);
    }
  }
  return part;
}

function cover({ before, coverage, mask }: Stroke, i: number, covered: number, { opacity, erases }: Tip): void {
  if (covered <= (coverage[i] ?? 0)) return;
  coverage[i] = covered;
  const old = before.values[i] ?? 0;
  mask.values[i] = Math.round(old + ((erases ? 0 : 255) - old) * covered * opacity);
}

/** 1 within the hard core, falling smoothly (3t² − 2t³) to 0 at the radius; one pixel wide where the tip is hard. */
function coverageAt(distance: number, { radius, softness }: Tip): number {
  const fall = Math.max(1, radius * softness);
  const t = Math.min(1, Math.max(0, (radius + (softness === 0 ? 0.5 : 0) - distance) / fall));
  return t * t * (3 - 2 * t);
}

function distanceToLine(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / squared));
  return Math.hypot(at.x - from.x - along * dx, at.y - from.y - along * dy);
}

function partAround({ width, height }: Mask, radius: number, from: Point, to: Point): Part {
  const clamped = (value: number, limit: number): number => Math.min(limit, Math.max(0, value));
  const left = clamped(Math.floor(Math.min(from.x, to.x) - radius - 1), width);
  const top = clamped(Math.floor(Math.min(from.y, to.y) - radius - 1), height);
  const right = clamped(Math.ceil(Math.max(from.x, to.x) + radius + 1), width);
  const bottom = clamped(Math.ceil(Math.max(from.y, to.y) + radius + 1), height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
