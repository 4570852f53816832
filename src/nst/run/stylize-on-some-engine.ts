import type { ChosenEngine } from '../engines/choose-engine';
import type { EngineName } from '../engines/engine';
import { EngineError } from '../engines/engine-error';
import type { StyleTransferImages } from '../images/prepare-images';
import type { Model } from '../model/model';
import type { StyleTransferSettings } from '../settings';
import { stylize } from '../stylize';
import type { Checkpoint } from './checkpoint';
import type { StylizeOptions, StylizeResult } from './stylize-options';

export interface EngineContext {
  signal: AbortSignal;
  /** Picks, makes and checks an engine; says why it was chosen. */
  engineFor(choice: EngineName | 'auto'): Promise<ChosenEngine>;
  /** Never uses this engine again. */
  discardEngine(name: EngineName): void;
  hasOtherEngines(): boolean;
  onActivity(activity: string): void;
}

export interface StylizedOnEngine {
  result: StylizeResult;
  /** The engine that finished the run. */
  provided: ChosenEngine;
  /** For people: which engines failed on the way. */
  notes: string[];
}

/** Where an engine fails (a lost context, refused memory, a dead thread) the run goes on from its last picture on the next one. */
export async function stylizeOnSomeEngine(
  { engine, settings }: { engine: EngineName | 'auto'; settings: StyleTransferSettings },
  images: StyleTransferImages,
  model: Model,
  context: EngineContext,
  options: StylizeOptions,
): Promise<StylizedOnEngine> {
  const notes: string[] = [];
  let choice = engine;
  let resume = options.resume ?? null;
  for (;;) {
    context.onActivity('Choosing the fastest engine');
    const provided = await context.engineFor(choice);
    context.signal.throwIfAborted();
    context.onActivity('Preparing the losses');
    provided.engine.resetPeak();
    try {
      const onCheckpoint = (checkpoint: Checkpoint): void => void (resume = checkpoint);
      const result = await stylize(provided.engine, model, images, settings, { ...options, signal: context.signal, resume, onCheckpoint });
      return { result, provided, notes: [...notes, ...result.notes] };
    } catch (error) {
      if (!(error instanceof EngineError) || context.signal.aborted) throw error;
      context.discardEngine(provided.engine.name);
      if (!context.hasOtherEngines()) throw error;
      notes.push(`${provided.engine.description} failed (${error.message}); the run went on with another engine.`);
      choice = 'auto';
    }
  }
}
