import { elementwise, type Kernel, WORKGROUP_SIZE, kernelFamily } from '../kernel';

/** Σ p · a over portions of the positions → [portions, c]: a workgroup for each portion and 256 channels. */
export const channelSumPortions = kernelFamily((weighted: boolean): Kernel => ({
  name: `channel-sum-portions-${weighted}`,
  parameters: ['positions: u32', 'channels: u32', 'perPortion: u32'],
  buffers: ['a: array<f32>', ...(weighted ? ['p: array<f32>'] : []), 'mut result: array<f32>'],
  workgroupSize: WORKGROUP_SIZE,
  body: `  let channel = group.x * ${WORKGROUP_SIZE}u + lane;
  if (channel >= parameters.channels) { return; }
  var sum = 0.0;
  let end = min(parameters.positions, (group.y + 1u) * parameters.perPortion);
  for (var position = group.y * parameters.perPortion; position < end; position++) {
    sum += ${weighted ? 'p[position] * ' : ''}a[position * parameters.channels + channel];
  }
  result[group.y * parameters.channels + channel] = sum;`,
}));

export const SCALE_CHANNELS = elementwise({
  name: 'scale-channels',
  parameters: ['channels: u32'],
  buffers: ['mut a: array<f32>', 'factors: array<f32>', 'offsets: array<f32>'],
  body: '  a[i] = factors[i % parameters.channels] * a[i] + offsets[i % parameters.channels];',
});

/** One invocation a position. */
export const SCALE_TO_UNIT_LENGTH = elementwise({
  name: 'scale-to-unit-length',
  parameters: ['channels: u32'],
  buffers: ['mut a: array<f32>'],
  body: `  var square = 0.0;
  for (var k = i * parameters.channels; k < (i + 1u) * parameters.channels; k++) { square += a[k] * a[k]; }
  if (square == 0.0) { return; }
  let factor = 1.0 / sqrt(square);
  for (var k = i * parameters.channels; k < (i + 1u) * parameters.channels; k++) { a[k] = factor * a[k]; }`,
});

/** Channels [from, from + count) of one tensor to [to, to + count) of another. */
export const COPY_CHANNELS = elementwise({
  name: 'copy-channels',
  parameters: ['copied: u32', 'fromChannels: u32', 'firstFrom: u32', 'toChannels: u32', 'firstTo: u32'],
  buffers: ['values: array<f32>', 'mut result: array<f32>'],
  body: `  let position = i / parameters.copied;
  let channel = i % parameters.copied;
  result[position * parameters.toChannels + parameters.firstTo + channel] = values[position * parameters.fromChannels + parameters.firstFrom + channel];`,
}) satisfies Kernel;

/** The input that holds an output, and the next one on the output's own side. */
const SOURCES = `fn near(position: i32, length: i32) -> i32 { return min(position / 2, length - 1); }
fn far(position: i32, length: i32) -> i32 { return clamp(position / 2 + select(-1, 1, position % 2 == 1), 0, length - 1); }`;

export const UPSAMPLE = elementwise({
  name: 'upsample',
  parameters: ['inputHeight: i32', 'inputWidth: i32', 'width: u32', 'channels: u32'],
  buffers: ['values: array<f32>', 'mut result: array<f32>'],
  declarations: `${SOURCES}
fn valueAt(y: i32, x: i32, c: u32) -> f32 { return values[u32(y * parameters.inputWidth + x) * parameters.channels + c]; }`,
  body: `  let c = i % parameters.channels;
  let x = i32((i / parameters.channels) % parameters.width);
  let y = i32(i / (parameters.channels * parameters.width));
  let rows = vec2<i32>(near(y, parameters.inputHeight), far(y, parameters.inputHeight));
  let columns = vec2<i32>(near(x, parameters.inputWidth), far(x, parameters.inputWidth));
  let upper = 0.75 * valueAt(rows.x, columns.x, c) + 0.25 * valueAt(rows.x, columns.y, c);
  let lower = 0.75 * valueAt(rows.y, columns.x, c) + 0.25 * valueAt(rows.y, columns.y, c);
  result[i] = 0.75 * upper + 0.25 * lower;`,
});

/** Gathers from the outputs that an input was mixed into: at most five along each side. */
export const UPSAMPLE_GRADIENT = elementwise({
  name: 'upsample-gradient',
  parameters: ['height: i32', 'width: i32', 'inputHeight: i32', 'inputWidth: i32', 'channels: u32'],
  buffers: ['gradient: array<f32>', 'mut result: array<f32>'],
  declarations: `${SOURCES}
fn share(output: i32, input: i32, length: i32) -> f32 {
  return select(0.0, 0.75, near(output, length) == input) + select(0.0, 0.25, far(output, length) == input);
}`,
  body: `  let c = i % parameters.channels;
  let x = i32((i / parameters.channels) % u32(parameters.inputWidth));
  let y = i32(i / (parameters.channels * u32(parameters.inputWidth)));
  var sum = 0.0;
  for (var row = max(0, 2 * y - 1); row <= min(parameters.height - 1, 2 * y + 2); row++) {
    for (var column = max(0, 2 * x - 1); column <= min(parameters.width - 1, 2 * x + 2); column++) {
      let weight = share(row, y, parameters.inputHeight) * share(column, x, parameters.inputWidth);
      sum += weight * gradient[u32(row * parameters.width + column) * parameters.channels + c];
    }
  }
  result[i] = sum;`,
});

export const GATHER_POSITIONS = elementwise({
  name: 'gather-positions',
  parameters: ['channels: u32'],
  buffers: ['values: array<f32>', 'indices: array<f32>', 'mut result: array<f32>'],
  body: `  let index = i32(indices[i / parameters.channels]);
  result[i] = 0.0;
  if (index >= 0) { result[i] = values[u32(index) * parameters.channels + i % parameters.channels]; }`,
});

/** b ← −scale · p · (b − ⟨â, b⟩ · â) / ‖a‖; one invocation a position. */
export const cosineGradientKernel = kernelFamily((weighted: boolean): Kernel =>
  elementwise({
    name: `cosine-gradient-${weighted}`,
    parameters: ['channels: u32', 'scale: f32'],
    buffers: ['mut b: array<f32>', 'a: array<f32>', ...(weighted ? ['p: array<f32>'] : [])],
    body: `  var product = 0.0;
  var square = 0.0;
  let first = i * parameters.channels;
  for (var k = first; k < first + parameters.channels; k++) {
    product += a[k] * b[k];
    square += a[k] * a[k];
  }
  let inverse = select(0.0, 1.0 / sqrt(square), square > 0.0);
  let factor = -parameters.scale * ${weighted ? 'p[i] * ' : ''}inverse;
  let along = product * inverse * inverse;
  for (var k = first; k < first + parameters.channels; k++) { b[k] = factor * (b[k] - along * a[k]); }`,
  }),
);
