import type { Engine, Tensor } from '../../../src/nst/engines/engine';
import type { PendingEvaluation } from '../../../src/nst/objective';
import { adam } from '../../../src/nst/optimizers/adam';
import { EvaluationLoop, type OnEvaluation } from '../../../src/nst/optimizers/evaluation-loop';
import { gradientDescent } from '../../../src/nst/optimizers/gradient-descent';
import { lbfgs } from '../../../src/nst/optimizers/lbfgs';
import { withTensorScope } from '../../../src/nst/engines/tensor-scope';
import { openEngine } from '../wasm-engine/open-engine';

const SHAPE = [12, 10, 3];
const SIZE = 360;
const NO_PARTS = { content: {}, style: {} };
/** Curvatures over two orders of magnitude; every seventh minimum lies outside 0…255. */
const curvature = Float32Array.from({ length: SIZE }, (_, i) => 0.01 * 100 ** ((i % 11) / 10));
const minimum = Float32Array.from({ length: SIZE }, (_, i) => (i % 7 === 0 ? (i % 2 ? 300 : -60) : 40 + ((i * 37) % 180)));
const best = minimum.map((value) => Math.min(255, Math.max(0, value)));

/** J(x) = ½·Σ c·(x − m)², with the engine's own operations. */
function quadratic(engine: Engine): { evaluate(x: ReturnType<Engine['zeros']>): PendingEvaluation } {
  return {
    evaluate(x) {
      const m = engine.upload(minimum, SHAPE);
      const c = engine.upload(curvature, SHAPE);
      const distance = engine.copy(x);
      engine.addScaled(distance, m, -1);
      const gradient = engine.multiply(distance, c);
      const twice = engine.dot(gradient, distance);
      engine.dispose(m, c, distance);
      return {
        gradient,
        read: async (extra = []) => {
          const [value, ...rest] = await engine.readScalars([twice, ...extra]);
          engine.dispose(twice);
          return { parts: { content: 0, style: 0, tv: 0, perLayer: NO_PARTS, perTerm: NO_PARTS, total: value / 2 }, extra: rest };
        },
      };
    },
  };
}

/** The same J on the host. */
function quadraticOf(values: Float32Array): number {
  return values.reduce((sum, value, i) => sum + 0.5 * curvature[i] * (value - minimum[i]) ** 2, 0);
}

function distanceTo(values: Float32Array): number {
  return Math.max(...values.map((value, i) => Math.abs(value - best[i])));
}

