import { createEngine } from '../nst/engines/create-engine';
import { AUTO_ENGINES, chooseEngine, type ChoiceCache, type ChosenEngine, type MakeEngine } from '../nst/engines/choose-engine';
import type { Engine, EngineName } from '../nst/engines/engine';
import { assetUrl, fetchAsset } from './assets';

export interface EngineProvider {
  /** The chosen engine, made at first use and kept; `auto` takes the remembered choice or measures which is fastest. */
  engineFor(choice: EngineName | 'auto'): Promise<ChosenEngine>;
  /** Destroys an engine that failed; the next `auto` does not try it again. */
  discard(name: EngineName): void;
  /** Whether `auto` has an engine left to try. */
  hasOthers(): boolean;
}

export function createEngineProvider(cache: ChoiceCache, make: MakeEngine = makeEngine): EngineProvider {
  let current: (ChosenEngine & { choice: EngineName | 'auto' }) | null = null;
  const failed = new Set<EngineName>();

  const release = (): void => {
    current?.engine.destroy();
    current = null;
  };

  return {
    async engineFor(choice) {
      if (choice === 'auto' && current?.choice === 'auto' && (await cache.load()) === null) {
        // The choice was forgotten to have everything measured again, engines that failed included.
        release();
        failed.clear();
      }
      if (current?.choice === choice) return current;
      release();
      const chosen =
        choice === 'auto'
          ? await chooseEngine(make, { exclude: [...failed], cache })
          : { engine: await make(choice), reason: 'the one that was chosen' };
      current = { ...chosen, choice };
      return current;
    },
    hasOthers: () => AUTO_ENGINES.some((name) => !failed.has(name)),
    discard(name) {
      failed.add(name);
      if (current?.engine.name === name) release();
    },
  };
}

function makeEngine(name: EngineName): Promise<Engine> {
  return createEngine(name, { fetchAsset, assetUrl, createThread });
}

/** A helper thread of the WebAssembly engine. */
export function createThread(): Worker {
  return new Worker(assetUrl('engines/wasm/thread.js'), { type: 'module', name: 'brushover-kernels' });
}
