import { createEngine } from '../nst/engines/create-engine';
import { chooseEngine } from '../nst/engines/choose-engine';
import { ENGINE_NAMES, type Engine, type EngineName } from '../nst/engines/engine';
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
  hasOthers(): boolean;
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
    hasOthers: () => failed.length < ENGINE_NAMES.length,
    discard(name) {
      if (!failed.includes(name)) failed.push(name);
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
