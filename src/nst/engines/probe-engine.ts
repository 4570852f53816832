import { seededRandom } from '../images/random';
import { EngineError } from './engine-error';
import type { Convolution, Engine, Tensor } from './engine';

/**
 * A small two-layer network's features, Gram matrix and gradient, computed by the reference engine:
 * driver bugs show here instead of in the user's picture. The test of this file computes them anew.
 */
export const KNOWN_ANSWER: Answer = {
  gramNorm: 7426.1294,
  gradientNorm: 54966.33,
  middleGradients: [806.66937, 282.69049, 926.23328, 1599.2676, 1199.4283, 966.73822],
};

/** Relative; engines differ by rounding and by Winograd's transforms, far less than this. */
const TOLERANCE = 2e-3;

export interface Answer {
  gramNorm: number;
  gradientNorm: number;
  middleGradients: readonly number[];
}

/** Throws EngineError('wrong-result') if the engine's answer is not the known one. */
export async function checkEngine(engine: Engine): Promise<void> {
  const answer = await answerOf(engine);
  const close = (value: number, expected: number, size: number): boolean => Math.abs(value - expected) <= TOLERANCE * size;
  const right =
    close(answer.gramNorm, KNOWN_ANSWER.gramNorm, KNOWN_ANSWER.gramNorm) &&
    close(answer.gradientNorm, KNOWN_ANSWER.gradientNorm, KNOWN_ANSWER.gradientNorm) &&
    answer.middleGradients.every((value, i) => close(value, KNOWN_ANSWER.middleGradients[i], maximum(KNOWN_ANSWER.middleGradients)));
  if (!right) throw new EngineError('wrong-result', `${engine.description} computes wrong results on this machine.`);
}

/** ∂‖Gram(a)‖²/∂image through two convolutions and a pooling, on a fixed 22 × 18 picture. */
export async function answerOf(engine: Engine): Promise<Answer> {
  const random = seededRandom(99);
  const numbers = (count: number, size: number): Float32Array => Float32Array.from({ length: count }, () => (random() - 0.5) * size);
  const first = engine.prepareConvolution(numbers(9 * 3 * 16, 0.02), numbers(16, 0.2), 3, 16);
  const second = engine.prepareConvolution(numbers(9 * 16 * 16, 0.3), numbers(16, 0.2), 16, 16);
  const image = engine.upload(
    numbers(22 * 18 * 3, 255).map((value) => value + 128),
    [18, 22, 3],
  );
  const { gram, gradient } = gramGradient(engine, image, first, second);
  const gramValues = await engine.read(gram);
  const gradientValues = await engine.read(gradient);
  engine.dispose(image, gram, gradient);
  engine.disposeConvolution(first);
  engine.disposeConvolution(second);
  const middle = gradientValues.length / 2;
  return { gramNorm: norm(gramValues), gradientNorm: norm(gradientValues), middleGradients: [...gradientValues.slice(middle, middle + 6)] };
}

function gramGradient(engine: Engine, image: Tensor, first: Convolution, second: Convolution): { gram: Tensor; gradient: Tensor } {
  const a1 = engine.convolution(image, first);
  const pooled = engine.pool(a1, 'avg');
  const a2 = engine.convolution(pooled, second);
  const gram = engine.gramMatrix(a2, null);
  const upstream = engine.zeros(a2.shape);
  engine.addMatrixProduct(upstream, a2, gram, 4, null);
  const toPooled = engine.convolutionGradient(upstream, a2, second);
  const toFirst = engine.poolGradient(toPooled, a1, pooled, 'avg');
  const gradient = engine.convolutionGradient(toFirst, a1, first);
  engine.dispose(a1, pooled, a2, upstream, toPooled, toFirst);
  return { gram, gradient };
}

/** Sizes, in channels and sides, like those that a network's time goes into. */
const TIMED_LAYERS = [
  { channels: 64, side: 96 },
  { channels: 128, side: 48 },
  { channels: 256, side: 24 },
] as const;
const TIMED_RUNS = 3;

/** Milliseconds for typical convolutions forward and backward: the best of a few runs after a first one. */
export async function timeEngine(engine: Engine): Promise<number> {
  const layers = TIMED_LAYERS.map(({ channels, side }) => ({
    convolution: engine.prepareConvolution(
      new Float32Array(9 * channels * channels).fill(0.01),
      new Float32Array(channels),
      channels,
      channels,
    ),
    input: engine.upload(new Float32Array(side * side * channels).fill(0.5), [side, side, channels]),
  }));
  let best = Infinity;
  for (let run = 0; run <= TIMED_RUNS; run++) {
    const startedAt = performance.now();
    for (const { convolution, input } of layers) await forwardAndBackward(engine, input, convolution);
    if (run > 0) best = Math.min(best, performance.now() - startedAt);
  }
  for (const { convolution, input } of layers) {
    engine.disposeConvolution(convolution);
    engine.dispose(input);
  }
  return best;
}

async function forwardAndBackward(engine: Engine, input: Tensor, convolution: Convolution): Promise<void> {
  const output = engine.convolution(input, convolution);
  const upstream = engine.copy(output);
  const gradient = engine.convolutionGradient(upstream, output, convolution);
  const sum = engine.absoluteSum(gradient);
  await engine.readScalars([sum]);
  engine.dispose(output, upstream, gradient, sum);
}

function norm(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

function maximum(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs));
}
