/**
 * Doubling by nearest neighbour and then a 3×3 convolution is one 3×3 convolution at the small size with four
 * times the output channels, one set for each pixel of a 2×2 block: kernel [3, 3, in, out] → [3, 3, in, 4 · out].
 *
 * The pixel in block row p sees small rows ⌊(p + t − 1) / 2⌋ for its taps t = 0, 1, 2, so taps add up where they
 * see the same row; likewise for columns.
 */
export function upsampledKernel(kernel: Float32Array, inputs: number, outputs: number): Float32Array {
  const result = new Float32Array(9 * inputs * 4 * outputs);
  for (let phase = 0; phase < 4; phase++) {
    for (let tap = 0; tap < 9; tap++) {
      const row = smallOffset(phase >> 1, Math.floor(tap / 3));
      const column = smallOffset(phase & 1, tap % 3);
      addTap(result, row * 3 + column, phase, kernel, tap, inputs, outputs);
    }
  }
  return result;
}

/** 0, 1 or 2: the small row above, of, or below the block. */
function smallOffset(phase: number, tap: number): number {
  return Math.floor((phase + tap - 1) / 2) + 1;
}

function addTap(result: Float32Array, position: number, phase: number, kernel: Float32Array, tap: number, inputs: number, outputs: number): void {
  for (let input = 0; input < inputs; input++) {
    const target = (position * inputs + input) * 4 * outputs + phase * outputs;
    const source = (tap * inputs + input) * outputs;
    for (let output = 0; output < outputs; output++) result[target + output] += kernel[source + output];
  }
}
