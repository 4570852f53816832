import type { GalleryMarks } from '../../../preferences/gallery-marks';

/** How a file names an own style: by its place among them. */
export function placeId(place: number): string {
  return `own-${place}`;
}

/** The marks with other ids where there are others. */
export function marksWith(marks: GalleryMarks, ids: readonly (readonly [from: string, to: string])[]): GalleryMarks {
  const named = new Map(ids);
  const renamed = (id: string): string => named.get(id) ?? id;
  return { favourites: marks.favourites.map(renamed), hidden: marks.hidden.map(renamed) };
}
