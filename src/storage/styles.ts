import { UserFacingError } from '../protocol/failure';
import { database, type StoredStyle } from './database';

export type { StoredStyle } from './database';

/** The user's own styles, newest first. */
export async function loadStyles(): Promise<StoredStyle[]> {
  const styles = await (await database()).getAll('styles');
  return styles.sort((a, b) => b.createdAt - a.createdAt);
}

/** Adds a style, or puts back one that was deleted. */
export async function saveStyle(style: StoredStyle): Promise<void> {
  await (await database()).put('styles', style);
}

/** Saves all of them or none. */
export async function saveStyles(styles: readonly StoredStyle[]): Promise<void> {
  const transaction = (await database()).transaction('styles', 'readwrite');
  await Promise.all([...styles.map((style) => transaction.store.put(style)), transaction.done]);
}

export async function loadStyle(id: string): Promise<StoredStyle> {
  const style = await (await database()).get('styles', id);
  if (!style) throw new UserFacingError('style-gone', 'This style was deleted; add it again.');
  return style;
}

export async function renameStyle(id: string, name: string): Promise<StoredStyle> {
  const renamed = { ...(await loadStyle(id)), name };
  await saveStyle(renamed);
  return renamed;
}

export async function deleteStyle(id: string): Promise<void> {
  await (await database()).delete('styles', id);
}
