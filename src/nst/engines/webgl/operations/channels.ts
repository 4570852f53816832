import type { ProgramSource } from '../programs';
import { ORIGIN_OF, positionWeightSource } from '../shaders/grid';

const HEAD = `
flat in int block;
flat in ivec2 origin;
uniform sampler2D inputTexture;
uniform ivec3 inputGrid;
out vec4 result;
${ORIGIN_OF}`;

/** Σ p · a along every row: [h, w, c] → [h, 1, c]. */
export function rowSumsSource(weighted: boolean): ProgramSource {
  return {
    geometry: 'blocks',
    fragment: `${HEAD}
${positionWeightSource(weighted)}
void main() {
  int y = int(gl_FragCoord.y) - origin.y;
  ivec2 from = originOf(block, inputGrid);
  result = vec4(0.0);
  for (int x = 0; x < inputGrid.x; x++) {
    ivec2 p = ivec2(x, y);
    result += positionWeight(p) * texelFetch(inputTexture, from + p, 0);
  }
}`,
  };
}

/** [h, 1, c] → [1, 1, c], in parts, so that rounding grows with their number and length and not with h. */
export const COLUMN_SUMS: ProgramSource = {
  geometry: 'blocks',
  fragment: `${HEAD}
void main() {
  ivec2 from = originOf(block, inputGrid);
  result = vec4(0.0);
  for (int first = 0; first < inputGrid.y; first += 16) {
    vec4 part = vec4(0.0);
    for (int y = first; y < min(first + 16, inputGrid.y); y++) part += texelFetch(inputTexture, from + ivec2(0, y), 0);
    result += part;
  }
}`,
};

/** factors and offsets are tensors [c]. */
export const SCALE_CHANNELS: ProgramSource = {
  geometry: 'blocks',
  fragment: `${HEAD}
uniform sampler2D factorsTexture, offsetsTexture;
uniform ivec3 channelGrid;
void main() {
  ivec2 channel = originOf(block, channelGrid);
  vec4 value = texelFetch(inputTexture, ivec2(gl_FragCoord.xy), 0);
  result = texelFetch(factorsTexture, channel, 0) * value + texelFetch(offsetsTexture, channel, 0);
}`,
};

/** The input's blocks become the target's from `firstBlock` on; the target's other blocks stay. */
export const PLACE_CHANNELS: ProgramSource = {
  geometry: 'blocks',
  fragment: `${HEAD}
uniform int firstBlock, blockCount;
void main() {
  int from = block - firstBlock;
  if (from < 0 || from >= blockCount) discard;
  result = texelFetch(inputTexture, originOf(from, inputGrid) + ivec2(gl_FragCoord.xy) - origin, 0);
}`,
};

export const SLICE_CHANNELS: ProgramSource = {
  geometry: 'blocks',
  fragment: `${HEAD}
uniform int firstBlock;
void main() {
  result = texelFetch(inputTexture, originOf(firstBlock + block, inputGrid) + ivec2(gl_FragCoord.xy) - origin, 0);
}`,
};

/** indices are a tensor [r, s], four neighbours in a texel. */
export const GATHER_POSITIONS: ProgramSource = {
  geometry: 'blocks',
  fragment: `${HEAD}
uniform sampler2D indicesTexture;
void main() {
  ivec2 p = ivec2(gl_FragCoord.xy) - origin;
  int index = int(texelFetch(indicesTexture, ivec2(p.x >> 2, p.y), 0)[p.x & 3]);
  int inside = max(index, 0);
  ivec2 from = ivec2(inside % inputGrid.x, inside / inputGrid.x);
  vec4 value = texelFetch(inputTexture, originOf(block, inputGrid) + from, 0);
  result = index < 0 ? vec4(0.0) : value;
}`,
};
