import type { FromWorker, Order, Progress, ToWorker } from './messages';
import { imageDataOf } from './pictures';
import { StylizeError } from './stylize-error';

export interface Watch {
  /** Ends the run; `stylize` rejects with the signal's reason. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** The picture as it is, some times a second at most. */
  onPicture?: (picture: ImageData) => void;
}

export interface Stylized {
  picture: ImageData;
  /** Which painted it. */
  engine: string;
  /** For people: what happened on the way that is worth knowing. */
  notes: string[];
}

/** Asks the Worker, and settles when it has answered, or when either signal ends the run. */
export function paint(
  worker: Worker,
  send: (message: ToWorker) => void,
  id: number,
  order: Order,
  { signal, onProgress, onPicture }: Watch,
  end: AbortSignal,
): Promise<Stylized> {
  const settled = new AbortController();
  const done = new Promise<Stylized>((resolve, reject) => {
    const listen = { signal: settled.signal };
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<FromWorker>) => {
        if (data.id !== id) return;
        if (data.type === 'progress') onProgress?.(data.progress);
        else if (data.type === 'picture') onPicture?.(imageDataOf(data.picture));
        else if (data.type === 'done') resolve({ picture: imageDataOf(data.picture), engine: data.engine, notes: data.notes });
        // The Worker is free again only once it has said so.
        else reject(signal?.aborted ? signal.reason : new StylizeError(data.code, data.message));
      },
      listen,
    );
    signal?.addEventListener('abort', () => send({ type: 'abort', id }), listen);
    end.addEventListener('abort', () => reject(end.reason), listen);
    send({ type: 'stylize', id, order });
  });
  return done.finally(() => settled.abort());
}
