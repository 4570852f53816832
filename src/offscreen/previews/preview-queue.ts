import { UserFacingError } from '../../protocol/failure';
import type { PreviewEvent } from '../../protocol/events';
import type { PreviewAnswer, PreviewRequest } from '../../protocol/previews';
import type { FromPreviewWorker, ToPreviewWorker } from './worker-messages';

export interface PreviewQueueOptions {
  /** Tells of a death that the worker itself can't. */
  createWorker(onDeath: () => void): Worker;
  send(event: PreviewEvent): void;
  /** How long an idle worker is kept. */
  idleMs?: number;
}

interface Order {
  request: PreviewRequest;
  resolve(answer: PreviewAnswer): void;
  reject(error: Error): void;
}

/** WebAssembly's memory never shrinks, and to load the networks again takes a fraction of a second. */
const IDLE_MS = 120_000;

/**
 * One preview at a time in a worker of its own, so that none waits for a running job. Chosen styles go before the
 * gallery's, and within both it's first come, first served.
 */
export class PreviewQueue {
  private readonly waiting: Order[] = [];
  private current: Order | null = null;
  private worker: Worker | null = null;
  private idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: PreviewQueueOptions) {}

  add(request: PreviewRequest): Promise<PreviewAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      this.startNext();
    });
  }

  /** The worker hears of the one that is being painted; whatever it still makes of it, nobody does. */
  cancel(ids: readonly string[]): null {
    const cancelled = [...this.waiting, ...(this.current ? [this.current] : [])].filter(({ request }) => ids.includes(request.id));
    for (const order of cancelled) {
      const index = this.waiting.indexOf(order);
      if (index >= 0) this.waiting.splice(index, 1);
      else this.post({ type: 'cancel', id: order.request.id });
      order.reject(new UserFacingError('cancelled', 'The preview is no longer wanted.'));
    }
    return null;
  }

  /** Forgets every order and gives the worker's memory back. */
  stop(): void {
    for (const order of [...this.waiting.splice(0), ...(this.current ? [this.current] : [])]) {
      order.reject(new UserFacingError('cancelled', 'The preview is no longer wanted.'));
    }
    this.current = null;
    clearTimeout(this.idleTimer);
    this.stopWorker();
  }

  private startNext(): void {
    if (this.current) return;
    const chosen = this.waiting.findIndex(({ request }) => request.priority === 'chosen');
    const [next] = this.waiting.splice(Math.max(0, chosen), 1);
    if (!next) return;
    clearTimeout(this.idleTimer);
    this.current = next;
    this.post({ type: 'paint', request: this.current.request });
  }

  private post(message: ToPreviewWorker): void {
    this.worker ??= this.startWorker();
    this.worker.postMessage(message);
  }

  private startWorker(): Worker {
    const worker = this.options.createWorker(() => {
      if (this.worker === worker) this.workerDied('');
    });
    worker.onmessage = ({ data }: MessageEvent<FromPreviewWorker>) => this.receive(data);
    worker.onerror = ({ message }) => this.workerDied(message);
    return worker;
  }

  private receive(message: FromPreviewWorker): void {
    const order = this.current;
    if (order?.request.id !== message.id) return;
    if (message.type === 'painted') {
      this.options.send({ id: message.id, picture: message.picture });
      order.resolve(message.answer);
    } else order.reject(new UserFacingError(message.failure.code, message.failure.message));
    this.done();
  }

  private workerDied(message: string): void {
    this.stopWorker();
    const reason = message ? ` (${message})` : '';
    this.current?.reject(new UserFacingError('preview-died', `The preview stopped unexpectedly${reason}; choose the style once more.`));
    this.done();
  }

  private done(): void {
    this.current = null;
    this.startNext();
    if (!this.current) this.idleTimer = setTimeout(() => this.stopWorker(), this.options.idleMs ?? IDLE_MS);
  }

  private stopWorker(): void {
    this.worker?.terminate();
    this.worker = null;
  }
}
