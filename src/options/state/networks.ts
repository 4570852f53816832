import { signal } from '@preact/signals';
import { chooseNetwork, chosenNetwork } from '../../preferences/network';
import { failureOf } from '../../protocol/failure';
import { addNetwork } from '../../protocol/network-client';
import type { NetworkOrder, OwnNetworkEntry } from '../../protocol/networks';
import { deleteNetwork, loadNetwork, loadNetworks, saveNetwork } from '../../storage/networks';
import { translate } from '../../texts/translate';
import { readUsage } from './storage';

export const networks = signal<readonly OwnNetworkEntry[]>([]);
/** What is being done with a file; null while nothing is. */
export const networkActivity = signal<string | null>(null);
export const networkError = signal<string | null>(null);
/** What was done last, and how to have it back. */
export const networkNotice = signal<{ text: string; undo: (() => Promise<void>) | null } | null>(null);
/** How the pictures were prepared that the next file was trained with. */
export const preparation = signal<NetworkOrder['preprocessing']>('auto');

export async function readNetworks(): Promise<void> {
  networks.value = await loadNetworks();
}

/** A network that was added is used at once. */
export function takeNetwork(files: readonly File[]): Promise<void> {
  return telling(async () => {
    networkActivity.value = translate`Reading the network…`;
    const before = networks.value.map(({ id }) => id);
    const order = { files: files.map(networkFile), preprocessing: preparation.value };
    const network = await addNetwork(order, () => (networkActivity.value = translate`Trying the network with a test picture…`));
    await chooseNetwork(chosenOf(network));
    const text = before.includes(network.id)
      ? translate`This network was here already; new pictures are made with it.`
      : translate`“${network.name}” is here; new pictures are made with it.`;
    return { text, undo: null };
  });
}

export function removeNetwork(network: OwnNetworkEntry): Promise<void> {
  return telling(async () => {
    const stored = await loadNetwork(network.id);
    const wasChosen = chosenNetwork.value?.id === network.id;
    await deleteNetwork(network.id);
    if (wasChosen) await chooseNetwork(null);
    const undo = async () => {
      await saveNetwork(stored);
      if (wasChosen) await chooseNetwork(chosenOf(network));
    };
    return { text: translate`“${network.name}” is removed. As long as this page is open it can be brought back.`, undo };
  });
}

export function undoRemoving(): Promise<void> {
  const undo = networkNotice.value?.undo;
  return telling(async () => {
    await undo?.();
    return { text: translate`The network is back.`, undo: null };
  });
}

export function chosenOf({ id, vgg, name }: OwnNetworkEntry) {
  return { id, vgg, name };
}

/** A browser tells the folder that was chosen at the head of each file's path. */
function networkFile(file: File): NetworkOrder['files'][number] {
  const [folder, ...rest] = file.webkitRelativePath.split('/');
  return { name: file.name, folder: rest.length > 0 ? folder : undefined, data: file };
}

async function telling(action: () => Promise<{ text: string; undo: (() => Promise<void>) | null }>): Promise<void> {
  networkError.value = null;
  networkNotice.value = null;
  try {
    networkNotice.value = await action();
  } catch (error) {
    networkError.value = failureOf(error).message;
  } finally {
    networkActivity.value = null;
    await Promise.all([readNetworks(), readUsage()]);
  }
}
