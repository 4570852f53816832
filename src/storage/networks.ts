import { UserFacingError } from '../protocol/failure';
import type { ChosenNetwork, OwnNetworkEntry } from '../protocol/networks';
import { database, type StoredNetwork } from './database';

export type { StoredNetwork } from './database';

/** The user's own networks without their weights, newest first. */
export async function loadNetworks(): Promise<OwnNetworkEntry[]> {
  const networks = await (await database()).getAll('networks');
  return networks.map(withoutWeights).sort((a, b) => b.addedAt - a.addedAt);
}

function withoutWeights({ id, vgg, name, bytes, preprocessing, claimsImagenet, verdict, addedAt }: StoredNetwork): OwnNetworkEntry {
  return { id, vgg, name, bytes, preprocessing, claimsImagenet, verdict, addedAt };
}

export async function loadNetwork(id: string): Promise<StoredNetwork> {
  const network = await (await database()).get('networks', id);
  if (!network) {
    throw new UserFacingError(
      'network-gone',
      `The network ${id} is not kept in this browser; load its file on the options page, or choose the network that comes with Brushover.`,
    );
  }
  return network;
}

/** Adds a network, or puts back one that was deleted. */
export async function saveNetwork(network: StoredNetwork): Promise<void> {
  try {
    await (await database()).put('networks', network);
  } catch (error) {
    if ((error as Error | null)?.name !== 'QuotaExceededError') throw error;
    throw new UserFacingError('storage-full', 'The browser’s storage is full; clear something under Storage, then load the network again.');
  }
}

export async function deleteNetwork(id: string): Promise<void> {
  await (await database()).delete('networks', id);
}

/** Null is the one that comes with Brushover. */
export async function loadChosenNetwork(): Promise<ChosenNetwork | null> {
  return (await (await database()).get('chosenNetwork', 'current')) ?? null;
}

export async function saveChosenNetwork(chosen: ChosenNetwork | null): Promise<void> {
  const db = await database();
  await (chosen ? db.put('chosenNetwork', chosen, 'current') : db.delete('chosenNetwork', 'current'));
}
