import type { Engine, EngineName } from './engine';
import { EngineError } from './engine-error';
import { checkEngine, timeEngine } from './probe-engine';

/** Engines that are measured against each other, and those that serve only where all of them fail. */
const CONTENDERS: readonly EngineName[] = ['wasm', 'webgl'];
const FALLBACKS: readonly EngineName[] = ['tfjs-webgl', 'tfjs-wasm', 'tfjs-cpu'];

export interface EngineChoice {
  name: EngineName;
  /** For people: what was measured, what was skipped and why. */
  reason: string;
}

/** Remembers a choice for this browser and graphics device, so that measuring happens once. */
export interface ChoiceCache {
  load(): Promise<EngineChoice | null>;
  save(choice: EngineChoice): Promise<void>;
}

export type MakeEngine = (name: EngineName) => Promise<Engine>;

/**
 * The fastest engine that computes the known answer, by measurement: software-rendered WebGL loses by its speed,
 * not by its name. Throws the last EngineError if none works.
 */
export async function chooseEngine(make: MakeEngine, exclude: readonly EngineName[] = []): Promise<{ engine: Engine; reason: string }> {
  const notes: string[] = [];
  let best: { engine: Engine; milliseconds: number } | null = null;
  for (const name of without(CONTENDERS, exclude)) {
    const tried = await tryEngine(make, name, notes);
    if (!tried) continue;
    const milliseconds = await timeEngine(tried);
    notes.push(`${name} took ${milliseconds.toFixed(0)} ms`);
    if (!best || milliseconds < best.milliseconds) {
      best?.engine.destroy();
      best = { engine: tried, milliseconds };
    } else {
      tried.destroy();
    }
  }
  if (best) return { engine: best.engine, reason: `fastest on a test of typical convolutions: ${notes.join(', ')}` };
  for (const name of without(FALLBACKS, exclude)) {
    const engine = await tryEngine(make, name, notes);
    if (engine) return { engine, reason: `the first that works: ${notes.concat(`${name} works`).join(', ')}` };
  }
  throw new EngineError('unsupported', `No engine runs in this browser (${notes.join('; ')}); update the browser or turn on WebGL.`);
}

async function tryEngine(make: MakeEngine, name: EngineName, notes: string[]): Promise<Engine | null> {
  let engine: Engine | null = null;
  try {
    engine = await make(name);
    await checkEngine(engine);
    return engine;
  } catch (error) {
    engine?.destroy();
    notes.push(`${name} was skipped (${error instanceof Error ? error.message : String(error)})`);
    return null;
  }
}

function without(names: readonly EngineName[], exclude: readonly EngineName[]): EngineName[] {
  return names.filter((name) => !exclude.includes(name));
}
