import { UserFacingError } from './failure';
import type { FromNetworkWorker, NetworkOrder, OwnNetworkEntry } from './networks';

/** Has a network read, tried and stored by a Worker of its own; for pages of the extension. */
export function addNetwork(order: NetworkOrder, onTrying: () => void = () => undefined): Promise<OwnNetworkEntry> {
  const worker = new Worker('/offscreen/network-worker.js', { type: 'module', name: 'brushover-network' });
  return new Promise<OwnNetworkEntry>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromNetworkWorker>) => {
      if (data.type === 'trying') onTrying();
      else if (data.type === 'added') resolve(data.network);
      else reject(new UserFacingError(data.failure.code, sentenceOf(data.failure)));
    };
    worker.onerror = () =>
      reject(new UserFacingError('network-died', 'Reading the network stopped unexpectedly; close other tabs and load it again.'));
    worker.postMessage(order);
  }).finally(() => worker.terminate());
}

/** What the browser itself says of a file, such as one that was moved meanwhile, helps nobody. */
function sentenceOf({ code, message }: { code: string; message: string }): string {
  return code === 'unexpected' ? 'The file could not be read to its end; check that it is still there, then load it again.' : message;
}
