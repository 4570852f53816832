import type { ProgramSource } from '../programs';
import { ORIGIN_OF, positionWeightSource } from './grid';

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/**
 * Σ p · a_k · a_k' over some rows of pixels, for four channels k (a block of rows of the matrix) and `pairs` blocks of
 * four channels k': 1 + pairs fetches for 16 · pairs multiply-adds. Fragment (x, y): column blocks pairs · x + …, row
 * block and part of the rows in y. Layer 4 · q + i of the target: row i of the q-th block. Below the diagonal nothing
 * is computed: the matrix is symmetric.
 */
export function gramPartsSource(pairs: number, weighted: boolean): ProgramSource {
  const each = (line: (q: number) => string): string => range(pairs).map(line).join('\n      ');
  const outputs = range(4 * pairs);
  return {
    geometry: 'area',
    fragment: `
uniform sampler2D activationTexture;
uniform ivec3 grid;
uniform int blocks, rowsPerPart;
${outputs.map((i) => `layout(location = ${i}) out vec4 part${i};`).join('\n')}
${ORIGIN_OF}
${positionWeightSource(weighted)}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int part = at.y / blocks;
  int rowBlock = at.y - part * blocks;
  int columnBlock = at.x * ${pairs};
  ivec2 left = originOf(rowBlock, grid);
  ${each((q) => `ivec2 right${q} = originOf(min(columnBlock + ${q}, blocks - 1), grid); mat4 total${q} = mat4(0.0);`)}
  int end = columnBlock + ${pairs - 1} < rowBlock ? 0 : min((part + 1) * rowsPerPart, grid.y);
  for (int y = part * rowsPerPart; y < end; y++) {
    ${each((q) => `mat4 row${q} = mat4(0.0);`)}
    for (int x = 0; x < grid.x; x++) {
      ivec2 p = ivec2(x, y);
      vec4 a = texelFetch(activationTexture, left + p, 0) * positionWeight(p);
      vec4 b;
      ${each(
        (q) =>
          `b = texelFetch(activationTexture, right${q} + p, 0); ${range(4)
            .map((i) => `row${q}[${i}] += b * a[${i}];`)
            .join(' ')}`,
      )}
    }
    ${each((q) => `total${q} += row${q};`)}
  }
  ${outputs.map((i) => `part${i} = total${i >> 2}[${i & 3}];`).join(' ')}
}`,
  };
}

/** Adds the parts and mirrors what is above the diagonal, into a tensor [c, c]. */
export function gramSumSource(pairs: number): ProgramSource {
  return {
    geometry: 'area',
    fragment: `
uniform sampler2DArray parts;
uniform int blocks, partCount;
out vec4 gram;
vec4 entries(int rowBlock, int columnBlock, int i, int part) {
  return texelFetch(parts, ivec3(columnBlock / ${pairs}, part * blocks + rowBlock, columnBlock % ${pairs} * 4 + i), 0);
}
void main() {
  int columnBlock = int(gl_FragCoord.x);
  int row = int(gl_FragCoord.y);
  int rowBlock = row >> 2;
  int i = row & 3;
  gram = vec4(0.0);
  for (int part = 0; part < partCount; part++) {
    if (columnBlock >= rowBlock) gram += entries(rowBlock, columnBlock, i, part);
    else gram += vec4(${range(4)
      .map((k) => `entries(columnBlock, rowBlock, ${k}, part)[i]`)
      .join(', ')});
  }
}`,
  };
}
