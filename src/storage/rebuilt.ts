import type { Rebuilt } from '../nst/explorer/explored';
import { database } from './database';

/** Of at most 64 KB each: all layers of five pictures. */
const MOST = 130;

/** A picture that was rebuilt before, by what it was made of; null if it never was, or long ago. */
export async function loadRebuilt(key: string): Promise<Rebuilt | null> {
  return (await (await database()).get('rebuilt', key))?.rebuilt ?? null;
}

/** The oldest make room. */
export async function saveRebuilt(key: string, rebuilt: Rebuilt): Promise<void> {
  const transaction = (await database()).transaction('rebuilt', 'readwrite');
  await transaction.store.put({ rebuilt, createdAt: Date.now() }, key);
  let tooMany = (await transaction.store.count()) - MOST;
  for await (const cursor of transaction.store.index('createdAt')) {
    if (tooMany-- <= 0) break;
    await cursor.delete();
  }
  await transaction.done;
}
