/** The Worker that takes in a network of the user's own; whoever started it ends it afterwards, and its memory goes with it. */
import { failureOf } from '../../protocol/failure';
import type { FromNetworkWorker, NetworkOrder } from '../../protocol/networks';
import { addNetwork } from './add-network';

self.onmessage = ({ data }: MessageEvent<NetworkOrder>) => void add(data);

async function add(order: NetworkOrder): Promise<void> {
  try {
    post({ type: 'added', network: await addNetwork(order, () => post({ type: 'trying' })) });
  } catch (error) {
    post({ type: 'failed', failure: failureOf(error) });
  }
}

function post(message: FromNetworkWorker): void {
  self.postMessage(message);
}
