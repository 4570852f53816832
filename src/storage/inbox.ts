import type { InboxItem } from '../protocol/inbox';
import { database } from './database';

const CHANNEL = 'brushover-inbox';

export async function putInInbox(item: InboxItem): Promise<void> {
  await (await database()).add('inbox', item);
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Empties it, oldest first; of two panels only one gets an item. */
export async function takeFromInbox(): Promise<InboxItem[]> {
  const transaction = (await database()).transaction('inbox', 'readwrite');
  const items = await transaction.store.getAll();
  await transaction.store.clear();
  await transaction.done;
  return items;
}

/** Pictures that are on their way to a panel. */
export async function picturesInInbox(): Promise<string[]> {
  const items = await (await database()).getAll('inbox');
  return items.flatMap((item) => ('image' in item ? [item.image] : []));
}

/** Returns a function that stops listening. */
export function onInbox(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => listener();
  return () => channel.close();
}
