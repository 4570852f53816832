/** F(4×4, 3×3): a tile of 4×4 outputs is made from a patch of 6×6 inputs, which has 36 positions once transformed. */
export const TILE: i32 = 4;
export const PATCH: i32 = 6;
export const POSITIONS: i32 = 36;

/** Floats between two positions of a buffer [36][tiles][channels]; the extra line keeps positions off the same cache sets. */
@inline
export function positionFloats(tiles: i32, channels: i32): i32 {
  return tiles * channels + 16;
}

@inline
export function tilesAlong(side: i32): i32 {
  return (side + TILE - 1) / TILE;
}
