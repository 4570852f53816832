import type { ExplorerEvent } from '../../protocol/explorer';
import { UserFacingError } from '../../protocol/failure';
import type { ExplorerOrder, FromExplorerWorker } from './worker-messages';

export interface ExplorerDeskOptions {
  /** Tells of a death that the worker itself can't. */
  createWorker(onDeath: () => void): Worker;
  send(event: ExplorerEvent): void;
  /** How long an idle worker is kept. */
  idleMs?: number;
}

interface Current {
  id: string;
  resolve(): void;
  reject(error: Error): void;
}

/** The network holds 60 MB, and WebAssembly's memory never shrinks. */
const IDLE_MS = 60_000;

export const JOB_RUNNING = 'A picture is being made; the layers can be looked at when it is done.';

/** Takes the newest order alone: who looks at another layer waits for no earlier one. */
export class ExplorerDesk {
  private current: Current | null = null;
  private worker: Worker | null = null;
  private idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: ExplorerDeskOptions) {}

  order(order: ExplorerOrder): Promise<null> {
    const { id } = order.request;
    if (this.current) this.cancel(this.current.id);
    clearTimeout(this.idleTimer);
    return new Promise((resolve, reject) => {
      this.current = { id, resolve: () => resolve(null), reject };
      this.worker ??= this.startWorker();
      this.worker.postMessage(order);
    });
  }

  cancel(id: string): null {
    if (this.current?.id !== id) return null;
    this.worker?.postMessage({ type: 'cancel', id });
    this.current.reject(new UserFacingError('cancelled', 'Another layer is looked at by now; choose this one again to see it.'));
    this.done();
    return null;
  }

  /** A job needs the machine: gives the worker's memory back. */
  stop(): void {
    this.current?.reject(new UserFacingError('job-running', JOB_RUNNING));
    this.current = null;
    clearTimeout(this.idleTimer);
    this.stopWorker();
  }

  private startWorker(): Worker {
    const worker = this.options.createWorker(() => {
      if (this.worker === worker) this.workerDied();
    });
    worker.onmessage = ({ data }: MessageEvent<FromExplorerWorker>) => this.receive(data);
    worker.onerror = () => this.workerDied();
    return worker;
  }

  private receive(message: FromExplorerWorker): void {
    const order = this.current;
    if (order?.id !== message.id) return;
    if (message.type === 'failed') order.reject(new UserFacingError(message.failure.code, message.failure.message));
    else this.options.send(message);
    if (message.type === 'progress') return;
    order.resolve();
    this.done();
  }

  private workerDied(): void {
    this.stopWorker();
    this.current?.reject(
      new UserFacingError('explorer-died', 'The layer’s view stopped unexpectedly; close other tabs and choose it again.'),
    );
    this.done();
  }

  private done(): void {
    this.current = null;
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => this.stopWorker(), this.options.idleMs ?? IDLE_MS);
  }

  private stopWorker(): void {
    this.worker?.terminate();
    this.worker = null;
  }
}
