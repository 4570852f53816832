import { WORKGROUP_SIZE, type Kernel, kernelFamily } from '../kernel';

/** Workgroups that add up portions; one more adds their sums. */
export const MOST_PORTIONS = 256;

const TREE = `
  sums[lane] = sum;
  workgroupBarrier();
  for (var half = ${WORKGROUP_SIZE / 2}u; half > 0u; half = half / 2u) {
    if (lane < half) { sums[lane] += sums[lane + half]; }
    workgroupBarrier();
  }`;
const SUMS = `var<workgroup> sums: array<f32, ${WORKGROUP_SIZE}>;`;

/** Σ of `term`, an expression of i, in portions: buffers are the kernel's inputs and then [portions]. */
function portionSums(
  name: string,
  { parameters = [], inputs, declarations = '', term }: { parameters?: string[]; inputs: string[]; declarations?: string; term: string },
): Kernel {
  return {
    name: `portion-sums-${name}`,
    parameters: ['count: u32', ...parameters],
    buffers: [...inputs, 'mut portions: array<f32>'],
    workgroupSize: WORKGROUP_SIZE,
    declarations: `${SUMS}\n${declarations}`,
    body: `  var sum = 0.0;
  for (var i = group.x * ${WORKGROUP_SIZE}u + lane; i < parameters.count; i += groups.x * ${WORKGROUP_SIZE}u) { sum += ${term}; }
${TREE}
  if (lane == 0u) { portions[group.x] = sums[0]; }`,
  };
}

export const SUM_OF_PORTIONS: Kernel = {
  name: 'sum-of-portions',
  parameters: ['count: u32'],
  buffers: ['portions: array<f32>', 'mut result: array<f32>'],
  workgroupSize: WORKGROUP_SIZE,
  declarations: SUMS,
  body: `  var sum = 0.0;
  if (lane < parameters.count) { sum = portions[lane]; }
${TREE}
  if (lane == 0u) { result[0] = sums[0]; }`,
};

const dotTerm = (masked: boolean): string => (masked ? 'a[i] * b[i] * mask[i]' : 'a[i] * b[i]');
const weight = (weighted: boolean): string => (weighted ? 'p[i / parameters.channels] * ' : '');

export const dotPortions = kernelFamily((masked: boolean): Kernel =>
  portionSums(`dot-${masked}`, {
    inputs: ['a: array<f32>', 'b: array<f32>', ...(masked ? ['mask: array<f32>'] : [])],
    term: dotTerm(masked),
  }),
);

export const ABSOLUTE_PORTIONS = portionSums('absolute', { inputs: ['a: array<f32>'], term: 'abs(a[i])' });

export const squaredDistancePortions = kernelFamily((weighted: boolean): Kernel =>
  portionSums(`squared-distance-${weighted}`, {
    parameters: ['channels: u32'],
    inputs: ['a: array<f32>', 'b: array<f32>', ...(weighted ? ['p: array<f32>'] : [])],
    term: `${weight(weighted)}(a[i] - b[i]) * (a[i] - b[i])`,
  }),
);

/** 1 − ⟨a / ‖a‖, b⟩ at every position, weighted. */
export const cosineDistancePortions = kernelFamily((weighted: boolean): Kernel =>
  portionSums(`cosine-distance-${weighted}`, {
    parameters: ['channels: u32'],
    inputs: ['a: array<f32>', 'b: array<f32>', ...(weighted ? ['p: array<f32>'] : [])],
    declarations: `fn distance(position: u32) -> f32 {
  var product = 0.0;
  var square = 0.0;
  for (var k = position * parameters.channels; k < (position + 1u) * parameters.channels; k++) {
    product += a[k] * b[k];
    square += a[k] * a[k];
  }
  return 1.0 - select(0.0, product * inverseSqrt(square), square > 0.0);
}`,
    term: `${weighted ? 'p[i] * ' : ''}distance(i)`,
  }),
);

/** The mean squares of vertical and horizontal differences: factors are 1 / their count, or 0. */
export const TOTAL_VARIATION_PORTIONS = portionSums('total-variation', {
  parameters: ['height: u32', 'width: u32', 'channels: u32', 'wraps: u32', 'verticalFactor: f32', 'horizontalFactor: f32'],
  inputs: ['image: array<f32>'],
  declarations: `fn squares(i: u32) -> f32 {
  let c = i % parameters.channels;
  let x = (i / parameters.channels) % parameters.width;
  let y = i / (parameters.channels * parameters.width);
  let below = (y + 1u) % parameters.height;
  let right = (x + 1u) % parameters.width;
  let vertical = image[(below * parameters.width + x) * parameters.channels + c] - image[i];
  let horizontal = image[(y * parameters.width + right) * parameters.channels + c] - image[i];
  let inHeight = parameters.wraps == 1u || y + 1u < parameters.height;
  let inWidth = parameters.wraps == 1u || x + 1u < parameters.width;
  return select(0.0, vertical * vertical * parameters.verticalFactor, inHeight)
    + select(0.0, horizontal * horizontal * parameters.horizontalFactor, inWidth);
}`,
  term: 'squares(i)',
});

/** Σ over portions of [portions, length] → [length]. */
export const SUM_OF_PARTIALS: Kernel = {
  name: 'sum-of-partials',
  parameters: ['count: u32', 'portions: u32'],
  buffers: ['partials: array<f32>', 'mut result: array<f32>'],
  workgroupSize: WORKGROUP_SIZE,
  body: `  let i = (group.y * groups.x + group.x) * ${WORKGROUP_SIZE}u + lane;
  if (i >= parameters.count) { return; }
  var sum = 0.0;
  for (var portion = 0u; portion < parameters.portions; portion++) { sum += partials[portion * parameters.count + i]; }
  result[i] = sum;`,
};
