import { answerOf, checkEngine, KNOWN_ANSWER } from '../../../src/nst/engines/probe-engine';
import type { Engine } from '../../../src/nst/engines/engine';
import { cpuEngine } from './engine-for-tests';

describe('the known answer that engines are checked against', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await cpuEngine();
  });

  it('is what the reference engine computes', async () => {
    const answer = await answerOf(engine);
    // Float32 sums in another order: 1e-4 is far below the check's own tolerance.
    expect(answer.gramNorm / KNOWN_ANSWER.gramNorm).toBeCloseTo(1, 4);
    expect(answer.gradientNorm / KNOWN_ANSWER.gradientNorm).toBeCloseTo(1, 4);
    answer.middleGradients.forEach((value, i) => expect(value / KNOWN_ANSWER.middleGradients[i]).toBeCloseTo(1, 3));
    expect(engine.memory().tensors).toBe(0);
  });

  it('lets a right engine pass and stops a wrong one', async () => {
    await expect(checkEngine(engine)).resolves.toBeUndefined();
    const wrong = new Proxy(engine, {
      get: (target, name) => (name === 'pool' ? (input: never) => target.pool(input, 'max') : (Reflect.get(target, name) as unknown)),
    });
    await expect(checkEngine(wrong)).rejects.toMatchObject({ code: 'wrong-result' });
  });
});
