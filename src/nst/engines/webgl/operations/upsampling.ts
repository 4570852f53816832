import type { ProgramSource } from '../programs';
import { ORIGIN_OF } from '../shaders/grid';

/** An output takes ¾ from the input that holds it and ¼ from the next one on its own side, along each axis. */
const SOURCES = `
flat in int block;
flat in ivec2 origin;
uniform sampler2D inputTexture;
uniform ivec3 inputGrid;
out vec4 result;
${ORIGIN_OF}
ivec2 nearOf(ivec2 p, ivec2 size) { return min(p >> 1, size - 1); }
ivec2 farOf(ivec2 p, ivec2 size) { return clamp((p >> 1) + 2 * (p & 1) - 1, ivec2(0), size - 1); }`;

export const UPSAMPLE: ProgramSource = {
  geometry: 'blocks',
  fragment: `${SOURCES}
void main() {
  ivec2 p = ivec2(gl_FragCoord.xy) - origin;
  ivec2 from = originOf(block, inputGrid);
  ivec2 near = nearOf(p, inputGrid.xy);
  ivec2 far = farOf(p, inputGrid.xy);
  result = 0.5625 * texelFetch(inputTexture, from + near, 0)
    + 0.1875 * (texelFetch(inputTexture, from + ivec2(far.x, near.y), 0) + texelFetch(inputTexture, from + ivec2(near.x, far.y), 0))
    + 0.0625 * texelFetch(inputTexture, from + far, 0);
}`,
};

/** The input is the gradient; `size` is the target's. */
export const UPSAMPLE_GRADIENT: ProgramSource = {
  geometry: 'blocks',
  fragment: `${SOURCES}
uniform ivec2 size;
vec2 shareOf(ivec2 p, ivec2 output_) {
  return 0.75 * vec2(equal(nearOf(output_, size), p)) + 0.25 * vec2(equal(farOf(output_, size), p));
}
void main() {
  ivec2 p = ivec2(gl_FragCoord.xy) - origin;
  ivec2 from = originOf(block, inputGrid);
  result = vec4(0.0);
  for (int y = max(2 * p.y - 1, 0); y < min(2 * p.y + 3, inputGrid.y); y++) {
    for (int x = max(2 * p.x - 1, 0); x < min(2 * p.x + 3, inputGrid.x); x++) {
      vec2 share = shareOf(p, ivec2(x, y));
      result += share.x * share.y * texelFetch(inputTexture, from + ivec2(x, y), 0);
    }
  }
}`,
};
