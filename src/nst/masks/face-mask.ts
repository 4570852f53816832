import type { FloatImage } from '../images/resample';
import type { Face, Point } from './face';

/** All in distances between the middle of the eyes and the mouth: hair, chin, and half of the head's least width. */
const ABOVE_EYES = 1.75;
const BELOW_MOUTH = 0.85;
const LEAST_HALF_WIDTH = 1.2;
/** Between the ears, whose holes lie inside of the outline. */
const EAR_ROOM = 0.62;
/** Of the radius: where the mask begins to fall, and where it ends. */
const FALL = { from: 0.9, to: 1.3 };

interface Ellipse {
  centre: Point;
  /** Unit vector towards the hair. */
  up: Point;
  halfHeight: number;
  halfWidth: number;
}

/** [h · w · 1] in 0…1: heads with hair and chin, softly; 0 elsewhere. */
export function faceMask(faces: readonly Face[], width: number, height: number): FloatImage {
  const data = new Float32Array(width * height);
  for (const face of faces) draw(ellipseOf(face), { width, height, channels: 1, data });
  return { width, height, channels: 1, data };
}

function ellipseOf({ eyes, mouth, ears, box }: Face): Ellipse {
  const between = { x: (eyes[0].x + eyes[1].x) / 2, y: (eyes[0].y + eyes[1].y) / 2 };
  const [dx, dy] = [between.x - mouth.x, between.y - mouth.y];
  // Where a face looks far up or down, eyes and mouth come close.
  const unit = Math.max(Math.hypot(dx, dy), 0.3 * box.height);
  const length = Math.hypot(dx, dy) || 1;
  const up = { x: dx / length, y: dy / length };
  const [top, bottom] = [ABOVE_EYES * unit, (1 + BELOW_MOUTH) * unit];
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  // Across, the box knows better than the eyes where a head seen from the side is.
  const aside = ((middle.x - between.x) * -up.y + (middle.y - between.y) * up.x) * 0.5;
  const along = (top - bottom) / 2;
  return {
    centre: { x: between.x + up.x * along - up.y * aside, y: between.y + up.y * along + up.x * aside },
    up,
    halfHeight: (top + bottom) / 2,
    halfWidth: Math.max(LEAST_HALF_WIDTH * unit, EAR_ROOM * Math.hypot(ears[1].x - ears[0].x, ears[1].y - ears[0].y)),
  };
}

function draw({ centre, up, halfHeight, halfWidth }: Ellipse, { width, height, data }: FloatImage): void {
  const reach = FALL.to * Math.max(halfHeight, halfWidth);
  const [left, right] = [Math.max(0, Math.floor(centre.x - reach)), Math.min(width, Math.ceil(centre.x + reach))];
  const [top, bottom] = [Math.max(0, Math.floor(centre.y - reach)), Math.min(height, Math.ceil(centre.y + reach))];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const [dx, dy] = [x + 0.5 - centre.x, y + 0.5 - centre.y];
      const radius = Math.hypot((dx * up.x + dy * up.y) / halfHeight, (dx * -up.y + dy * up.x) / halfWidth);
      const i = y * width + x;
      data[i] = Math.max(data[i], fallen(radius));
    }
  }
}

function fallen(radius: number): number {
  const t = Math.min(1, Math.max(0, (FALL.to - radius) / (FALL.to - FALL.from)));
  return t * t * (3 - 2 * t);
}
