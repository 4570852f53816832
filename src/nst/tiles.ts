import type { Rectangle } from './engines/engine';
import type { LayerGeometry } from './geometry';

/** A part of the image that is evaluated by itself: `patch` is what the network sees, `own` what counts. */
export interface Tile {
  patch: Rectangle;
  own: Rectangle;
}

/** The whole image as one tile. */
export function wholeImage(width: number, height: number): Tile {
  const all = { x: 0, y: 0, width, height };
  return { patch: all, own: all };
}

/**
 * Cuts an image so that every patch is at most about `maximumPatch` pixels a side.
 * Own parts start at multiples of the deepest stride and are surrounded by all that a position of theirs sees,
 * so that sums over own positions equal the untiled sums, and so do their gradients. A patch of an image that `wraps`
 * may reach beyond its edges; such an image has sides of whole strides.
 */
export function planTiles(width: number, height: number, deepest: LayerGeometry, maximumPatch: number, wraps = false): Tile[] {
  const halo = haloOf(deepest);
  const columns = cut(width, deepest.stride, halo, maximumPatch, wraps);
  const rows = cut(height, deepest.stride, halo, maximumPatch, wraps);
  return rows.flatMap((row) =>
    columns.map((column) => ({
      patch: { x: column.patch.start, y: row.patch.start, width: column.patch.length, height: row.patch.length },
      own: { x: column.own.start, y: row.own.start, width: column.own.length, height: row.own.length },
    })),
  );
}

/** Pixels around a tile's own part that its positions see, in whole strides. */
export function haloOf({ reach, stride }: LayerGeometry): number {
  return Math.ceil(reach / stride) * stride;
}

interface Span {
  start: number;
  length: number;
}

function cut(length: number, stride: number, halo: number, maximumPatch: number, wraps: boolean): { own: Span; patch: Span }[] {
  if (length <= maximumPatch) return [{ own: { start: 0, length }, patch: { start: 0, length } }];
  const largestOwn = Math.max(stride, Math.floor((maximumPatch - 2 * halo) / stride) * stride);
  const count = Math.ceil(length / largestOwn);
  const ownLength = Math.ceil(length / count / stride) * stride;
  const spans = [];
  for (let start = 0; start < length; start += ownLength) {
    const end = reachesEnd(start + ownLength, length, stride) ? length : start + ownLength;
    const patchStart = wraps ? start - halo : Math.max(0, start - halo);
    const patchEnd = wraps ? end + halo : Math.min(length, end + halo);
    spans.push({ own: { start, length: end - start }, patch: { start: patchStart, length: patchEnd - patchStart } });
    if (end === length) break;
  }
  return spans;
}

/** A rest narrower than one stride has no position of its own at the deepest layer; it joins its neighbour. */
function reachesEnd(end: number, length: number, stride: number): boolean {
  return length - end < stride;
}

/** A tile's own positions at a layer, inside the tile's patch, in positions. */
export function ownPositions(tile: Tile, stride: number, imageWidth: number, imageHeight: number): Rectangle {
  const x = (tile.own.x - tile.patch.x) / stride;
  const y = (tile.own.y - tile.patch.y) / stride;
  return {
    x,
    y,
    width: positionsBetween(tile.own.x, tile.own.width, stride, imageWidth),
    height: positionsBetween(tile.own.y, tile.own.height, stride, imageHeight),
  };
}

function positionsBetween(start: number, length: number, stride: number, imageLength: number): number {
  const end = start + length === imageLength ? Math.floor(imageLength / stride) : (start + length) / stride;
  return end - start / stride;
}
