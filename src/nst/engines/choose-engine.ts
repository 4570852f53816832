import type { Engine, EngineFigure, EngineName } from './engine';
import { EngineError } from './engine-error';
import { checkEngine, timeEngine } from './probe-engine';

/** Engines that are measured against each other, and those that serve only where all of them fail. */
const CONTENDERS: readonly EngineName[] = ['wasm', 'webgl', 'webgpu'];
const FALLBACKS: readonly EngineName[] = ['tfjs-webgl', 'tfjs-wasm', 'tfjs-cpu'];
/** All that `auto` ever takes. */
export const AUTO_ENGINES: readonly EngineName[] = [...CONTENDERS, ...FALLBACKS];

export interface EngineChoice {
  name: EngineName;
  /** For people: what was measured, what was skipped and why. */
  reason: string;
  /** In the order in which they were tried. */
  figures: readonly EngineFigure[];
}

/** Remembers a choice for this browser and graphics device, so that measuring happens once. Neither call rejects. */
export interface ChoiceCache {
  load(): Promise<EngineChoice | null>;
  save(choice: EngineChoice): Promise<void>;
}

export interface ChooseOptions {
  /** Engines that failed in this session. A choice made without them is not remembered: they may work next time. */
  exclude?: readonly EngineName[];
  cache?: ChoiceCache;
}

export interface ChosenEngine {
  engine: Engine;
  reason: string;
}

export type MakeEngine = (name: EngineName) => Promise<Engine>;

/**
 * The fastest engine that computes the known answer, by measurement: software-rendered WebGL loses by its speed,
 * not by its name. A remembered choice is checked, but not timed again. Throws an EngineError if no engine works.
 */
export async function chooseEngine(make: MakeEngine, { exclude = [], cache }: ChooseOptions = {}): Promise<ChosenEngine> {
  const figures: EngineFigure[] = [];
  const remembered = await cache?.load();
  if (remembered && !exclude.includes(remembered.name)) {
    const engine = await tryEngine(make, remembered.name, figures);
    if (engine) return { engine, reason: remembered.reason };
  }
  const chosen =
    (await fastestOf(without(CONTENDERS, exclude), make, figures)) ?? (await firstOf(without(FALLBACKS, exclude), make, figures));
  if (!chosen)
    throw new EngineError(
      'unsupported',
      `No engine runs in this browser (${notesOf(figures).join('; ')}); update the browser or turn on WebGL.`,
    );
  if (exclude.length === 0) await cache?.save({ name: chosen.engine.name, reason: chosen.reason, figures });
  return chosen;
}

async function fastestOf(names: readonly EngineName[], make: MakeEngine, figures: EngineFigure[]): Promise<ChosenEngine | null> {
  let best: { engine: Engine; milliseconds: number } | null = null;
  for (const name of names) {
    let milliseconds = Infinity;
    const tried = await tryEngine(make, name, figures, async (engine) => {
      milliseconds = await timeEngine(engine);
    });
    if (!tried) continue;
    figures.push({ name, milliseconds, problem: null });
    if (!best || milliseconds < best.milliseconds) {
      best?.engine.destroy();
      best = { engine: tried, milliseconds };
    } else {
      tried.destroy();
    }
  }
  return best && { engine: best.engine, reason: `the fastest on a test of typical convolutions: ${notesOf(figures).join(', ')}` };
}

async function firstOf(names: readonly EngineName[], make: MakeEngine, figures: EngineFigure[]): Promise<ChosenEngine | null> {
  for (const name of names) {
    const engine = await tryEngine(make, name, figures);
    if (!engine) continue;
    figures.push({ name, milliseconds: null, problem: null });
    return { engine, reason: `the first that works: ${notesOf(figures).join(', ')}` };
  }
  return null;
}

/** The engine if it computes the known answer and gets through `trial`; else null, and a figure that says why. */
async function tryEngine(
  make: MakeEngine,
  name: EngineName,
  figures: EngineFigure[],
  trial: (engine: Engine) => Promise<void> = async () => undefined,
): Promise<Engine | null> {
  let engine: Engine | null = null;
  try {
    engine = await make(name);
    await checkEngine(engine);
    await trial(engine);
    return engine;
  } catch (error) {
    engine?.destroy();
    figures.push({ name, milliseconds: null, problem: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

function notesOf(figures: readonly EngineFigure[]): string[] {
  return figures.map(({ name, milliseconds, problem }) => {
    if (problem !== null) return `${name} was skipped (${problem})`;
    return milliseconds === null ? `${name} works` : `${name} took ${milliseconds.toFixed(0)} ms`;
  });
}

function without(names: readonly EngineName[], exclude: readonly EngineName[]): EngineName[] {
  return names.filter((name) => !exclude.includes(name));
}
