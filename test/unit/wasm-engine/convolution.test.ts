import type { Engine, Tensor } from '../../../src/nst/engines/engine';
import { convolution, convolutionGradient, randomNumbers, randomValues, relativeError, type Values } from '../reference-operations';
import { openEngine } from './open-engine';

/**
 * Winograd F(4×4, 3×3) in float32 is wrong by 1e-6 to 1e-5 of the result (its transform matrices amplify rounding);
 * a wrong index anywhere is wrong by 1e-2 or more.
 */
const TOLERANCE = 5e-5;

const SIZES: [height: number, width: number][] = [
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

function kernelFor(inputs: number, outputs: number): { kernel: Float32Array; bias: Float32Array } {
  const next = randomNumbers(inputs * 1000 + outputs);
  const kernel = Float32Array.from({ length: 9 * inputs * outputs }, () => next() / Math.sqrt(9 * inputs));
  return { kernel, bias: Float32Array.from({ length: outputs }, () => next() / 4) };
}

function upload(engine: Engine, { data, shape }: Values): Tensor {
  return engine.upload(Float32Array.from(data), shape);
}

async function convolutionErrors(engine: Engine, height: number, width: number, inputs: number, outputs: number): Promise<number[]> {
  const { kernel, bias } = kernelFor(inputs, outputs);
  const input = randomValues([height, width, inputs], 1);
  const upstream = randomValues([height, width, outputs], 2);
  const expected = convolution(input, kernel, bias, outputs);
  const prepared = engine.prepareConvolution(kernel, bias, inputs, outputs);
  const tensors = { input: upload(engine, input), output: upload(engine, expected), upstream: upload(engine, upstream) };
  const forward = engine.convolution(tensors.input, prepared);
  const backward = engine.convolutionGradient(tensors.upstream, tensors.output, prepared);
  const errors = [
    relativeError(await engine.read(forward), expected.data),
    relativeError(await engine.read(backward), convolutionGradient(upstream, expected, kernel, inputs).data),
  ];
  engine.dispose(forward, backward, ...Object.values(tensors));
  engine.disposeConvolution(prepared);
  return errors;
}

describe('convolution of the WebAssembly engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  }, 60_000);
  afterAll(() => engine.destroy());

  for (const [inputs, outputs] of CHANNELS) {
    const sizes = inputs >= 64 ? SIZES.filter(([height]) => height < 70) : SIZES;
    test.each(sizes)(`%i×%i with ${inputs} to ${outputs} channels agrees with plain loops, forward and backward`, async (height, width) => {
      const before = engine.memory();
      const [forward, backward] = await convolutionErrors(engine, height, width, inputs, outputs);
      expect(forward).toBeLessThan(TOLERANCE);
      expect(backward).toBeLessThan(TOLERANCE);
      expect(engine.memory()).toMatchObject({ bytes: before.bytes, tensors: before.tensors });
    });
  }

  test('512 channels on a small map', async () => {
    const [forward, backward] = await convolutionErrors(engine, 2, 3, 512, 512);
    expect(forward).toBeLessThan(TOLERANCE);
    expect(backward).toBeLessThan(TOLERANCE);
  });

  test('a map that is worked on in blocks of tiles', async () => {
    const [forward, backward] = await convolutionErrors(engine, 126, 129, 16, 16);
    expect(forward).toBeLessThan(TOLERANCE);
    expect(backward).toBeLessThan(TOLERANCE);
  });

  test('a map with so many tiles and channels that its stages run in several turns', async () => {
    const [forward, backward] = await convolutionErrors(engine, 93, 95, 128, 256);
    expect(forward).toBeLessThan(TOLERANCE);
    expect(backward).toBeLessThan(TOLERANCE);
  });
});
