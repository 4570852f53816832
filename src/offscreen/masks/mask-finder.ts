import { UserFacingError } from '../../protocol/failure';
import type { FoundMask, MaskRequest } from '../../protocol/found-masks';
import type { FromMaskWorker } from './worker-messages';

/** Tells of a death that the worker itself can't. */
type CreateWorker = (onDeath: () => void) => Worker;

/** One worker an order, which ends with it: WebAssembly's memory never shrinks, and orders are rare. One order at a time. */
export class MaskFinder {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly createWorker: CreateWorker) {}

  find(request: MaskRequest): Promise<FoundMask> {
    const mine = this.turn.then(() => this.order(request));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async order(request: MaskRequest): Promise<FoundMask> {
    let worker: Worker | null = null;
    try {
      return await new Promise<FoundMask>((resolve, reject) => {
        const died = (): void =>
          reject(new UserFacingError('mask-died', 'The search stopped unexpectedly; close other tabs and try again.'));
        worker = this.createWorker(died);
        worker.onerror = died;
        worker.onmessage = ({ data }: MessageEvent<FromMaskWorker>) => {
          if (data.type === 'found') resolve(data.mask);
          else reject(new UserFacingError(data.failure.code, data.failure.message));
        };
        worker.postMessage(request);
      });
    } finally {
      (worker as Worker | null)?.terminate();
    }
  }
}
