import type { ProgramSource } from '../programs';
import { ORIGIN_OF } from '../shaders/grid';
import {
  INPUT_TRANSFORM,
  KERNEL_TRANSFORM,
  linearCombination,
  OUTPUT_TRANSFORM,
  POINTS,
  ROTATED_POINTS,
  TILE,
} from '../../winograd/matrices';

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const outputs = (count: number, name: string): string =>
  range(count)
    .map((i) => `layout(location = ${i}) out vec4 ${name}${i};`)
    .join('\n');

/**
 * U = G g Gᵀ. Kernels hold [3, 3, in, out] in texels of four output channels: tap (ky, kx), input channel a and output
 * block k at (kx · inputs + a, ky · blocks + k), and transformed ones point (i, j) in the same way.
 */
export const TRANSFORM_KERNEL: ProgramSource = {
  geometry: 'area',
  fragment: `
uniform sampler2D kernelTexture;
uniform int inputs, blocks;
out vec4 transformed;
const vec3 G[${POINTS}] = vec3[${POINTS}](${KERNEL_TRANSFORM.map((row) => `vec3(${row.join(', ')})`).join(', ')});
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 point = at / ivec2(inputs, blocks);
  ivec2 first = at - point * ivec2(inputs, blocks);
  transformed = vec4(0.0);
  for (int ky = 0; ky < 3; ky++) {
    for (int kx = 0; kx < 3; kx++) {
      transformed += G[point.y][ky] * G[point.x][kx] * texelFetch(kernelTexture, first + ivec2(kx * inputs, ky * blocks), 0);
    }
  }
}`,
};

/**
 * Bᵀ d along columns: fragment (x, tileRow + rows · block) reads six pixels of column x and writes the points from
 * `firstPoint` on, one a layer. What is outside of the image counts 0, and so does what the mask holds back (ReLU).
 */
export function inputRowsSource(firstPoint: number, points: number, masked: boolean): ProgramSource {
  const rows = rowsNeeded(firstPoint, points);
  const names = range(POINTS).map((q) => `d${q}`);
  return {
    geometry: 'area',
    fragment: `
uniform sampler2D sourceTexture;
${masked ? 'uniform sampler2D maskTexture;' : ''}
uniform ivec3 sourceGrid;
uniform int rows, firstRow;
${outputs(points, 'point')}
${ORIGIN_OF}
vec4 pixel(ivec2 origin, int x, int y) {
  ivec2 at = origin + ivec2(x, clamp(y, 0, sourceGrid.y - 1));
  vec4 value = texelFetch(sourceTexture, at, 0);
  ${masked ? 'value = mix(vec4(0.0), value, greaterThan(texelFetch(maskTexture, at, 0), vec4(0.0)));' : ''}
  return y < 0 || y >= sourceGrid.y ? vec4(0.0) : value;
}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int block = at.y / rows;
  int y = ${TILE} * (firstRow + at.y - block * rows) - 1;
  ivec2 origin = originOf(block, sourceGrid);
  ${rows.map((q) => `vec4 d${q} = pixel(origin, at.x, y + ${q});`).join('\n  ')}
  ${range(points)
    .map((i) => `point${i} = ${linearCombination(INPUT_TRANSFORM[firstPoint + i], names)};`)
    .join('\n  ')}
}`,
  };
}

/** (Bᵀ d) B: fragment (tile, block + blocks · i) reads six columns and writes the points (i, j) from `firstPoint` on, j a layer. */
export function inputColumnsSource(firstPoint: number, points: number): ProgramSource {
  const columns = rowsNeeded(firstPoint, points);
  const names = range(POINTS).map((q) => `d${q}`);
  return {
    geometry: 'area',
    fragment: `
uniform sampler2DArray transformedRows;
uniform int width, rows, blocks, tileColumns;
${outputs(points, 'point')}
vec4 column(int x, int y, int layer) {
  vec4 value = texelFetch(transformedRows, ivec3(clamp(x, 0, width - 1), y, layer), 0);
  return x < 0 || x >= width ? vec4(0.0) : value;
}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int i = at.y / blocks;
  int tileRow = min(at.x / tileColumns, rows - 1);
  int x = ${TILE} * (at.x - tileRow * tileColumns) - 1;
  int y = tileRow + rows * (at.y - i * blocks);
  ${columns.map((q) => `vec4 d${q} = column(x + ${q}, y, i);`).join('\n  ')}
  ${range(points)
    .map((j) => `point${j} = ${linearCombination(INPUT_TRANSFORM[firstPoint + j], names)};`)
    .join('\n  ')}
}`,
  };
}

/** The six inputs that the points' rows of Bᵀ look at. */
function rowsNeeded(firstPoint: number, points: number): number[] {
  const coefficients = INPUT_TRANSFORM.slice(firstPoint, firstPoint + points);
  return range(POINTS).filter((q) => coefficients.some((row) => row[q] !== 0));
}

/** Which tiles and output blocks one fragment of the multiplication works on: as many as a pass can write. */
export interface Share {
  tiles: number;
  blocks: number;
}

export type Direction = 'forward' | 'backward';

