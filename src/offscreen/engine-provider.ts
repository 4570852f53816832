import { createEngine } from '../nst/engines/create-engine';
import { chooseEngine } from '../nst/engines/choose-engine';
import type { Engine, EngineName } from '../nst/engines/engine';
import { assetUrl, fetchAsset } from './assets';

export interface ProvidedEngine {
  engine: Engine;
  reason: string;
}

export interface EngineProvider {
  /** The chosen engine, made at first use and kept; `auto` measures which is fastest. */
  engineFor(choice: EngineName | 'auto'): Promise<ProvidedEngine>;
  /** Destroys an engine that failed; the next `auto` does not try it again. */
  discard(name: EngineName): void;
}

export function createEngineProvider(): EngineProvider {
  let current: (ProvidedEngine & { choice: EngineName | 'auto' }) | null = null;
  const failed: EngineName[] = [];
  const make = (name: EngineName): Promise<Engine> => createEngine(name, { fetchAsset, assetUrl, createThread });

  return {
    async engineFor(choice) {
      if (current?.choice === choice) return current;
      current?.engine.destroy();
      current = null;
      const provided = choice === 'auto' ? await chooseEngine(make, failed) : { engine: await make(choice), reason: 'chosen by the user' };
      current = { ...provided, choice };
      return current;
    },
    discard(name) {
      failed.push(name);
      if (current?.engine.name === name) {
        current.engine.destroy();
        current = null;
      }
    },
  };
}

function createThread(): Worker {
  return new Worker(assetUrl('engines/wasm/thread.js'), { type: 'module', name: 'brushover-kernels' });
}
