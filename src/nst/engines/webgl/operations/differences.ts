import type { ProgramSource } from '../programs';
import { neighbourAt, positionWeightSource } from '../shaders/grid';

/** target + scale · p · (a − b). */
export function addDifferenceSource(weighted: boolean): ProgramSource {
  return {
    geometry: 'blocks',
    fragment: `
flat in ivec2 origin;
uniform sampler2D targetTexture, aTexture, bTexture;
uniform float factor;
${positionWeightSource(weighted)}
out vec4 result;
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 difference = texelFetch(aTexture, at, 0) - texelFetch(bTexture, at, 0);
  result = texelFetch(targetTexture, at, 0) + factor * positionWeight(at - origin) * difference;
}`,
  };
}

/** target + the derivative of Σ factors · (neighbour − value)², neighbours below (y) and to the right (x). */
export const addTotalVariationGradientSource = (wraps: boolean): ProgramSource => ({
  geometry: 'blocks',
  fragment: `
flat in ivec2 origin;
uniform sampler2D targetTexture, imageTexture;
uniform ivec3 grid;
uniform vec2 factors;      // 2 · scale / differences, vertical and horizontal
out vec4 result;
vec4 valueAt(ivec2 p) {
  return texelFetch(imageTexture, origin + ${neighbourAt(wraps, 'p')}, 0);
}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 p = at - origin;
  // A neighbour outside, where nothing wraps, is the pixel itself: no difference.
  vec4 value = valueAt(p);
  vec4 vertical = 2.0 * value - valueAt(p - ivec2(0, 1)) - valueAt(p + ivec2(0, 1));
  vec4 horizontal = 2.0 * value - valueAt(p - ivec2(1, 0)) - valueAt(p + ivec2(1, 0));
  result = texelFetch(targetTexture, at, 0) + factors.x * vertical + factors.y * horizontal;
}`,
});
