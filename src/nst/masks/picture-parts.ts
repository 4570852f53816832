import type { Box } from './face';

/** Below this a part would be no sharper than the whole. */
const LEAST_SIDE = 384;
/** Of the longest side: parts overlap by more than a face that the whole picture would miss. */
const PART = 0.6;

/** The whole picture, and its corners, in which the faces of a group are large enough to be seen. */
export function partsOf({ width, height }: { width: number; height: number }): Box[] {
  const whole = { x: 0, y: 0, width, height };
  const longest = Math.max(width, height);
  if (longest < LEAST_SIDE) return [whole];
  const side = Math.ceil(longest * PART);
  const corners = startsOf(height, side).flatMap((y) =>
    startsOf(width, side).map((x) => ({ x, y, width: Math.min(side, width), height: Math.min(side, height) })),
  );
  return [whole, ...corners];
}

function startsOf(length: number, side: number): number[] {
  return length <= side ? [0] : [0, length - side];
}
