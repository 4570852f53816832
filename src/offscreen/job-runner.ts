import type { JobRequest, JobState } from '../protocol/job';
import { after, isAtWork, type LifeEvent } from '../protocol/job-life';
import type { JobEvent } from '../protocol/events';
import { UserFacingError } from '../protocol/failure';
import type { FromWorker, ToWorker } from './worker-messages';

export interface JobRunnerOptions {
  /** Tells of a death that the worker itself can't. */
  createWorker(onDeath: () => void): Worker;
  send(event: JobEvent): void;
  save(state: JobState): Promise<void>;
  loadLast(): Promise<JobState | null>;
  /** How long a worker may take to answer a cancellation before it is ended. */
  cancelMs?: number;
}

/** Longer than most evaluations take: a worker that ends in peace keeps its engine warm. */
const CANCEL_MS = 5000;

/** One job at a time. Its state outlives panel and service worker here, and this document in IndexedDB. */
export class JobRunner {
  private worker: Worker | null = null;
  private state: JobState | null = null;
  private cancelTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: JobRunnerOptions) {}

  async start(request: JobRequest): Promise<{ id: string }> {
    if (this.isRunning()) {
      throw new UserFacingError('job-running', 'A picture is being made already; cancel it or wait until it is done.');
    }
    const id = crypto.randomUUID();
    this.state = { id, status: 'queued', activity: 'Starting', request, progress: null, result: null, failure: null };
    this.change('begin');
    this.post({ type: 'run', id, request });
    return { id };
  }

  async cancel(id: string): Promise<null> {
    if (this.state?.id !== id || !this.change('cancel')) return null;
    this.post({ type: 'cancel', id });
    clearTimeout(this.cancelTimer);
    this.cancelTimer = setTimeout(() => this.endUnanswered(id), this.options.cancelMs ?? CANCEL_MS);
    return null;
  }

  async current(): Promise<JobState | null> {
    if (this.state) return this.state;
    const last = interrupted(await this.options.loadLast());
    // Meanwhile a job may have been started.
    this.state ??= last;
    return this.state;
  }

  isRunning(): boolean {
    return isAtWork(this.state?.status);
  }

  private post(message: ToWorker): void {
    this.worker ??= this.startWorker();
    this.worker.postMessage(message);
  }

  private startWorker(): Worker {
    const worker = this.options.createWorker(() => {
      if (this.worker === worker) this.workerDied('');
    });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.receive(data);
    worker.onerror = (event) => this.workerDied(event.message);
    return worker;
  }

  private receive(message: FromWorker): void {
    if (message.id !== this.state?.id) return;
    switch (message.type) {
      case 'activity':
        return this.say(message.activity);
      case 'progress':
        return void this.change('evaluate', { activity: 'Painting', progress: message.progress });
      case 'picture':
        return this.options.send({ type: 'picture', jobId: message.id, picture: message.picture });
      case 'finished':
        return void this.change('finish', { result: message.result });
      case 'cancelled':
        return void this.change('give-up');
      case 'failed':
        return void this.change('fail', { failure: message.failure });
    }
  }

  /** A worker that is busy for long, or hangs, or is no longer there. The last picture was told already. */
  private endUnanswered(id: string): void {
    if (!this.isRunning() || this.state?.id !== id) return;
    this.endWorker();
    this.change('give-up');
  }

  private endWorker(): void {
    this.worker?.terminate();
    this.worker = null;
  }

  private workerDied(message: string): void {
    this.endWorker();
    const reason = message ? ` (${message})` : '';
    this.change('die', {
      failure: {
        code: 'worker-died',
        message: `The optimiser stopped unexpectedly${reason}; choose a smaller size or another engine and start again.`,
      },
    });
  }

  private say(activity: string): void {
    if (!this.state) return;
    this.state = { ...this.state, activity };
    this.publish();
  }

  /** False where the event has no place in the job's life as it stands. */
  private change(event: LifeEvent, details: Partial<JobState> = {}): boolean {
    const status = this.state && after(this.state.status, event);
    if (!this.state || !status) return false;
    this.state = { ...this.state, ...details, status };
    this.publish();
    return true;
  }

  private publish(): void {
    if (!this.state) return;
    this.options.send({ type: 'state', state: this.state });
    // Progress alone is not worth a write to disk.
    if (this.state.status !== 'running') void this.options.save(this.state);
  }
}

/** A job that was running when its document was closed did not finish. */
function interrupted(state: JobState | null): JobState | null {
  const status = state && after(state.status, 'die');
  if (!status) return state;
  return { ...state, status, failure: { code: 'interrupted', message: 'The browser stopped the last run; start it again.' } };
}
