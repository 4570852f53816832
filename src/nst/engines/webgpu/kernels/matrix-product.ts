import { kernelFamily, MOST_GROUPS_A_SIDE, type Kernel } from '../kernel';

/**
 * How a workgroup divides a product: it makes `rows` × `columns` of the result, `depth` of the inner dimension at a time
 * from workgroup memory, and each invocation `rowsEach` rows × 4 · `quadsEach` columns in registers.
 */
export interface ProductTiling {
  rows: number;
  columns: number;
  depth: number;
  rowsEach: number;
  quadsEach: number;
}

/** 14.3 KiB of workgroup memory, 128 invocations, 64 sums in the registers of each. */
export const LARGE_TILING: ProductTiling = { rows: 128, columns: 64, depth: 16, rowsEach: 8, quadsEach: 2 };
/** For products with too few rows to fill a device with large tiles. */
export const SMALL_TILING: ProductTiling = { rows: 32, columns: 64, depth: 16, rowsEach: 4, quadsEach: 1 };

/** What differs between the products of a batch: how the second factor is read and what becomes of a result. */
export interface ProductKind {
  name: string;
  parameters?: readonly string[];
  buffers: readonly string[];
  /** An expression of batch, k and quad (vec4<f32>): four columns of the second factor. */
  second: string;
  /** Statements that use row, quad and value (vec4<f32>). */
  store: string;
}

/**
 * Batched matrix products [batch, rows, inner] · [batch, inner, columns], all but rows multiples of 4: rows of `a` come
 * as vec4s along the inner dimension, so that nothing is transposed.
 */
function matrixProduct(kind: ProductKind, tiling: ProductTiling): Kernel {
  const { rows, columns, depth, rowsEach, quadsEach } = tiling;
  const [rowGroups, columnGroups] = [rows / rowsEach, columns / 4 / quadsEach];
  const workgroupSize = rowGroups * columnGroups;
  // One vec4 more in each row keeps invocations of neighbouring rows in different banks.
  const stride = depth / 4 + 1;
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
  const results = numbers(rowsEach).flatMap((r) => numbers(quadsEach).map((q) => [r, q] as const));
  return {
    name: `${kind.name}-${rows}x${columns}x${depth}-${rowsEach}x${quadsEach}`,
    parameters: ['rows: u32', 'innerQuads: u32', 'columnQuads: u32', ...(kind.parameters ?? [])],
    buffers: kind.buffers,
    workgroupSize,
    declarations: `var<workgroup> firsts: array<vec4<f32>, ${rows * stride}>;
var<workgroup> seconds: array<vec4<f32>, ${depth * (columns / 4)}>;`,
    body: `  let batch = group.z;
  let column = lane % ${columnGroups}u;
  let firstRow = lane / ${columnGroups}u;
  let piece = group.y * groups.x + group.x;
  let across = (parameters.columnQuads + ${columns / 4 - 1}u) / ${columns / 4}u;
  let rowBase = (piece / across) * ${rows}u;
  let quadBase = (piece % across) * ${columns / 4}u;
${results.map(([r, q]) => `  var sum_${r}_${q} = vec4<f32>();`).join('\n')}
  for (var k0 = 0u; k0 < parameters.innerQuads; k0 += ${depth / 4}u) {
    for (var at = lane; at < ${(rows * depth) / 4}u; at += ${workgroupSize}u) {
      let row = rowBase + at / ${depth / 4}u;
      let k = k0 + at % ${depth / 4}u;
      var value = vec4<f32>();
      if (row < parameters.rows && k < parameters.innerQuads) { value = a[(batch * parameters.rows + row) * parameters.innerQuads + k]; }
      firsts[(at / ${depth / 4}u) * ${stride}u + at % ${depth / 4}u] = value;
    }
    for (var at = lane; at < ${(depth * columns) / 4}u; at += ${workgroupSize}u) {
      let k = k0 * 4u + at / ${columns / 4}u;
      let quad = quadBase + at % ${columns / 4}u;
      var value = vec4<f32>();
      if (k < parameters.innerQuads * 4u && quad < parameters.columnQuads) { value = ${kind.second}; }
      seconds[at] = value;
    }
    workgroupBarrier();
    for (var k = 0u; k < ${depth / 4}u; k++) {
${numbers(4)
  .flatMap((j) =>
    numbers(quadsEach).map(
      (q) => `      let second_${j}_${q} = seconds[(k * 4u + ${j}u) * ${columns / 4}u + column + ${q * columnGroups}u];`,
    ),
  )
  .join('\n')}
${numbers(rowsEach)
  .map(
    (r) => `      let first_${r} = firsts[(firstRow + ${r * rowGroups}u) * ${stride}u + k];
${numbers(quadsEach)
  .flatMap((q) =>
    ['x', 'y', 'z', 'w'].map((c, j) => `      sum_${r}_${q} = fma(vec4<f32>(first_${r}.${c}), second_${j}_${q}, sum_${r}_${q});`),
  )
  .join('\n')}`,
  )
  .join('\n')}
    }
    workgroupBarrier();
  }
${results
  .map(
    ([r, q]) => `  {
    let row = rowBase + firstRow + ${r * rowGroups}u;
    let quad = quadBase + column + ${q * columnGroups}u;
    let value = sum_${r}_${q};
    if (row < parameters.rows && quad < parameters.columnQuads) { ${kind.store} }
  }`,
  )
  .join('\n')}`,
  };
}

/** Winograd's products, one for each of the 36 points: [tiles, in] · [in, out]. */
const POINTWISE_PRODUCT: ProductKind = {
  name: 'pointwise-product',
  buffers: ['a: array<vec4<f32>>', 'b: array<vec4<f32>>', 'mut result: array<vec4<f32>>'],
  second: 'b[(batch * parameters.innerQuads * 4u + k) * parameters.columnQuads + quad]',
  store: 'result[(batch * parameters.rows + row) * parameters.columnQuads + quad] = value;',
};
export const LARGE_POINTWISE_PRODUCT = matrixProduct(POINTWISE_PRODUCT, LARGE_TILING);
export const SMALL_POINTWISE_PRODUCT = matrixProduct(POINTWISE_PRODUCT, SMALL_TILING);

/** target[row] += scale · p[row] · matrix · a[row] */
export const addedProduct = kernelFamily((weighted: boolean): Kernel =>
  matrixProduct(
    {
      name: `added-product-${weighted}`,
      parameters: ['scale: f32'],
      buffers: ['a: array<vec4<f32>>', 'b: array<f32>', 'mut result: array<vec4<f32>>', ...(weighted ? ['p: array<f32>'] : [])],
      second: `vec4<f32>(${[0, 1, 2, 3].map((j) => `b[(quad * 4u + ${j}u) * parameters.columnQuads * 4u + k]`).join(', ')})`,
      store: `let at = row * parameters.columnQuads + quad; result[at] = result[at] + parameters.scale * ${weighted ? 'p[row] * ' : ''}value;`,
    },
    LARGE_TILING,
  ),
);

/** Workgroups for all pieces of the result, in two directions, since one may be too long, for every product of the batch. */
export function productGroups(rows: number, columns: number, batch: number, tiling: ProductTiling): [number, number, number] {
  const pieces = Math.ceil(columns / tiling.columns) * Math.ceil(rows / tiling.rows);
  const x = Math.min(pieces, MOST_GROUPS_A_SIDE);
  return [x, Math.ceil(pieces / x), batch];
}
