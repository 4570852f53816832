import type { Engine, Tensor } from '../../../src/nst/engines/engine';
import type { PendingEvaluation } from '../../../src/nst/objective';
import { EvaluationLoop } from '../../../src/nst/optimizers/evaluation-loop';
import { fieldAdam } from '../../../bench/quality/field-adam';
import { fieldLbfgs } from '../../../bench/quality/field-lbfgs';
import { openEngine } from '../wasm-engine/open-engine';

const NO_PARTS = { content: {}, style: {} };
const SHAPE = [4, 5, 3];
const SIZE = 60;
const curvature = Float32Array.from({ length: SIZE }, (_, i) => 0.1 + (i % 5) / 2);
/** Every third minimum lies outside 0…255, where nothing should hold the field's ways back. */
const minimum = Float32Array.from({ length: SIZE }, (_, i) => (i % 3 === 0 ? (i % 2 ? 300 : -60) : 40 + ((i * 37) % 180)));

describe('the optimisers to compare with', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterEach(() => expect(engine.memory().tensors).toBe(0));

  /** J(x) = ½·Σ c·(x − m)², with the engine's own operations. */
  function evaluate(x: Tensor): PendingEvaluation {
    const m = engine.upload(minimum, SHAPE);
    const c = engine.upload(curvature, SHAPE);
    const distance = engine.copy(x);
    engine.addScaled(distance, m, -1);
    const gradient = engine.multiply(distance, c);
    const twice = engine.dot(gradient, distance);
    engine.dispose(m, c, distance);
    return {
      gradient,
      read: async () => {
        const [value] = await engine.readScalars([twice]);
        engine.dispose(twice);
        return { parts: { content: 0, style: 0, tv: 0, perLayer: NO_PARTS, perTerm: NO_PARTS, total: value / 2 }, extra: [] };
      },
    };
  }

  async function pathOf(run: typeof fieldLbfgs, evaluations: number): Promise<Float32Array[]> {
    const path: Float32Array[] = [];
    const onEvaluation = async (_parts: unknown, generated: Tensor): Promise<void> => void path.push(await engine.read(generated));
    const loop = new EvaluationLoop(engine, { evaluate } as never, { evaluations, earlyStop: null, onEvaluation });
    const start = engine.upload(new Float32Array(SIZE).fill(128), SHAPE);
    await run(engine, loop, start);
    loop.dispose();
    engine.dispose(start);
    return path;
  }

  function distances(values: Float32Array): number[] {
    return Array.from(values, (value, i) => Math.abs(value - minimum[i]));
  }

  it('L-BFGS reaches the minimum of a quadratic, beyond 0…255 too', async () => {
    const path = await pathOf(fieldLbfgs, 40);
    expect(path).toHaveLength(40);
    expect(Math.max(...distances(path[39]))).toBeLessThan(0.1);
  });

  it('L-BFGS moves by 1 / ‖g‖₁ of the gradient first', async () => {
    const [first, second] = await pathOf(fieldLbfgs, 2);
    const gradient = curvature.map((c, i) => c * (128 - minimum[i]));
    const norm = gradient.reduce((sum, value) => sum + Math.abs(value), 0);
    second.forEach((value, i) => expect(value - first[i]).toBeCloseTo(-gradient[i] / norm, 3));
  });

  it('Adam moves every pixel by ten grey levels first, and leaves 0…255', async () => {
    const path = await pathOf(fieldAdam, 60);
    path[1].forEach((value, i) => expect(value - 128).toBeCloseTo(128 < minimum[i] ? 10 : -10, 2));
    expect(Math.min(...path[59])).toBeLessThan(-20);
    expect(Math.max(...path[59])).toBeGreaterThan(275);
  });
});
