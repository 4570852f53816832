import type { EdgeMode } from '../../engine';
import { elementwise, type Kernel, kernelFamily } from '../kernel';

export const ADD_CHANNEL_OFFSETS = elementwise({
  name: 'add-channel-offsets',
  parameters: ['red: f32', 'green: f32', 'blue: f32'],
  buffers: ['image: array<f32>', 'mut result: array<f32>'],
  body: '  result[i] = image[i] + vec3<f32>(parameters.red, parameters.green, parameters.blue)[i % 3u];',
});

/** Where a padded position was copied from; −1 for zeros. */
const SOURCE: Record<EdgeMode, string> = {
  zero: 'return select(-1, inner, inner >= 0 && inner < length);',
  replicate: 'return clamp(inner, 0, length - 1);',
  reflect: 'return select(select(inner, 2 * (length - 1) - inner, inner >= length), -inner, inner < 0);',
  wrap: 'return (inner + length) % length;',
};

const sourceFunction = (mode: EdgeMode): string => `fn sourceOf(position: i32, length: i32) -> i32 {
  let inner = position - 1;
  ${SOURCE[mode]}
}`;

const GEOMETRY = ['height: i32', 'width: i32', 'channels: u32'];

export const padKernel = kernelFamily((mode: EdgeMode): Kernel =>
  elementwise({
    name: `pad-${mode}`,
    parameters: GEOMETRY,
    buffers: ['values: array<f32>', 'mut result: array<f32>'],
    declarations: sourceFunction(mode),
    body: `  let c = i % parameters.channels;
  let paddedX = i32((i / parameters.channels) % u32(parameters.width + 2));
  let paddedY = i32(i / (parameters.channels * u32(parameters.width + 2)));
  let x = sourceOf(paddedX, parameters.width);
  let y = sourceOf(paddedY, parameters.height);
  result[i] = 0.0;
  if (x >= 0 && y >= 0) { result[i] = values[u32(y * parameters.width + x) * parameters.channels + c]; }`,
  }),
);

/** Adds up whatever was copied from a pixel: its own place and, near the edges, places in the border. */
export const foldKernel = kernelFamily((mode: EdgeMode): Kernel =>
  elementwise({
    name: `fold-${mode}`,
    parameters: GEOMETRY,
    buffers: ['gradient: array<f32>', 'mut result: array<f32>'],
    declarations: sourceFunction(mode),
    body: `  let c = i % parameters.channels;
  let x = i32((i / parameters.channels) % u32(parameters.width));
  let y = i32(i / (parameters.channels * u32(parameters.width)));
  let rows = array<i32, 3>(y + 1, 0, parameters.height + 1);
  let columns = array<i32, 3>(x + 1, 0, parameters.width + 1);
  var sum = 0.0;
  for (var r = 0u; r < 3u; r++) {
    if (sourceOf(rows[r], parameters.height) != y) { continue; }
    for (var k = 0u; k < 3u; k++) {
      if (sourceOf(columns[k], parameters.width) != x) { continue; }
      sum += gradient[u32(rows[r] * (parameters.width + 2) + columns[k]) * parameters.channels + c];
    }
  }
  result[i] = sum;`,
  }),
);

export const CROP = elementwise({
  name: 'crop',
  parameters: ['inputWidth: u32', 'width: u32', 'channels: u32', 'x: u32', 'y: u32'],
  buffers: ['values: array<f32>', 'mut result: array<f32>'],
  body: `  let c = i % parameters.channels;
  let x = parameters.x + (i / parameters.channels) % parameters.width;
  let y = parameters.y + i / (parameters.channels * parameters.width);
  result[i] = values[(y * parameters.inputWidth + x) * parameters.channels + c];`,
});

export const ADD_PATCH = elementwise({
  name: 'add-patch',
  parameters: ['wholeWidth: u32', 'width: u32', 'channels: u32', 'x: u32', 'y: u32'],
  buffers: ['mut whole: array<f32>', 'part: array<f32>'],
  body: `  let c = i % parameters.channels;
  let x = parameters.x + (i / parameters.channels) % parameters.width;
  let y = parameters.y + i / (parameters.channels * parameters.width);
  let at = (y * parameters.wholeWidth + x) * parameters.channels + c;
  whole[at] = whole[at] + part[i];`,
});
