import { elementwise, type Kernel, kernelFamily } from '../kernel';

export const addDifferenceKernel = kernelFamily((weighted: boolean): Kernel =>
  elementwise({
    name: `add-difference-${weighted}`,
    parameters: ['channels: u32', 'scale: f32'],
    buffers: ['mut sum: array<f32>', 'a: array<f32>', 'b: array<f32>', ...(weighted ? ['p: array<f32>'] : [])],
    body: `  sum[i] = sum[i] + parameters.scale * ${weighted ? 'p[i / parameters.channels] * ' : ''}(a[i] - b[i]);`,
  }),
);

/** Factors are 2 · scale / the number of differences, or 0. */
export const ADD_TOTAL_VARIATION_GRADIENT = elementwise({
  name: 'add-total-variation-gradient',
  parameters: ['height: u32', 'width: u32', 'channels: u32', 'wraps: u32', 'verticalFactor: f32', 'horizontalFactor: f32'],
  buffers: ['mut sum: array<f32>', 'image: array<f32>'],
  body: `  let c = i % parameters.channels;
  let x = (i / parameters.channels) % parameters.width;
  let y = i / (parameters.channels * parameters.width);
  let wraps = parameters.wraps == 1u;
  let row = parameters.width * parameters.channels;
  let above = ((y + parameters.height - 1u) % parameters.height) * row + x * parameters.channels + c;
  let below = ((y + 1u) % parameters.height) * row + x * parameters.channels + c;
  let left = y * row + ((x + parameters.width - 1u) % parameters.width) * parameters.channels + c;
  let right = y * row + ((x + 1u) % parameters.width) * parameters.channels + c;
  let value = image[i];
  let vertical = select(0.0, value - image[above], wraps || y > 0u)
    + select(0.0, value - image[below], wraps || y + 1u < parameters.height);
  let horizontal = select(0.0, value - image[left], wraps || x > 0u)
    + select(0.0, value - image[right], wraps || x + 1u < parameters.width);
  sum[i] = sum[i] + parameters.verticalFactor * vertical + parameters.horizontalFactor * horizontal;`,
});
