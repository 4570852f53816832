/** The Worker that looks at pictures through the network, at one layer after the other. */
import type { RgbaImage } from '../../nst/images/image';
import type { ExplorerEvent } from '../../protocol/explorer';
import { failureOf } from '../../protocol/failure';
import { announceLife } from '../worker-life';
import { Explorer } from './explorer';
import type { ExplorerOrder, FromExplorerWorker, ToExplorerWorker } from './worker-messages';

const explorer = new Explorer();
const running = new Map<string, AbortController>();
/** The engine serves one at a time; one that is cancelled ends within an evaluation. */
let turn: Promise<unknown> = Promise.resolve();

announceLife();

self.onmessage = ({ data }: MessageEvent<ToExplorerWorker>) => {
  if (data.type === 'cancel') running.get(data.id)?.abort(new DOMException('The layer is no longer wanted.', 'AbortError'));
  else begin(data);
};

function begin(order: ExplorerOrder): void {
  const abort = new AbortController();
  running.set(order.request.id, abort);
  turn = turn.then(() => answer(order, abort.signal)).finally(() => running.delete(order.request.id));
}

async function answer(order: ExplorerOrder, signal: AbortSignal): Promise<void> {
  const { id } = order.request;
  try {
    signal.throwIfAborted();
    post(await eventOf(order, signal));
  } catch (error) {
    post({ id, type: 'failed', failure: failureOf(error) });
  }
}

async function eventOf(order: ExplorerOrder, signal: AbortSignal): Promise<ExplorerEvent> {
  const { id } = order.request;
  if (order.type === 'explore') return { id, type: 'explored', explored: await explorer.explore(order.request, signal) };
  const onPicture = (picture: RgbaImage, fraction: number): void => post({ id, type: 'progress', picture, fraction });
  return { id, type: 'rebuilt', rebuilt: await explorer.rebuild(order.request, signal, onPicture) };
}

function post(message: FromExplorerWorker): void {
  self.postMessage(message);
}
