import { elementwise, type Kernel } from '../kernel';

const GEOMETRY = ['height: u32', 'width: u32', 'outputQuads: u32'];

/** From three channels: [h, w, 3] → relu(kernel ∗ input + bias) [h, w, out]; four channels an invocation. Kernel [3, 3, 3, out]. */
export const CONVOLVE_COLORS = elementwise({
  name: 'convolve-colors',
  parameters: GEOMETRY,
  buffers: ['colors: array<f32>', 'weights: array<vec4<f32>>', 'bias: array<vec4<f32>>', 'mut result: array<vec4<f32>>'],
  body: `  let quad = i % parameters.outputQuads;
  let x = (i / parameters.outputQuads) % parameters.width;
  let y = i / (parameters.outputQuads * parameters.width);
  var sum = bias[quad];
  for (var ky = 0u; ky < 3u; ky++) {
    let row = y + ky - 1u;
    if (row >= parameters.height) { continue; }
    for (var kx = 0u; kx < 3u; kx++) {
      let column = x + kx - 1u;
      if (column >= parameters.width) { continue; }
      let start = (row * parameters.width + column) * 3u;
      let weight = (ky * 3u + kx) * 3u * parameters.outputQuads + quad;
      sum += colors[start] * weights[weight] + colors[start + 1u] * weights[weight + parameters.outputQuads]
        + colors[start + 2u] * weights[weight + 2u * parameters.outputQuads];
    }
  }
  result[i] = max(sum, vec4<f32>());`,
});

/** Pixels of a workgroup, one an invocation, and vec4s of channels that it holds of them and their neighbours at a time. */
export const COLOR_TILE = { width: 16, height: 8 };
const QUADS = 4;
const [TILE_WIDTH, TILE_HEIGHT] = [COLOR_TILE.width, COLOR_TILE.height];
const HELD = (TILE_WIDTH + 2) * (TILE_HEIGHT + 2) * QUADS;

/** Its gradient: the kernel [3, 3, 3, out] turned by 180°, from [h, w, out] where the output is above 0 → [h, w, 3]. */
export const CONVOLVE_TO_COLORS: Kernel = {
  name: 'convolve-to-colors',
  parameters: GEOMETRY,
  buffers: ['upstream: array<vec4<f32>>', 'output: array<vec4<f32>>', 'weights: array<vec4<f32>>', 'mut result: array<f32>'],
  workgroupSize: TILE_WIDTH * TILE_HEIGHT,
  declarations: `var<workgroup> held: array<vec4<f32>, ${HELD}>;`,
  body: `  let localX = lane % ${TILE_WIDTH}u;
  let localY = lane / ${TILE_WIDTH}u;
  let quads = parameters.outputQuads;
  var sum = vec3<f32>();
  for (var firstQuad = 0u; firstQuad < quads; firstQuad += ${QUADS}u) {
    for (var at = lane; at < ${HELD}u; at += ${TILE_WIDTH * TILE_HEIGHT}u) {
      let quad = firstQuad + at % ${QUADS}u;
      let place = at / ${QUADS}u;
      // One row above the first is 2³² − 1.
      let column = group.x * ${TILE_WIDTH}u + place % ${TILE_WIDTH + 2}u - 1u;
      let row = group.y * ${TILE_HEIGHT}u + place / ${TILE_WIDTH + 2}u - 1u;
      var value = vec4<f32>();
      if (row < parameters.height && column < parameters.width && quad < quads) {
        let source = (row * parameters.width + column) * quads + quad;
        value = select(value, upstream[source], output[source] > vec4<f32>());
      }
      held[at] = value;
    }
    workgroupBarrier();
    for (var tap = 0u; tap < 9u; tap++) {
      let place = (localY + 2u - tap / 3u) * ${TILE_WIDTH + 2}u + localX + 2u - tap % 3u;
      for (var k = 0u; k < ${QUADS}u; k++) {
        if (firstQuad + k >= quads) { break; }
        let value = held[place * ${QUADS}u + k];
        let weight = tap * 3u * quads + firstQuad + k;
        sum += vec3<f32>(dot(value, weights[weight]), dot(value, weights[weight + quads]), dot(value, weights[weight + 2u * quads]));
      }
    }
    workgroupBarrier();
  }
  let x = group.x * ${TILE_WIDTH}u + localX;
  let y = group.y * ${TILE_HEIGHT}u + localY;
  if (x >= parameters.width || y >= parameters.height) { return; }
  for (var c = 0u; c < 3u; c++) { result[(y * parameters.width + x) * 3u + c] = sum[c]; }`,
};
