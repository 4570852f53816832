import { database } from './database';

/** Keeps what the panel of a tab works on. */
export async function saveDesk(key: string, value: unknown, pictures: string[]): Promise<void> {
  await (await database()).put('desks', { value, pictures, savedAt: Date.now() }, key);
}

export async function loadDesk(key: string): Promise<unknown> {
  return (await (await database()).get('desks', key))?.value ?? null;
}

/** The pictures that panels work on; what was left longer than that is forgotten. */
export async function picturesOnDesks(maximumAgeMs: number): Promise<string[]> {
  const transaction = (await database()).transaction('desks', 'readwrite');
  const pictures: string[] = [];
  for await (const cursor of transaction.store) {
    if (Date.now() - cursor.value.savedAt > maximumAgeMs) await cursor.delete();
    else pictures.push(...cursor.value.pictures);
  }
  await transaction.done;
  return pictures;
}
