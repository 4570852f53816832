import { gatherRow } from '../gather';
import { bytesOf, VECTOR } from '../memory-layout';
import { PATCH, TILE, tilesAlong } from './geometry';
import { transformInputLine } from './transform-lines';

/** Tiles of one row, and channels, that are transformed together, so that their columns stay in the first-level cache. */
const SEGMENT_TILES: i32 = 6;
const SEGMENT_CHANNELS: i32 = 16;
const SEGMENT_COLUMNS: i32 = SEGMENT_TILES * TILE + PATCH - TILE;

/** Floats of work space that `transformInput` needs: a gathered patch and its half transform. */
export const INPUT_WORK_FLOATS: i32 = 2 * PATCH * SEGMENT_COLUMNS * SEGMENT_CHANNELS;

/**
 * V = Bᵀ·d·B of the tiles [first, last), in reading order, of an image [height, width, channels]: v [36][tiles][channels].
 * With a mask the image counts only where the mask is above zero: the ReLU of the backward pass.
 */
export function transformInput(
  source: usize, mask: usize, height: i32, width: i32, channels: i32,
  first: i32, last: i32, v: usize, positionStride: usize, work: usize,
): void {
  const tilesPerRow = tilesAlong(width);
  for (let tile = first; tile < last; ) {
    const column = tile % tilesPerRow;
    const count = min(min(tilesPerRow - column, SEGMENT_TILES), last - tile);
    const target = v + bytesOf((tile - first) * channels);
    for (let channel = 0; channel < channels; channel += SEGMENT_CHANNELS) {
      const taken = min(SEGMENT_CHANNELS, channels - channel);
      transformSegment(
        source, mask, height, width, channels, (tile / tilesPerRow) * TILE - 1, column * TILE - 1,
        count, channel, taken, target + bytesOf(channel), positionStride, work,
      );
    }
    tile += count;
  }
}

/** One run of tiles in a row: their columns first, which neighbours share, then the rows of each tile. */
function transformSegment(
  source: usize, mask: usize, height: i32, width: i32, channels: i32, y0: i32, x0: i32,
  tiles: i32, channel: i32, count: i32, target: usize, positionStride: usize, work: usize,
): void {
  const columns = tiles * TILE + PATCH - TILE;
  const columnBytes = bytesOf(count);
  const lineBytes = bytesOf(columns * count);
  const half = work + bytesOf(PATCH * SEGMENT_COLUMNS * SEGMENT_CHANNELS);
  const inside = y0 >= 0 && x0 >= 0 && y0 + PATCH <= height && x0 + columns <= width;
  if (inside && !mask) {
    const patch = source + bytesOf((y0 * width + x0) * channels + channel);
    transformColumns(patch, bytesOf(channels), bytesOf(width * channels), columns, columnBytes, half, lineBytes);
  } else {
    for (let i = 0; i < PATCH; i++) {
      gatherRow(source, mask, height, width, channels, y0 + i, x0, columns, channel, count, work + i * lineBytes);
    }
    transformColumns(work, columnBytes, lineBytes, columns, columnBytes, half, lineBytes);
  }
  transformRows(half, lineBytes, tiles, columnBytes, target, bytesOf(channels), positionStride);
}

function transformColumns(
  patch: usize, columnStride: usize, lineStride: usize, columns: i32, columnBytes: usize, half: usize, halfStride: usize,
): void {
  for (let x = 0; x < columns; x++) {
    for (let c: usize = 0; c < columnBytes; c += VECTOR) transformInputLine(patch + c, lineStride, half + c, halfStride);
    patch += columnStride;
    half += columnBytes;
  }
}

function transformRows(
  half: usize, halfStride: usize, tiles: i32, columnBytes: usize, target: usize, tileStride: usize, positionStride: usize,
): void {
  for (let tile = 0; tile < tiles; tile++) {
    for (let i = 0; i < PATCH; i++) {
      const line = half + i * halfStride;
      const position = target + i * PATCH * positionStride;
      for (let c: usize = 0; c < columnBytes; c += VECTOR) transformInputLine(line + c, columnBytes, position + c, positionStride);
    }
    half += TILE * columnBytes;
    target += tileStride;
  }
}
