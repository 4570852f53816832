import { elementwise, type Kernel } from '../kernel';

/** Queries of a workgroup, candidates that it compares at a time, and channels that it holds of both. */
export const NEAREST_QUERIES = 64;
const CANDIDATES = 64;
const DEPTH = 16;
/** Invocations: 8 groups of 8 queries × 16 groups of 4 candidates; each of the 16 keeps a best candidate of its own. */
const QUERY_GROUPS = 8;
export const CANDIDATE_GROUPS = 16;
const STRIDE = DEPTH / 4 + 1;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const QUERIES_EACH = numbers(NEAREST_QUERIES / QUERY_GROUPS);
const CANDIDATES_EACH = numbers(CANDIDATES / CANDIDATE_GROUPS);

/**
 * The largest dot products of queries [q, c] with candidates [r, c], c a multiple of 4, and where they are: for every
 * portion of the candidates and each of 16 interleaved groups in it, [portions · 16, q].
 */
export const NEAREST_IN_PORTIONS: Kernel = {
  name: 'nearest-in-portions',
  parameters: ['queries: u32', 'candidates: u32', 'quads: u32', 'perPortion: u32', 'firstQuery: u32'],
  buffers: ['a: array<vec4<f32>>', 'b: array<vec4<f32>>', 'mut products: array<f32>', 'mut indices: array<f32>'],
  workgroupSize: QUERY_GROUPS * CANDIDATE_GROUPS,
  declarations: `var<workgroup> firsts: array<vec4<f32>, ${NEAREST_QUERIES * STRIDE}>;
var<workgroup> seconds: array<vec4<f32>, ${CANDIDATES * STRIDE}>;`,
  body: `  let queryBase = parameters.firstQuery + group.x * ${NEAREST_QUERIES}u;
  let row = lane / ${CANDIDATE_GROUPS}u;
  let column = lane % ${CANDIDATE_GROUPS}u;
  let end = min(parameters.candidates, (group.y + 1u) * parameters.perPortion);
${QUERIES_EACH.map((r) => `  var best_${r} = -3.4e38;\n  var index_${r} = group.y * parameters.perPortion;`).join('\n')}
  for (var base = group.y * parameters.perPortion; base < end; base += ${CANDIDATES}u) {
${QUERIES_EACH.flatMap((r) => CANDIDATES_EACH.map((c) => `    var sum_${r}_${c} = 0.0;`)).join('\n')}
    for (var k0 = 0u; k0 < parameters.quads; k0 += ${DEPTH / 4}u) {
      for (var at = lane; at < ${(NEAREST_QUERIES * DEPTH) / 4}u; at += ${QUERY_GROUPS * CANDIDATE_GROUPS}u) {
        let k = k0 + at % ${DEPTH / 4}u;
        let query = queryBase + at / ${DEPTH / 4}u;
        let candidate = base + at / ${DEPTH / 4}u;
        let place = (at / ${DEPTH / 4}u) * ${STRIDE}u + at % ${DEPTH / 4}u;
        var first = vec4<f32>();
        var second = vec4<f32>();
        if (k < parameters.quads && query < parameters.queries) { first = a[query * parameters.quads + k]; }
        if (k < parameters.quads && candidate < end) { second = b[candidate * parameters.quads + k]; }
        firsts[place] = first;
        seconds[place] = second;
      }
      workgroupBarrier();
      for (var k = 0u; k < ${DEPTH / 4}u; k++) {
${CANDIDATES_EACH.map((c) => `        let second_${c} = seconds[(column + ${c * CANDIDATE_GROUPS}u) * ${STRIDE}u + k];`).join('\n')}
${QUERIES_EACH.map(
  (r) => `        let first_${r} = firsts[(row + ${r * QUERY_GROUPS}u) * ${STRIDE}u + k];
${CANDIDATES_EACH.map((c) => `        sum_${r}_${c} += dot(first_${r}, second_${c});`).join('\n')}`,
).join('\n')}
      }
      workgroupBarrier();
    }
${CANDIDATES_EACH.map(
  (c) => `    let candidate_${c} = base + column + ${c * CANDIDATE_GROUPS}u;
    if (candidate_${c} < end) {
${QUERIES_EACH.map((r) => `      if (sum_${r}_${c} > best_${r}) { best_${r} = sum_${r}_${c}; index_${r} = candidate_${c}; }`).join('\n')}
    }`,
).join('\n')}
  }
${QUERIES_EACH.map(
  (r) => `  if (queryBase + row + ${r * QUERY_GROUPS}u < parameters.queries) {
    let at = (group.y * ${CANDIDATE_GROUPS}u + column) * parameters.queries + queryBase + row + ${r * QUERY_GROUPS}u;
    products[at] = best_${r};
    indices[at] = f32(index_${r});
  }`,
).join('\n')}`,
};

/** The best of those; of equal ones the first candidate. */
export const NEAREST_OF_PORTIONS = elementwise({
  name: 'nearest-of-portions',
  parameters: ['portions: u32'],
  buffers: ['products: array<f32>', 'indices: array<f32>', 'mut result: array<f32>'],
  body: `  var best = products[i];
  var index = indices[i];
  for (var portion = 1u; portion < parameters.portions; portion++) {
    let at = portion * parameters.count + i;
    if (products[at] > best || (products[at] == best && indices[at] < index)) {
      best = products[at];
      index = indices[at];
    }
  }
  result[i] = index;`,
});

/** For channels that don't come in fours. */
export const NEAREST_ONE_BY_ONE = elementwise({
  name: 'nearest-one-by-one',
  parameters: ['candidates: u32', 'channels: u32'],
  buffers: ['a: array<f32>', 'b: array<f32>', 'mut result: array<f32>'],
  body: `  var best = -3.4e38;
  var index = 0u;
  for (var candidate = 0u; candidate < parameters.candidates; candidate++) {
    var product = 0.0;
    for (var k = 0u; k < parameters.channels; k++) {
      product += a[i * parameters.channels + k] * b[candidate * parameters.channels + k];
    }
    if (product > best) {
      best = product;
      index = candidate;
    }
  }
  result[i] = f32(index);`,
});
