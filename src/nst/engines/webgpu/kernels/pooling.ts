import type { Pooling } from '../../engine';
import { elementwise, type Kernel, kernelFamily } from '../kernel';

const WINDOW = ['0u, 0u', '0u, 1u', '1u, 0u', '1u, 1u'];

export const poolKernel = kernelFamily((pooling: Pooling): Kernel =>
  elementwise({
    name: `pool-${pooling}`,
    parameters: ['inputWidth: u32', 'width: u32', 'channels: u32'],
    buffers: ['values: array<f32>', 'mut result: array<f32>'],
    declarations: `fn valueAt(y: u32, x: u32, c: u32) -> f32 { return values[(y * parameters.inputWidth + x) * parameters.channels + c]; }`,
    body: `  let c = i % parameters.channels;
  let x = 2u * ((i / parameters.channels) % parameters.width);
  let y = 2u * (i / (parameters.channels * parameters.width));
  let upper = vec2<f32>(valueAt(y, x, c), valueAt(y, x + 1u, c));
  let lower = vec2<f32>(valueAt(y + 1u, x, c), valueAt(y + 1u, x + 1u, c));
  ${pooling === 'max' ? 'let best = max(upper, lower);\n  result[i] = max(best.x, best.y);' : 'result[i] = 0.25 * (upper.x + upper.y + lower.x + lower.y);'}`,
  }),
);

/** Of the input's values: a quarter of the window's gradient each. */
export const AVERAGE_POOL_GRADIENT = elementwise({
  name: 'average-pool-gradient',
  parameters: ['inputWidth: u32', 'height: u32', 'width: u32', 'channels: u32'],
  buffers: ['upstream: array<f32>', 'mut result: array<f32>'],
  body: `  let c = i % parameters.channels;
  let x = ((i / parameters.channels) % parameters.inputWidth) / 2u;
  let y = (i / (parameters.channels * parameters.inputWidth)) / 2u;
  result[i] = 0.0;
  if (x < parameters.width && y < parameters.height) { result[i] = 0.25 * upstream[(y * parameters.width + x) * parameters.channels + c]; }`,
});

/** All of it to the first maximum of the window in reading order. */
export const MAXIMUM_POOL_GRADIENT = elementwise({
  name: 'maximum-pool-gradient',
  parameters: ['inputWidth: u32', 'height: u32', 'width: u32', 'channels: u32'],
  buffers: ['upstream: array<f32>', 'values: array<f32>', 'mut result: array<f32>'],
  declarations: `fn valueAt(y: u32, x: u32, c: u32) -> f32 { return values[(y * parameters.inputWidth + x) * parameters.channels + c]; }`,
  body: `  let c = i % parameters.channels;
  let ownX = (i / parameters.channels) % parameters.inputWidth;
  let ownY = i / (parameters.channels * parameters.inputWidth);
  let x = ownX / 2u;
  let y = ownY / 2u;
  result[i] = 0.0;
  if (x >= parameters.width || y >= parameters.height) { return; }
  let own = (ownY % 2u) * 2u + ownX % 2u;
  let window = vec4<f32>(${WINDOW.map((offset) => {
    const [dy, dx] = offset.split(', ');
    return `valueAt(2u * y + ${dy}, 2u * x + ${dx}, c)`;
  }).join(', ')});
  var first = 0u;
  for (var k = 1u; k < 4u; k++) { if (window[k] > window[first]) { first = k; } }
  if (own == first) { result[i] = upstream[(y * parameters.width + x) * parameters.channels + c]; }`,
});
