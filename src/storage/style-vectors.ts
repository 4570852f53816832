import { database } from './database';

/** What the style reader said about a picture, by the hash of its file; null if it never read it. */
export async function loadStyleVector(key: string): Promise<Float32Array | null> {
  return (await (await database()).get('styleVectors', key)) ?? null;
}

export async function saveStyleVector(key: string, vector: Float32Array): Promise<void> {
  await (await database()).put('styleVectors', vector, key);
}
