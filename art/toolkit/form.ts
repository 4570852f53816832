import type { Point } from './geometry';
import type { Sight } from './view';

export type Look = (x: number, y: number) => Sight | null;

/** Direction along the form's contours; where it faces the viewer, `rest`. */
export function contourAngle(sight: Sight, rest: number): number {
  const [nx, ny] = sight.normal;
  const slope = Math.sqrt(nx * nx + ny * ny);
  if (slope < 0.12) return rest;
  const along = Math.atan2(nx, -ny);
  return along + nearestTurn(rest - along) * Math.max(0, 0.6 - slope);
}

/** Across the form, as a hand hatches to show that it is round. */
export function acrossAngle(sight: Sight, rest: number): number {
  const [nx, ny] = sight.normal;
  const slope = Math.sqrt(nx * nx + ny * ny);
  if (slope < 0.12) return rest;
  const across = Math.atan2(ny, nx);
  return across + nearestTurn(rest - across) * Math.max(0, 0.8 - slope);
}

/** A direction has no sign: -π/2..π/2. */
function nearestTurn(angle: number): number {
  return angle - Math.round(angle / Math.PI) * Math.PI;
}

/** The path up to where it leaves the thing that it began on. */
export function withinMatter(path: readonly Point[], look: Look, deepest = 0.18): Point[] {
  const first = look(path[0].x, path[0].y);
  let before = first;
  const end = path.findIndex(({ x, y }) => {
    const sight = look(x, y);
    const left = sight?.matter !== first?.matter || (sight && before ? Math.abs(sight.depth - before.depth) > deepest : false);
    before = sight;
    return left;
  });
  return path.slice(0, end < 0 ? path.length : end);
}

/** Whether the outline, or another thing's, lies within `reach` pixels. */
export function isNearEdge(look: Look, { x, y }: Point, reach: number): boolean {
  const here = look(x, y);
  return [0, 1, 2, 3, 4, 5, 6, 7].some((eighth) => {
    const there = look(x + reach * Math.cos((eighth * Math.PI) / 4), y + reach * Math.sin((eighth * Math.PI) / 4));
    return there?.matter !== here?.matter || (there && here ? Math.abs(there.depth - here.depth) > 0.2 : false);
  });
}
