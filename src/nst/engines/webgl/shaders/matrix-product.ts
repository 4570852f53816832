import type { ProgramSource } from '../programs';
import { ORIGIN_OF, positionWeightSource } from './grid';

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/**
 * matrix · a for `pixels` neighbouring pixels (counted in reading order from `firstPixel`) and four channels, so that
 * each fetched part of the matrix serves all of them. Fragment (x, y): pixels in x, block of channels in y; a layer
 * for each pixel.
 */
export function matrixProductSource(pixels: number): ProgramSource {
  const each = (line: (u: number) => string): string => range(pixels).map(line).join('\n  ');
  return {
    geometry: 'area',
    fragment: `
uniform sampler2D activationTexture, matrixTexture;
uniform ivec3 grid;
uniform int blocks, firstPixel, lastPixel;
${each((u) => `layout(location = ${u}) out vec4 product${u};`)}
${ORIGIN_OF}
ivec2 pixel(int index) {
  int inside = min(index, lastPixel);
  int y = inside / grid.x;
  return ivec2(inside - y * grid.x, y);
}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int first = firstPixel + at.x * ${pixels};
  ${each((u) => `ivec2 p${u} = pixel(first + ${u}); vec4 sum${u} = vec4(0.0);`)}
  for (int block = 0; block < blocks; block++) {
    ivec2 origin = originOf(block, grid);
    mat4 rows = mat4(${range(4)
      .map((i) => `texelFetch(matrixTexture, ivec2(block, 4 * at.y + ${i}), 0)`)
      .join(', ')});
    ${each((u) => `sum${u} += texelFetch(activationTexture, origin + p${u}, 0) * rows;`)}
  }
  ${each((u) => `product${u} = sum${u};`)}
}`,
  };
}

/** target + scale · p · product. */
export function addProductSource(pixels: number, weighted: boolean): ProgramSource {
  return {
    geometry: 'blocks',
    fragment: `
flat in int block;
flat in ivec2 origin;
uniform sampler2D targetTexture;
uniform sampler2DArray products;
uniform ivec3 grid;
uniform int firstPixel;
uniform float factor;
${positionWeightSource(weighted)}
out vec4 result;
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 p = at - origin;
  int index = p.y * grid.x + p.x - firstPixel;
  vec4 product = texelFetch(products, ivec3(index / ${pixels}, block, index % ${pixels}), 0);
  result = texelFetch(targetTexture, at, 0) + factor * positionWeight(p) * product;
}`,
  };
}
