import { createTfjsEngine } from '../../../src/nst/engines/tfjs';
import type { ChosenEngine } from '../../../src/nst/engines/choose-engine';
import type { Engine, EngineName } from '../../../src/nst/engines/engine';
import { EngineError } from '../../../src/nst/engines/engine-error';
import { gramSettings } from '../../../src/nst/settings';
import { stylizeOnSomeEngine } from '../../../src/nst/run/stylize-on-some-engine';
import { randomPicture, smallModel } from './engine-for-tests';

const settings = { ...gramSettings, contentLayers: { relu2_2: 1 }, styleLayers: { relu1_1: 1 }, evaluations: 6, scales: 1 };
const images = {
  content: randomPicture(24, 20, 1),
  styles: [{ image: randomPicture(24, 20, 2), weight: 1, mask: null }],
  mask: null,
  size: null,
};

/** The reference engine under another name, which loses a thread in its n-th total variation: one an evaluation. */
function failingEngine(engine: Engine, evaluations: number): Engine {
  let done = 0;
  return new Proxy(engine, {
    get(target, property) {
      if (property === 'name') return 'wasm';
      if (property === 'description') return 'the failing engine';
      if (property === 'totalVariation' && (done += 1) > evaluations) throw new EngineError('thread-died', 'A thread died.');
      const member: unknown = Reflect.get(target, property);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}

describe('a run whose engine fails', () => {
  async function run(first: Engine, others: boolean) {
    const sound = await createTfjsEngine({ backend: 'cpu' });
    const discarded: EngineName[] = [];
    const evaluations: number[] = [];
    const engineFor = async (choice: EngineName | 'auto'): Promise<ChosenEngine> => ({
      engine: choice === 'wasm' ? first : sound,
      reason: 'for the test',
    });
    const outcome = await stylizeOnSomeEngine(
      { engine: 'wasm', settings },
      images,
      smallModel(),
      {
        signal: new AbortController().signal,
        engineFor,
        discardEngine: (name) => void discarded.push(name),
        hasOtherEngines: () => others,
        onActivity: () => undefined,
      },
      { onProgress: ({ row }) => void evaluations.push(row.evaluation) },
    );
    return { ...outcome, discarded, evaluations };
  }

  test('goes on from its last picture on the next engine, and says so', async () => {
    const { provided, notes, discarded, evaluations, result } = await run(
      failingEngine(await createTfjsEngine({ backend: 'cpu' }), 3),
      true,
    );
    expect(provided.engine.name).toBe('tfjs-cpu');
    expect(discarded).toEqual(['wasm']);
    expect(notes).toEqual(['the failing engine failed (A thread died.); the run went on with another engine.']);
    expect(evaluations.slice(0, 4)).toEqual([1, 2, 3, 4]);
    expect(result.evaluations.map(({ evaluation }) => evaluation)).toEqual(evaluations);
  });

  test('ends with the failure where no other engine is left', async () => {
    const failing = failingEngine(await createTfjsEngine({ backend: 'cpu' }), 1);
    await expect(run(failing, false)).rejects.toMatchObject({ code: 'thread-died' });
  });
});
