import { convolution, convolutionGradient, randomNumbers, randomValues } from '../unit/reference-operations';
import type { Bench, ConformanceCase } from './case';

/**
 * Winograd F(4×4, 3×3) in float32 is wrong by 1e-6 to 1e-5 of the result (its transform matrices amplify rounding);
 * a wrong index anywhere is wrong by 1e-2 or more.
 */
const TOLERANCE = 5e-5;

type Size = readonly [height: number, width: number];

const SIZES: Size[] = [
  [1, 1],
  [2, 2],
  [5, 3],
  [3, 5],
  [4, 4],
  [7, 1],
  [1, 9],
  [13, 17],
  [33, 31],
  [70, 69],
];
const CHANNELS: [inputs: number, outputs: number][] = [
  [3, 8],
  [4, 8],
  [16, 16],
  [20, 24],
  [64, 32],
];

function convolutionCase(what: string, [height, width]: Size, inputs: number, outputs: number): ConformanceCase {
  return {
    name: `${what}: ${height}×${width} with ${inputs} to ${outputs} channels agrees with plain loops, forward and backward`,
    run: (bench) => checkConvolution(bench, [height, width], inputs, outputs),
  };
}

async function checkConvolution(bench: Bench, [height, width]: Size, inputs: number, outputs: number): Promise<void> {
  const { engine } = bench;
  const { kernel, bias } = kernelFor(inputs, outputs);
  const input = randomValues([height, width, inputs], 1);
  const upstream = randomValues([height, width, outputs], 2);
  const expected = convolution(input, kernel, bias, outputs);
  const prepared = engine.prepareConvolution(kernel, bias, inputs, outputs);
  const given = [bench.upload(input), bench.upload(expected), bench.upload(upstream)];
  await bench.expectValues(engine.convolution(given[0], prepared), expected, TOLERANCE);
  const gradient = engine.convolutionGradient(given[2], given[1], prepared);
  await bench.expectValues(gradient, convolutionGradient(upstream, expected, kernel, inputs), TOLERANCE);
  engine.dispose(...given);
  engine.disposeConvolution(prepared);
}

function kernelFor(inputs: number, outputs: number): { kernel: Float32Array; bias: Float32Array } {
  const next = randomNumbers(inputs * 1000 + outputs);
  const kernel = Float32Array.from({ length: 9 * inputs * outputs }, () => next() / Math.sqrt(9 * inputs));
  return { kernel, bias: Float32Array.from({ length: outputs }, () => next() / 4) };
}

export const CONVOLUTION_CASES: readonly ConformanceCase[] = [
  ...CHANNELS.flatMap(([inputs, outputs]) =>
    SIZES.filter(([height]) => inputs < 64 || height < 70).map((size) => convolutionCase('convolution', size, inputs, outputs)),
  ),
  convolutionCase('many channels on a small map', [2, 3], 512, 512),
  convolutionCase('a map that is worked on in portions', [126, 129], 16, 16),
];

/** Takes plain loops many seconds: for engines that work differently on as many tiles and channels as these. */
export const LARGE_CONVOLUTION_CASES: readonly ConformanceCase[] = [
  convolutionCase('a map with so many tiles and channels that its stages run in several turns', [93, 95], 128, 256),
];
