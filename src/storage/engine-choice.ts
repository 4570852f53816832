import { database, type StoredEngineChoice } from './database';

export type { StoredEngineChoice } from './database';

/** The choice that was measured last, for whatever browser and graphics device it was; null if none is kept. */
export async function loadEngineChoice(): Promise<StoredEngineChoice | null> {
  return (await (await database()).get('engineChoice', 'current')) ?? null;
}

export async function saveEngineChoice(choice: StoredEngineChoice): Promise<void> {
  await (await database()).put('engineChoice', choice, 'current');
}

/** The next run measures again. */
export async function forgetEngineChoice(): Promise<void> {
  await (await database()).delete('engineChoice', 'current');
}
