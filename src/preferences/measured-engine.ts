import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { forgetEngineChoice, loadEngineChoice, type StoredEngineChoice } from '../storage/engine-choice';

/** What “fastest” was found to be on this machine; null until a run has measured. */
export const measuredEngine = signal<Pick<StoredEngineChoice, 'name' | 'reason' | 'figures'> | null>(null);

/** Reads it anew whenever a run ends, since a run may have measured. */
export function followMeasuredEngine(isRunning: ReadonlySignal<boolean>): () => void {
  return effect(() => {
    if (!isRunning.value) void readMeasuredEngine();
  });
}

export async function readMeasuredEngine(): Promise<void> {
  measuredEngine.value = await loadEngineChoice();
}

export async function measureAgain(): Promise<void> {
  await forgetEngineChoice();
  measuredEngine.value = null;
}
