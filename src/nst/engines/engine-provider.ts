import { AUTO_ENGINES, chooseEngine, type ChoiceCache, type ChosenEngine, type MakeEngine } from './choose-engine';
import type { EngineName } from './engine';

export interface EngineProvider {
  /** The chosen engine, made at first use and kept; `auto` takes the remembered choice or measures which is fastest. */
  engineFor(choice: EngineName | 'auto'): Promise<ChosenEngine>;
  /** Destroys an engine that failed; the next `auto` does not try it again. */
  discard(name: EngineName): void;
  /** Whether `auto` has an engine left to try. */
  hasOthers(): boolean;
}

/** `absent`: engines that this program lacks. */
export function createEngineProvider(make: MakeEngine, cache?: ChoiceCache, absent: readonly EngineName[] = []): EngineProvider {
  let current: (ChosenEngine & { choice: EngineName | 'auto' }) | null = null;
  const failed = new Set<EngineName>(absent);

  const release = (): void => {
    current?.engine.destroy();
    current = null;
  };

  return {
    async engineFor(choice) {
      if (cache && choice === 'auto' && current?.choice === 'auto' && (await cache.load()) === null) {
        // The choice was forgotten to have everything measured again, engines that failed included.
        release();
        failed.clear();
        for (const name of absent) failed.add(name);
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