describe('optimisers', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterEach(() => expect(engine.memory().tensors).toBe(0));

  function loopOf(
    evaluations: number,
    options: { engine?: Engine; signal?: AbortSignal; earlyStop?: number; onEvaluation?: OnEvaluation } = {},
  ): EvaluationLoop {
    const { earlyStop = null, onEvaluation = () => undefined, signal } = options;
    const device = options.engine ?? engine;
    return new EvaluationLoop(device, quadratic(device) as never, { evaluations, earlyStop, onEvaluation, signal });
  }

  async function minimise(run: typeof adam | typeof lbfgs, evaluations: number, rate: number | null = null): Promise<Float32Array> {
    const loop = loopOf(evaluations);
    const start = engine.upload(new Float32Array(SIZE).fill(128), SHAPE);
    await (run === lbfgs ? lbfgs(engine, loop, start) : (run as typeof adam)(engine, loop, start, rate));
    const found = loop.takeBest();
    const values = await engine.read(found);
    engine.dispose(start, found);
    return values;
  }

  it('L-BFGS finds the minimum inside the box, bounds included', async () => {
    expect(distanceTo(await minimise(lbfgs, 120))).toBeLessThan(1);
  });

  it.each([
    ['lbfgs', (device: Engine, loop: EvaluationLoop, x: Tensor) => lbfgs(device, loop, x)],
    ['adam', (device: Engine, loop: EvaluationLoop, x: Tensor) => adam(device, loop, x, 10)],
    ['gradient descent', (device: Engine, loop: EvaluationLoop, x: Tensor) => gradientDescent(device, loop, x, 0.1)],
  ])('%s ends where J is no number, and the best picture before is there', async (_name, run) => {
    const totals: number[] = [];
    const onEvaluation: OnEvaluation = ({ total }) => void totals.push(total);
    const lowest = await withTensorScope(engine, async (scoped) => {
      const limited = quadratic(scoped);
      const breaking = {
        evaluate: (x: Tensor): PendingEvaluation => {
          const pending = limited.evaluate(x);
          const read: PendingEvaluation['read'] = async (extra) => {
            const { parts, extra: rest } = await pending.read(extra);
            return { parts: { ...parts, total: totals.length < 3 ? parts.total : NaN }, extra: rest };
          };
          return { ...pending, read };
        },
      };
      const loop = new EvaluationLoop(scoped, breaking as never, { evaluations: 20, earlyStop: null, onEvaluation });
      const x = scoped.upload(new Float32Array(SIZE).fill(128), SHAPE);
      await expect(run(scoped, loop, x)).rejects.toThrow('J is not a number.');
      expect(loop.hasBest).toBe(true);
      const values = await scoped.read(loop.takeBest());
      return values.reduce((sum, value, i) => sum + (curvature[i] * (value - minimum[i]) ** 2) / 2, 0);
    });
    expect(totals).toHaveLength(3);
    expect(lowest / Math.min(...totals)).toBeCloseTo(1, 4);
  });

  describe('with a guide', () => {
    /** Far from grey: a metric that a wrong sign or a missing mask would show in. */
    const metric = Float32Array.of(1.5, 0.6, 0.3, 0.6, 1, 0.2, 0.3, 0.2, 0.5);

    async function guided(
      other: Float32Array | null,
      evaluations: number,
      leads = true,
    ): Promise<{ values: Float32Array; totals: number[] }> {
      const totals: number[] = [];
      const loop = loopOf(evaluations, { onEvaluation: ({ total }) => void totals.push(total) });
      const start = engine.upload(new Float32Array(SIZE).fill(128), SHAPE);
      await lbfgs(engine, loop, start, {
        recolored: other && engine.upload(other, SHAPE),
        leads: () => leads,
        colorMetric: engine.upload(metric, [3, 3]),
      });
      const found = loop.takeBest();
      const values = await engine.read(found);
      engine.dispose(start, found);
      return { values, totals };
    }

    it('finds the same minimum in another metric', async () => {
      expect(distanceTo((await guided(null, 160)).values)).toBeLessThan(1);
    });

    it('goes on from the recoloured start where it leads', async () => {
      const near = best.map((value) => value + 1);
      const { totals } = await guided(near, 3);
      expect(totals[1]).toBeLessThan(totals[0]);
      expect(Math.abs(totals[2] - totals[1])).toBeLessThan(0.5 * (totals[0] - totals[1]));
    });

    it('goes on from a recoloured start that leads, though its J is higher yet', async () => {
      const { totals } = await guided(new Float32Array(SIZE), 3);
      expect(totals[1]).toBeGreaterThan(totals[0]);
      expect(totals[2]).toBeGreaterThan(totals[0]);
      expect(totals[2]).toBeLessThan(totals[1]);
    });

    it('goes on from the start where the recoloured one does not lead', async () => {
      const { totals } = await guided(new Float32Array(SIZE), 4, false);
      expect(totals[1]).toBeGreaterThan(totals[0]);
      expect(totals[2]).toBeLessThan(totals[0]);
    });

    it('leaves nothing behind where one evaluation is all there is', async () => {
      expect((await guided(best, 1)).totals).toHaveLength(1);
    });
  });

  it.each([
    ['Adam', adam],
    ['gradient descent', gradientDescent],
  ])('%s finds it too', async (_name, run) => {
    expect(distanceTo(await minimise(run, 240))).toBeLessThan(10);
  });

  it('stays in the box', async () => {
    const values = await minimise(lbfgs, 15);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(255);
  });

  it('returns the best that was evaluated, not the last', async () => {
    const totals: number[] = [];
    const loop = loopOf(7, { onEvaluation: ({ total }) => void totals.push(total) });
    const start = engine.upload(new Float32Array(SIZE).fill(128), SHAPE);
    // More than 2 over the largest curvature, so that steps overshoot further and further.
    await gradientDescent(engine, loop, start, 2.3);
    const found = loop.takeBest();
    const values = await engine.read(found);
    engine.dispose(start, found);
    const least = Math.min(...totals);
    expect(totals.at(-1)).toBeGreaterThan(1.01 * least);
    expect(quadraticOf(values) / least).toBeCloseTo(1, 5);
  });

  it('stops on a plateau', async () => {
    let count = 0;
    const loop = loopOf(1000, { earlyStop: 1e-4, onEvaluation: () => void count++ });
    const start = engine.upload(new Float32Array(SIZE).fill(128), SHAPE);
    await lbfgs(engine, loop, start);
    expect(count).toBeLessThan(300);
    loop.dispose();
    engine.dispose(start);
  });

  it('ends between evaluations when aborted, and leaves nothing on the device', async () => {
    const abort = new AbortController();
    let count = 0;
    const onEvaluation = (): void => {
      if (++count === 3) abort.abort(new Error('enough'));
    };
    const run = withTensorScope(engine, (scoped) => {
      const loop = loopOf(50, { engine: scoped, signal: abort.signal, onEvaluation });
      return lbfgs(scoped, loop, scoped.upload(new Float32Array(SIZE), SHAPE));
    });
    await expect(run).rejects.toThrow('enough');
    expect(count).toBe(3);
  });
});
