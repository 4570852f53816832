import { bytesOf, VECTOR } from '../memory-layout';
import { PATCH, TILE, tilesAlong } from './geometry';
import { transformOutputLine } from './transform-lines';

/** Floats of work space that `transformOutput` needs: the half transform of four channels of a tile. */
export const OUTPUT_WORK_FLOATS: i32 = TILE * PATCH * 4;

/**
 * relu(Aᵀ·M·A + bias) of the tiles [first, last), m [36][tiles][channels] → the image [height, width, channels],
 * whose last tiles may reach beyond its edge.
 */
export function transformOutput(
  m: usize, positionStride: usize, first: i32, last: i32, bias: usize, relu: bool,
  target: usize, height: i32, width: i32, channels: i32, work: usize,
): void {
  const tilesPerRow = tilesAlong(width);
  for (let tile = first; tile < last; tile++) {
    const y = (tile / tilesPerRow) * TILE;
    const x = (tile % tilesPerRow) * TILE;
    const corner = target + bytesOf((y * width + x) * channels);
    const source = m + bytesOf((tile - first) * channels);
    transformTile(source, positionStride, bias, relu, corner, min(TILE, height - y), min(TILE, width - x), width, channels, work);
  }
}

function transformTile(
  m: usize, positionStride: usize, bias: usize, relu: bool, target: usize, rows: i32, columns: i32, width: i32, channels: i32, work: usize,
): void {
  const lowest = f32x4.splat(relu ? 0 : -Infinity);
  const none = f32x4.splat(0);
  const unbounded = f32x4.splat(-Infinity);
  const lineStride = bytesOf(width * channels);
  const end = bytesOf(channels);
  for (let c: usize = 0; c < end; c += VECTOR) {
    for (let j = 0; j < PATCH; j++) {
      transformOutputLine(m + c + j * positionStride, PATCH * positionStride, work + j * VECTOR, PATCH * VECTOR, TILE, none, unbounded);
    }
    const offset = v128.load(bias + c);
    for (let i = 0; i < rows; i++) {
      transformOutputLine(work + i * PATCH * VECTOR, VECTOR, target + c + i * lineStride, bytesOf(channels), columns, offset, lowest);
    }
  }
}
