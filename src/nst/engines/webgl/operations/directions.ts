import type { ProgramSource } from '../programs';
import { ORIGIN_OF, positionWeightSource } from '../shaders/grid';

/** Σ a · a and Σ a · b over all channels of a position, and 1 / ‖a‖, which is 0 where a is 0. */
const MEASURES = `
uniform sampler2D aTexture, bTexture;
uniform ivec3 inputGrid;
uniform int blocks;
${ORIGIN_OF}
void measure(ivec2 p, out float square, out float product, out float inverse) {
  vec4 squares = vec4(0.0), products = vec4(0.0);
  for (int from = 0; from < blocks; from++) {
    ivec2 at = originOf(from, inputGrid) + p;
    vec4 a = texelFetch(aTexture, at, 0);
    squares += a * a;
    products += a * texelFetch(bTexture, at, 0);
  }
  square = (squares.x + squares.y) + (squares.z + squares.w);
  product = (products.x + products.y) + (products.z + products.w);
  inverse = square > 1.0e-36 ? inversesqrt(square) : 0.0;
}`;

function perPosition(weighted: boolean, result: string): ProgramSource {
  return {
    geometry: 'area',
    fragment: `
${MEASURES}
${positionWeightSource(weighted)}
out vec4 result;
void main() {
  ivec2 p = ivec2(gl_FragCoord.xy);
  float square, product, inverse;
  measure(p, square, product, inverse);
  result = ${result};
}`,
  };
}

/** p · (1 − ⟨â, b⟩), a tensor [h, w, 1]. */
export const cosineDistancesSource = (weighted: boolean): ProgramSource =>
  perPosition(weighted, 'vec4(positionWeight(p) * (1.0 - product * inverse), 0.0, 0.0, 0.0)');

/** What b and a are multiplied by in the gradient, without its scale: −p / ‖a‖ and p · ⟨â, b⟩ / ‖a‖². */
export const cosineFactorsSource = (weighted: boolean): ProgramSource =>
  perPosition(weighted, 'positionWeight(p) * vec4(-inverse, product * inverse * inverse * inverse, 0.0, 0.0)');

/** 1 / ‖a‖ of every position; b is not looked at. */
export const INVERSE_LENGTHS: ProgramSource = perPosition(false, 'vec4(inverse, 0.0, 0.0, 0.0)');

/** scale · (first factor · b + second factor · a), of [h, w, c]. */
export const COMBINE_AT_POSITIONS: ProgramSource = {
  geometry: 'blocks',
  fragment: `
flat in int block;
flat in ivec2 origin;
uniform sampler2D aTexture, bTexture, factorsTexture;
uniform float factor;
out vec4 result;
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 factors = texelFetch(factorsTexture, at - origin, 0);
  result = factor * (factors.x * texelFetch(bTexture, at, 0) + factors.y * texelFetch(aTexture, at, 0));
}`,
};
