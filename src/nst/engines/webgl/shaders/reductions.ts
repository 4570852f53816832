import type { ProgramSource } from '../programs';
import { neighbourAt, positionWeightSource } from './grid';

/** One fragment adds a square of this side: row by row, so that rounding grows with the side and not with its square. */
export const SQUARE = 16;

/**
 * Partial sums of a term over the pixels of tensors of one layout. The term is an expression of `at`, the place in
 * the texture, of `p`, the pixel, and of the texels of the inputs. Lanes without a channel count 0.
 */
function partialSums(inputs: readonly string[], term: string, declarations = ''): ProgramSource {
  return {
    geometry: 'area',
    fragment: `
${inputs.map((name) => `uniform sampler2D ${name}Texture;`).join('\n')}
uniform ivec3 grid;
uniform int channels;
uniform ivec2 size;        // of the inputs' textures
${declarations}
out vec4 sum;
vec4 termAt(ivec2 at) {
  ivec2 corner = at / grid.xy;
  ivec2 p = at - corner * grid.xy;
  int firstChannel = 4 * (corner.y * grid.z + corner.x);
  ${inputs.map((name) => `vec4 ${name} = texelFetch(${name}Texture, at, 0);`).join('\n  ')}
  vec4 value = ${term};
  return mix(vec4(0.0), value, lessThan(firstChannel + ivec4(0, 1, 2, 3), ivec4(channels)));
}
void main() {
  ivec2 first = ivec2(gl_FragCoord.xy) * ${SQUARE};
  ivec2 end = min(first + ${SQUARE}, size);
  sum = vec4(0.0);
  for (int y = first.y; y < end.y; y++) {
    vec4 row = vec4(0.0);
    for (int x = first.x; x < end.x; x++) row += termAt(ivec2(x, y));
    sum += row;
  }
}`,
  };
}

export const dotSource = (masked: boolean): ProgramSource =>
  masked ? partialSums(['a', 'b', 'mask'], 'a * b * mask') : partialSums(['a', 'b'], 'a * b');

export const SUM = partialSums(['a'], 'a');

export const ABSOLUTE_SUM = partialSums(['a'], 'abs(a)');

export const squaredDistanceSource = (weighted: boolean): ProgramSource =>
  partialSums(['a', 'b'], 'positionWeight(p) * (a - b) * (a - b)', positionWeightSource(weighted));

/**
 * Squared differences to the neighbours below and to the right, each divided by how many there are. Where the image
 * `wraps`, the last pixel's neighbour is the first; else it is the pixel itself: no difference.
 */
export const totalVariationSource = (wraps: boolean): ProgramSource =>
  partialSums(
    ['image'],
    'squaredDifference(image, at, p, ivec2(0, 1)) * shares.x + squaredDifference(image, at, p, ivec2(1, 0)) * shares.y',
    `
uniform vec2 shares;
vec4 squaredDifference(vec4 value, ivec2 at, ivec2 p, ivec2 step) {
  ivec2 neighbour = ${neighbourAt(wraps, 'p + step')};
  vec4 difference = texelFetch(imageTexture, at - p + neighbour, 0) - value;
  return difference * difference;
}`,
  );

/** Adds squares of partial sums. */
export const SUM_SQUARES: ProgramSource = { geometry: 'area', fragment: addSquare('sum = total;') };

/** Adds at most one square and its four lanes: a scalar. */
export const SUM_TO_SCALAR: ProgramSource = {
  geometry: 'area',
  fragment: addSquare('sum = vec4((total.x + total.y) + (total.z + total.w), 0.0, 0.0, 0.0);'),
};

function addSquare(end: string): string {
  return `
uniform sampler2D partials;
out vec4 sum;
void main() {
  ivec2 first = ivec2(gl_FragCoord.xy) * ${SQUARE};
  ivec2 last = min(first + ${SQUARE}, textureSize(partials, 0));
  vec4 total = vec4(0.0);
  for (int y = first.y; y < last.y; y++) {
    vec4 row = vec4(0.0);
    for (int x = first.x; x < last.x; x++) row += texelFetch(partials, ivec2(x, y), 0);
    total += row;
  }
  ${end}
}`;
}
