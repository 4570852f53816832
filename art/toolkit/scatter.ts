import { distance, point, type Point } from './geometry';
import type { Random } from './random';

/** Bins of places, to find those near a point quickly. */
export class PlaceGrid {
  private readonly bins = new Map<number, number[]>();

  constructor(
    readonly places: Point[],
    private readonly binSize: number,
  ) {
    places.forEach((place, index) => this.insert(place, index));
  }

  add(place: Point): void {
    this.places.push(place);
    this.insert(place, this.places.length - 1);
  }

  /** Indices of the places in the nine bins about (x, y). */
  near(x: number, y: number): number[] {
    const column = Math.floor(x / this.binSize);
    const row = Math.floor(y / this.binSize);
    const found: number[] = [];
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) found.push(...(this.bins.get(key(column + dx, row + dy)) ?? []));
    }
    return found;
  }

  private insert(place: Point, index: number): void {
    const bin = key(Math.floor(place.x / this.binSize), Math.floor(place.y / this.binSize));
    this.bins.set(bin, [...(this.bins.get(bin) ?? []), index]);
  }
}

function key(column: number, row: number): number {
  return (row + 512) * 4096 + column + 512;
}

/**
 * Places no nearer to each other than `gap` (constant, or by place and at most `widestGap`), dense:
 * dart throwing with a fixed number of tries, so that time is bounded.
 */
export function scatter(
  width: number,
  height: number,
  gap: number | ((x: number, y: number) => number),
  random: Random,
  margin = 0,
  widestGap = typeof gap === 'number' ? gap : 40,
): Point[] {
  const gapAt = typeof gap === 'number' ? () => gap : gap;
  const grid = new PlaceGrid([], widestGap);
  const smallest = typeof gap === 'number' ? gap : widestGap / 4;
  const tries = Math.round((((width + 2 * margin) * (height + 2 * margin)) / smallest ** 2) * 8);
  for (let attempt = 0; attempt < tries; attempt++) {
    const place = point(random.range(-margin, width + margin), random.range(-margin, height + margin));
    const least = gapAt(place.x, place.y);
    if (grid.near(place.x, place.y).every((index) => distance(grid.places[index], place) >= least)) grid.add(place);
  }
  return grid.places;
}
