import { distance, type Point } from './geometry';
import { PlaceGrid } from './scatter';

export interface VoronoiHit {
  /** Index of the nearest place. */
  readonly cell: number;
  /** Index of the second nearest. */
  readonly neighbour: number;
  /** Pixels to the wall between the two. */
  readonly toWall: number;
  /** Pixels to the nearest place. */
  readonly toCenter: number;
}

/** Answers which cell a pixel lies in; every pixel must lie within `reach` of two places. */
export function createVoronoi(places: Point[], reach: number): (x: number, y: number) => VoronoiHit {
  const grid = new PlaceGrid([...places], reach);
  return (x, y) => {
    let first = -1;
    let second = -1;
    let nearest = Infinity;
    let next = Infinity;
    for (const index of grid.near(x, y)) {
      const away = (places[index].x - x) ** 2 + (places[index].y - y) ** 2;
      if (away < nearest) [second, next, first, nearest] = [first, nearest, index, away];
      else if (away < next) [second, next] = [index, away];
    }
    const apart = second < 0 ? 1 : distance(places[first], places[second]);
    return { cell: first, neighbour: second, toWall: (next - nearest) / (2 * apart), toCenter: Math.sqrt(nearest) };
  };
}
