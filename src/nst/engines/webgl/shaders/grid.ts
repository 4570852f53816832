/** Where a block of four channels begins in a texture whose layout is `grid`: width, height and columns (see layout.ts). */
export const ORIGIN_OF = `
ivec2 originOf(int block, ivec3 grid) {
  return ivec2(block % grid.z, block / grid.z) * grid.xy;
}`;

/** p at a pixel, of `uniform sampler2D positionWeights`: a tensor [h, w], so four neighbours in a texel. */
const POSITION_WEIGHT = `
uniform sampler2D positionWeights;
float positionWeight(ivec2 p) {
  return texelFetch(positionWeights, ivec2(p.x >> 2, p.y), 0)[p.x & 3];
}`;

/** The same where p is 1 everywhere. */
const NO_POSITION_WEIGHT = `
float positionWeight(ivec2 p) { return 1.0; }`;

export function positionWeightSource(weighted: boolean): string {
  return weighted ? POSITION_WEIGHT : NO_POSITION_WEIGHT;
}

/** A position up to one beyond the edge of `grid`: on the opposite edge where the image `wraps`, else moved back onto its own. */
export function neighbourAt(wraps: boolean, position: string): string {
  return wraps ? `(${position} + grid.xy) % grid.xy` : `clamp(${position}, ivec2(0), grid.xy - 1)`;
}
