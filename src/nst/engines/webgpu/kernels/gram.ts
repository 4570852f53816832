import { elementwise, WORKGROUP_SIZE, type Kernel, kernelFamily } from '../kernel';

/** Channels along each side of what a workgroup makes, and positions that it holds at a time. */
export const GRAM_SIDE = 64;
const POSITIONS = 16;
const SIDE_QUADS = GRAM_SIDE / 4;
/** Invocations: each makes 8 rows × 4 columns. */
const ROW_GROUPS = 8;

/** Σ p · aᵀ a over portions of the positions: [h, w, c] → [portions, c, c]; c is a multiple of 4. */
export const gramPortions = kernelFamily((weighted: boolean): Kernel => ({
  name: `gram-portions-${weighted}`,
  parameters: ['positions: u32', 'quads: u32', 'perPortion: u32'],
  buffers: ['a: array<vec4<f32>>', ...(weighted ? ['p: array<f32>'] : []), 'mut result: array<vec4<f32>>'],
  workgroupSize: ROW_GROUPS * SIDE_QUADS,
  declarations: `var<workgroup> rows: array<vec4<f32>, ${POSITIONS * SIDE_QUADS}>;
var<workgroup> columns: array<vec4<f32>, ${POSITIONS * SIDE_QUADS}>;`,
  body: `  let column = lane % ${SIDE_QUADS}u;
  let row = lane / ${SIDE_QUADS}u;
  let rowBase = group.y * ${SIDE_QUADS}u;
  let columnBase = group.x * ${SIDE_QUADS}u;
  let end = min(parameters.positions, (group.z + 1u) * parameters.perPortion);
${[0, 1, 2, 3, 4, 5, 6, 7].map((r) => `  var sum_${r} = vec4<f32>();`).join('\n')}
  for (var first = group.z * parameters.perPortion; first < end; first += ${POSITIONS}u) {
    for (var at = lane; at < ${POSITIONS * SIDE_QUADS}u; at += ${ROW_GROUPS * SIDE_QUADS}u) {
      let position = first + at / ${SIDE_QUADS}u;
      let quad = at % ${SIDE_QUADS}u;
      var rowValue = vec4<f32>();
      var columnValue = vec4<f32>();
      if (position < end && rowBase + quad < parameters.quads) {
        rowValue = ${weighted ? 'p[position] * ' : ''}a[position * parameters.quads + rowBase + quad];
      }
      if (position < end && columnBase + quad < parameters.quads) { columnValue = a[position * parameters.quads + columnBase + quad]; }
      rows[at] = rowValue;
      columns[at] = columnValue;
    }
    workgroupBarrier();
    for (var k = 0u; k < ${POSITIONS}u; k++) {
      let value = columns[k * ${SIDE_QUADS}u + column];
      let upper = rows[k * ${SIDE_QUADS}u + row];
      let lower = rows[k * ${SIDE_QUADS}u + row + ${ROW_GROUPS}u];
${['x', 'y', 'z', 'w'].map((c, r) => `      sum_${r} += upper.${c} * value;\n      sum_${r + 4} += lower.${c} * value;`).join('\n')}
    }
    workgroupBarrier();
  }
  if (columnBase + column < parameters.quads) {
    let portion = group.z * parameters.quads * 4u;
    let upper = rowBase + row;
    let lower = upper + ${ROW_GROUPS}u;
    if (upper < parameters.quads) {
${[0, 1, 2, 3].map((r) => `      result[(portion + upper * 4u + ${r}u) * parameters.quads + columnBase + column] = sum_${r};`).join('\n')}
    }
    if (lower < parameters.quads) {
${[0, 1, 2, 3].map((r) => `      result[(portion + lower * 4u + ${r}u) * parameters.quads + columnBase + column] = sum_${r + 4};`).join('\n')}
    }
  }`,
}));

/** For channels that don't come in fours, such as a picture's three: a workgroup for each pair of channels. */
export const gramOfPairs = kernelFamily((weighted: boolean): Kernel => ({
  name: `gram-of-pairs-${weighted}`,
  parameters: ['positions: u32', 'channels: u32'],
  buffers: ['a: array<f32>', ...(weighted ? ['p: array<f32>'] : []), 'mut result: array<f32>'],
  workgroupSize: WORKGROUP_SIZE,
  declarations: `var<workgroup> sums: array<f32, ${WORKGROUP_SIZE}>;`,
  body: `  var sum = 0.0;
  for (var position = lane; position < parameters.positions; position += ${WORKGROUP_SIZE}u) {
    let at = position * parameters.channels;
    sum += ${weighted ? 'p[position] * ' : ''}a[at + group.y] * a[at + group.x];
  }
  sums[lane] = sum;
  workgroupBarrier();
  for (var half = ${WORKGROUP_SIZE / 2}u; half > 0u; half = half / 2u) {
    if (lane < half) { sums[lane] += sums[lane + half]; }
    workgroupBarrier();
  }
  if (lane == 0u) { result[group.y * parameters.channels + group.x] = sums[0]; }`,
}));

/** target += scale · p · matrix · a, for channels that don't come in fours. */
export const addedProductOfChannels = kernelFamily((weighted: boolean): Kernel =>
  elementwise({
    name: `added-product-of-channels-${weighted}`,
    parameters: ['channels: u32', 'scale: f32'],
    buffers: ['a: array<f32>', 'b: array<f32>', 'mut result: array<f32>', ...(weighted ? ['p: array<f32>'] : [])],
    body: `  let position = i / parameters.channels;
  let row = (i % parameters.channels) * parameters.channels;
  var sum = 0.0;
  for (var k = 0u; k < parameters.channels; k++) { sum += b[row + k] * a[position * parameters.channels + k]; }
  result[i] = result[i] + parameters.scale * ${weighted ? 'p[position] * ' : ''}sum;`,
  }),
);
