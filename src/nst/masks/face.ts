export interface Point {
  x: number;
  y: number;
}

/** In the picture's pixels. */
export interface Box extends Point {
  width: number;
  height: number;
}

export interface Face {
  /** 0…1 */
  score: number;
  /** From the brows to the chin. */
  box: Box;
  /** Of the person seen: the first eye and ear stand left in the picture. */
  eyes: readonly [Point, Point];
  nose: Point;
  mouth: Point;
  ears: readonly [Point, Point];
}

/** What of the smaller box lies in the other, 0…1. */
export function sharedPart(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return (Math.max(0, width) * Math.max(0, height)) / Math.min(a.width * a.height, b.width * b.height);
}
