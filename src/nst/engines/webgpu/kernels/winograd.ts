import { INPUT_TRANSFORM, KERNEL_TRANSFORM, linearCombination, OUTPUT_TRANSFORM, POINTS, TILE } from '../../winograd/matrices';
import { elementwise, type Kernel, kernelFamily } from '../kernel';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** `matrix` · values · `matrix`ᵀ as statements: values `from_r_c` become `to_r_c`, with `rows_r_c` in between. */
function sandwich(matrix: readonly (readonly number[])[], from: string, to: string): string {
  const [outer, inner] = [matrix.length, matrix[0].length];
  const rows = numbers(outer).flatMap((r) =>
    numbers(inner).map((c) => `  let ${to}_rows_${r}_${c} = ${combine(matrix[r], (k) => `${from}_${k}_${c}`)};`),
  );
  const whole = numbers(outer).flatMap((r) =>
    numbers(outer).map((c) => `  let ${to}_${r}_${c} = ${combine(matrix[c], (k) => `${to}_rows_${r}_${k}`)};`),
  );
  return [...rows, ...whole].join('\n');
}

function combine(coefficients: readonly number[], nameOf: (index: number) => string): string {
  return linearCombination(
    coefficients,
    coefficients.map((_, k) => nameOf(k)),
    'f32',
  );
}

const pairs = (side: number): (readonly [number, number])[] => numbers(side).flatMap((r) => numbers(side).map((c) => [r, c] as const));

/**
 * G g Gᵀ for every pair of channels: kernel [3, 3, in, out] → [36, in, out], or, for the gradient, of the kernel turned by
 * 180° → [36, out, in].
 */
export const transformKernel = kernelFamily((direction: 'forward' | 'backward'): Kernel =>
  elementwise({
    name: `transform-kernel-${direction}`,
    parameters: ['inputs: u32', 'outputs: u32'],
    buffers: ['weights: array<f32>', 'mut result: array<f32>'],
    body: `  let input = i / parameters.outputs;
  let output = i % parameters.outputs;
${pairs(3)
  .map(([r, c]) => {
    const tap = direction === 'forward' ? r * 3 + c : 8 - (r * 3 + c);
    return `  let g_${r}_${c} = weights[${tap}u * parameters.count + i];`;
  })
  .join('\n')}
${sandwich(KERNEL_TRANSFORM, 'g', 'u')}
  let at = ${direction === 'forward' ? 'i' : 'output * parameters.inputs + input'};
${pairs(POINTS)
  .map(([r, c]) => `  result[${r * POINTS + c}u * parameters.count + at] = u_${r}_${c};`)
  .join('\n')}`,
  }),
);

/** Bᵀ d B: tiles of [h, w, in] → [36, tiles, in]; of a gradient only where the layer's output is above 0. */
export const transformInput = kernelFamily((masked: boolean): Kernel =>
  elementwise({
    name: `transform-input-${masked}`,
    parameters: ['height: u32', 'width: u32', 'channels: u32', 'tilesAcross: u32', 'firstTile: u32'],
    buffers: ['values: array<f32>', ...(masked ? ['output: array<f32>'] : []), 'mut result: array<f32>'],
    declarations: `fn valueAt(y: u32, x: u32, channel: u32) -> f32 {
  // One row above the first is 2³² − 1.
  if (y >= parameters.height || x >= parameters.width) { return 0.0; }
  let at = (y * parameters.width + x) * parameters.channels + channel;
  return ${masked ? 'select(0.0, values[at], output[at] > 0.0)' : 'values[at]'};
}`,
    body: `  let channel = i % parameters.channels;
  let tile = parameters.firstTile + i / parameters.channels;
  let y = (tile / parameters.tilesAcross) * ${TILE}u - 1u;
  let x = (tile % parameters.tilesAcross) * ${TILE}u - 1u;
${pairs(POINTS)
  .map(([r, c]) => `  let d_${r}_${c} = valueAt(y + ${r}u, x + ${c}u, channel);`)
  .join('\n')}
${sandwich(INPUT_TRANSFORM, 'd', 'v')}
${pairs(POINTS)
  .map(([r, c]) => `  result[${r * POINTS + c}u * parameters.count + i] = v_${r}_${c};`)
  .join('\n')}`,
  }),
);

/** Aᵀ m A: [36, tiles, out] → [h, w, out], with bias and ReLU where the convolution runs forward. */
export const transformOutput = kernelFamily((direction: 'forward' | 'backward'): Kernel => {
  const forward = direction === 'forward';
  return elementwise({
    name: `transform-output-${direction}`,
    parameters: ['height: u32', 'width: u32', 'channels: u32', 'tilesAcross: u32', 'firstTile: u32'],
    buffers: ['products: array<f32>', ...(forward ? ['bias: array<f32>'] : []), 'mut result: array<f32>'],
    declarations: `fn store(y: u32, x: u32, channel: u32, value: f32) {
  if (y >= parameters.height || x >= parameters.width) { return; }
  result[(y * parameters.width + x) * parameters.channels + channel] = ${forward ? 'max(value + bias[channel], 0.0)' : 'value'};
}`,
    body: `  let channel = i % parameters.channels;
  let tile = parameters.firstTile + i / parameters.channels;
  let y = (tile / parameters.tilesAcross) * ${TILE}u;
  let x = (tile % parameters.tilesAcross) * ${TILE}u;
${pairs(POINTS)
  .map(([r, c]) => `  let m_${r}_${c} = products[${r * POINTS + c}u * parameters.count + i];`)
  .join('\n')}
${sandwich(OUTPUT_TRANSFORM, 'm', 'y')}
${pairs(TILE)
  .map(([r, c]) => `  store(y + ${r}u, x + ${c}u, channel, y_${r}_${c});`)
  .join('\n')}`,
  });
});