/**
 * Σ over channels of U ⊙ V, where nearly all time goes: for `tiles` tiles and `blocks` blocks of output channels a
 * fragment fetches tiles + 4 · blocks texels for 16 · tiles · blocks multiply-adds. Fragment (j, group of tiles) in x,
 * (i, group of output blocks) in y; layer tiles · q + u holds tile u of block q. Backward reads the same weights with
 * input and output channels exchanged, at the rotated kernel's points.
 */
export function multiplySource({ tiles, blocks }: Share, direction: Direction): ProgramSource {
  const forward = direction === 'forward';
  const eachTile = (line: (u: number) => string): string => range(tiles).map(line).join(' ');
  const block = (q: number): string => `min(firstBlock + ${q}, outputBlocks - 1)`;
  const weights = (q: number): string =>
    range(4)
      .map((a) => `texelFetch(weights, weight${q} + ivec2(${a}, 0), 0)`)
      .join(', ');
  return {
    geometry: 'area',
    fragment: `
uniform sampler2D weights;
uniform sampler2DArray inputs;
uniform int inputBlocks, outputBlocks, tileGroups, blockGroups;
${outputs(tiles * blocks, 'product')}
${forward ? '' : `const int rotated[${POINTS}] = int[${POINTS}](${ROTATED_POINTS.join(', ')});`}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 point = at / ivec2(tileGroups, blockGroups);
  ivec2 group = at - point * ivec2(tileGroups, blockGroups);
  int firstBlock = group.y * ${blocks};
  ivec3 tile = ivec3(group.x * ${tiles}, point.y * inputBlocks, point.x);
  ${range(blocks)
    .map((q) =>
      forward
        ? `ivec2 weight${q} = ivec2(point.x * inputBlocks * 4, point.y * outputBlocks + ${block(q)});`
        : `ivec2 weight${q} = ivec2((rotated[point.x] * outputBlocks + ${block(q)}) * 4, rotated[point.y] * inputBlocks);`,
    )
    .join('\n  ')}
  ${range(tiles * blocks)
    .map((r) => `vec4 sum${r} = vec4(0.0);`)
    .join(' ')}
  for (int channel = 0; channel < inputBlocks; channel++) {
    ${eachTile((u) => `vec4 v${u} = texelFetch(inputs, tile + ivec3(${u}, 0, 0), 0);`)}
    mat4 m;
    ${range(blocks)
      .map(
        (q) => `m = mat4(${weights(q)});
    ${eachTile((u) => `sum${tiles * q + u} += ${forward ? `m * v${u}` : `v${u} * m`};`)}
    weight${q} += ivec2(${forward ? '4, 0' : '0, 1'});`,
      )
      .join('\n    ')}
    tile.y++;
  }
  ${range(tiles * blocks)
    .map((r) => `product${r} = sum${r};`)
    .join(' ')}
}`,
  };
}

/** Aᵀ M along columns: fragment (tile, block + blocks · j) reads six points and writes four rows, one a layer. */
export function outputRowsSource(share: Share): ProgramSource {
  return {
    geometry: 'area',
    fragment: `
uniform sampler2DArray products;
uniform int blocks, tileGroups, blockGroups;
${outputs(TILE, 'row')}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int j = at.y / blocks;
  int block = at.y - j * blocks;
  ivec3 place = ivec3(j * tileGroups + at.x / ${share.tiles}, block / ${share.blocks}, block % ${share.blocks} * ${share.tiles} + at.x % ${share.tiles});
  ${range(POINTS)
    .map((i) => `vec4 m${i} = texelFetch(products, place + ivec3(0, ${i} * blockGroups, 0), 0);`)
    .join('\n  ')}
  ${OUTPUT_TRANSFORM.map(
    (coefficients, r) =>
      `row${r} = ${linearCombination(
        coefficients,
        range(POINTS).map((i) => `m${i}`),
      )};`,
  ).join('\n  ')}
}`,
  };
}

/** (Aᵀ M) A, then bias and ReLU where there are: fragments are the pixels of the result. */
export function outputColumnsSource(biasAndRelu: boolean): ProgramSource {
  return {
    geometry: 'blocks',
    fragment: `
flat in int block;
flat in ivec2 origin;
uniform sampler2DArray transformedRows;
${biasAndRelu ? 'uniform sampler2D biasTexture;' : ''}
uniform int blocks, firstRow, tileColumns;
out vec4 result;
void main() {
  ivec2 p = ivec2(gl_FragCoord.xy) - origin;
  int c = p.x & 3;
  ivec3 place = ivec3((p.y / ${TILE} - firstRow) * tileColumns + p.x / ${TILE}, block, p.y & 3);
  ${range(POINTS)
    .map((j) => `vec4 m${j} = texelFetch(transformedRows, place + ivec3(0, ${j} * blocks, 0), 0);`)
    .join('\n  ')}
  // Column c of A: (c = 0, 1, (−1)ᶜ, 2ᶜ, 2³⁻ᶜ, c = 3).
  vec4 sum = m1 + ((c & 1) == 0 ? m2 : -m2) + float(1 << c) * m3 + float(8 >> c) * m4;
  sum += c == 0 ? m0 : c == 3 ? m5 : vec4(0.0);
  result = ${biasAndRelu ? 'max(sum + texelFetch(biasTexture, ivec2(block, 0), 0), 0.0)' : 'sum'};
}`,
  };
}
