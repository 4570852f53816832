import type { ProgramSource } from '../programs';
import { ORIGIN_OF } from '../shaders/grid';

/** Candidates that one pass compares: a pass must end before the device's patience does. */
export const CANDIDATES_PER_PASS = 64;

/**
 * Four neighbouring queries against some candidates, four at a time: eight fetches for sixteen products of vec4.
 * Fragment (x, y): the queries 4x … 4x + 3 of row y, as the texels of a tensor [h, w] hold them. `bestTexture` and
 * `indexTexture` hold the largest product of the passes before and whose it is.
 */
export const NEAREST_IN_CHUNK: ProgramSource = {
  geometry: 'area',
  fragment: `
uniform sampler2D queriesTexture, candidatesTexture, bestTexture, indexTexture;
uniform ivec3 grid, candidateGrid;
uniform int blocks, firstCandidate, endCandidate;
uniform bool begins;
layout(location = 0) out vec4 best;
layout(location = 1) out vec4 indices;
${ORIGIN_OF}
ivec2 candidateAt(int index) {
  int inside = min(index, endCandidate - 1);
  return ivec2(inside % candidateGrid.x, inside / candidateGrid.x);
}
void keep(vec4 products, int index) {
  if (index >= endCandidate) return;
  bvec4 larger = greaterThan(products, best);
  best = mix(best, products, larger);
  indices = mix(indices, vec4(float(index)), larger);
}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  best = begins ? vec4(-3.0e38) : texelFetch(bestTexture, at, 0);
  indices = begins ? vec4(0.0) : texelFetch(indexTexture, at, 0);
  ivec2 q0 = ivec2(min(4 * at.x, grid.x - 1), at.y);
  ivec2 q1 = ivec2(min(4 * at.x + 1, grid.x - 1), at.y);
  ivec2 q2 = ivec2(min(4 * at.x + 2, grid.x - 1), at.y);
  ivec2 q3 = ivec2(min(4 * at.x + 3, grid.x - 1), at.y);
  for (int candidate = firstCandidate; candidate < endCandidate; candidate += 4) {
    ivec2 c0 = candidateAt(candidate), c1 = candidateAt(candidate + 1), c2 = candidateAt(candidate + 2), c3 = candidateAt(candidate + 3);
    mat4 products = mat4(0.0);
    for (int block = 0; block < blocks; block++) {
      ivec2 from = originOf(block, grid);
      ivec2 candidateFrom = originOf(block, candidateGrid);
      mat4 queries = mat4(
        texelFetch(queriesTexture, from + q0, 0), texelFetch(queriesTexture, from + q1, 0),
        texelFetch(queriesTexture, from + q2, 0), texelFetch(queriesTexture, from + q3, 0));
      products[0] += texelFetch(candidatesTexture, candidateFrom + c0, 0) * queries;
      products[1] += texelFetch(candidatesTexture, candidateFrom + c1, 0) * queries;
      products[2] += texelFetch(candidatesTexture, candidateFrom + c2, 0) * queries;
      products[3] += texelFetch(candidatesTexture, candidateFrom + c3, 0) * queries;
    }
    keep(products[0], candidate);
    keep(products[1], candidate + 1);
    keep(products[2], candidate + 2);
    keep(products[3], candidate + 3);
  }
}`,
};
