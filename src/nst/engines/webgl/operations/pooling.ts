import type { Pooling } from '../../engine';
import type { ProgramSource } from '../programs';
import { ORIGIN_OF } from '../shaders/grid';

/** The four texels of window p, in reading order, of a block that begins at `from`. */
const WINDOW = `
void readWindow(sampler2D values, ivec2 from, out vec4 window[4]) {
  window[0] = texelFetch(values, from, 0);
  window[1] = texelFetch(values, from + ivec2(1, 0), 0);
  window[2] = texelFetch(values, from + ivec2(0, 1), 0);
  window[3] = texelFetch(values, from + ivec2(1, 1), 0);
}`;

const COMBINE: Record<Pooling, string> = {
  avg: '0.25 * ((window[0] + window[1]) + (window[2] + window[3]))',
  max: 'max(max(window[0], window[1]), max(window[2], window[3]))',
};

export function poolSource(pooling: Pooling): ProgramSource {
  return {
    geometry: 'blocks',
    fragment: `
flat in int block;
flat in ivec2 origin;
uniform sampler2D inputTexture;
uniform ivec3 inputGrid;
out vec4 pooled;
${ORIGIN_OF}
${WINDOW}
void main() {
  vec4 window[4];
  readWindow(inputTexture, originOf(block, inputGrid) + 2 * (ivec2(gl_FragCoord.xy) - origin), window);
  pooled = ${COMBINE[pooling]};
}`,
  };
}

/** An odd last row or column belongs to no window: its gradient is 0. */
export const AVERAGE_POOL_GRADIENT: ProgramSource = {
  geometry: 'blocks',
  fragment: `
flat in int block;
flat in ivec2 origin;
uniform sampler2D upstreamTexture;
uniform ivec3 upstreamGrid;
out vec4 gradient;
${ORIGIN_OF}
void main() {
  ivec2 p = (ivec2(gl_FragCoord.xy) - origin) / 2;
  vec4 upstream = texelFetch(upstreamTexture, originOf(block, upstreamGrid) + min(p, upstreamGrid.xy - 1), 0);
  gradient = any(greaterThanEqual(p, upstreamGrid.xy)) ? vec4(0.0) : 0.25 * upstream;
}`,
};

/** The upstream gradient goes to the first of the window's values, in reading order, that equals the output. */
export const MAXIMUM_POOL_GRADIENT: ProgramSource = {
  geometry: 'blocks',
  fragment: `
flat in int block;
flat in ivec2 origin;
uniform sampler2D upstreamTexture, inputTexture, outputTexture;
uniform ivec3 upstreamGrid;
out vec4 gradient;
${ORIGIN_OF}
${WINDOW}
vec4 equals(vec4 a, vec4 b) { return vec4(equal(a, b)); }
void main() {
  ivec2 q = ivec2(gl_FragCoord.xy) - origin;
  ivec2 p = q / 2;
  gradient = vec4(0.0);
  if (any(greaterThanEqual(p, upstreamGrid.xy))) return;
  ivec2 from = originOf(block, upstreamGrid) + p;
  vec4 maximum = texelFetch(outputTexture, from, 0);
  vec4 window[4];
  readWindow(inputTexture, origin + 2 * p, window);
  int place = (q.y & 1) * 2 + (q.x & 1);
  vec4 isFirst = equals(window[place], maximum);
  for (int before = 0; before < place; before++) isFirst *= 1.0 - equals(window[before], maximum);
  gradient = isFirst * texelFetch(upstreamTexture, from, 0);
}`,
};
