import { createTfjsEngine } from '../../../src/nst/engines/tfjs';
import type { ChoiceCache, EngineChoice } from '../../../src/nst/engines/choose-engine';
import type { Engine, EngineName } from '../../../src/nst/engines/engine';
import { EngineError } from '../../../src/nst/engines/engine-error';
import { createEngineProvider } from '../../../src/nst/engines/engine-provider';

describe('the engine provider', () => {
  let made: EngineName[];
  let kept: EngineChoice | null;
  let refused: EngineName[];
  const cache: ChoiceCache = {
    load: async () => kept,
    save: async (choice) => void (kept = choice),
  };
  const make = async (name: EngineName): Promise<Engine> => {
    made.push(name);
    if (refused.includes(name)) throw new EngineError('unsupported', 'not here');
    const engine = await createTfjsEngine({ backend: 'cpu' });
    return new Proxy(engine, { get: (target, key) => (key === 'name' ? name : (Reflect.get(target, key) as unknown)) });
  };

  beforeEach(() => {
    made = [];
    kept = null;
    // The contenders are missing, so that nothing is timed: the first fallback is chosen.
    refused = ['wasm', 'webgl', 'webgpu'];
  });

  test('remembers its choice, and makes only the remembered engine next time', async () => {
    await createEngineProvider(make, cache).engineFor('auto');
    expect(kept).toMatchObject({ name: 'tfjs-webgl', reason: expect.stringContaining('wasm was skipped (not here)') });
    made = [];
    const { engine, reason } = await createEngineProvider(make, cache).engineFor('auto');
    expect([engine.name, reason]).toEqual(['tfjs-webgl', kept!.reason]);
    expect(made).toEqual(['tfjs-webgl']);
  });

  test('chooses anew where the remembered engine no longer starts', async () => {
    kept = { name: 'webgl', reason: 'was fastest', figures: [] };
    const { engine } = await createEngineProvider(make, cache).engineFor('auto');
    expect(engine.name).toBe('tfjs-webgl');
    expect(kept.name).toBe('tfjs-webgl');
  });

  test('does not try an engine that failed, nor remember a choice made without it', async () => {
    kept = { name: 'tfjs-webgl', reason: 'was fastest', figures: [] };
    const provider = createEngineProvider(make, cache);
    await provider.engineFor('auto');
    provider.discard('tfjs-webgl');
    expect((await provider.engineFor('auto')).engine.name).toBe('tfjs-wasm');
    expect(kept.name).toBe('tfjs-webgl');
  });

  test('has no other engine left once all that it tries by itself have failed', () => {
    const provider = createEngineProvider(make, cache);
    const tried: EngineName[] = ['wasm', 'webgl', 'webgpu', 'tfjs-webgl', 'tfjs-wasm', 'tfjs-cpu'];
    const left = tried.map((name) => {
      provider.discard(name);
      return provider.hasOthers();
    });
    expect(left).toEqual([true, true, true, true, true, false]);
  });

  test('measures again once the choice was forgotten', async () => {
    const provider = createEngineProvider(make, cache);
    const first = await provider.engineFor('auto');
    expect(await provider.engineFor('auto')).toBe(first);
    kept = null;
    expect(await provider.engineFor('auto')).not.toBe(first);
    expect(kept).not.toBeNull();
  });

  test('takes the engine that the user chose, unmeasured', async () => {
    const { engine, reason } = await createEngineProvider(make, cache).engineFor('tfjs-cpu');
    expect([engine.name, reason, made]).toEqual(['tfjs-cpu', 'the one that was chosen', ['tfjs-cpu']]);
  });
});
