import type { RgbaImage } from '../../nst/images/image';
import { newJob, type JobRequest, type JobState } from '../../protocol/job';
import { isAtWork } from '../../protocol/job-life';
import { UserFacingError } from '../../protocol/failure';
import type { RunForecast } from '../../protocol/forecast';
import type { JobEvent } from '../../protocol/events';
import { ForecastDesk } from './forecast-desk';
import { JobBook, type JobShelf } from './job-book';
import { MeasureDesk } from './measure-desk';
import { MomentsDesk } from './moments-desk';
import { lineOf, nextInLine, tabOf } from './queue-order';
import type { FromWorker, ToWorker } from './worker-messages';

export interface JobRunnerOptions {
  /** Tells of a death that the worker itself can't. */
  createWorker(onDeath: () => void): Worker;
  send(event: JobEvent): void;
  shelf: JobShelf;
  /** A job came to its end: what is to be inserted is, and pictures that nobody needs are deleted. */
  onEnd?(state: JobState): void;
  /** How long a worker may take to answer a cancellation before it is ended. */
  cancelMs?: number;
}

/** Longer than most evaluations take: a worker that ends in peace keeps its engine warm. */
const CANCEL_MS = 5000;
/** A worker that dies again and again at the same place is not started again. */
const MOST_DEATHS = 2;

/** Jobs wait in a queue and run one at a time. Their states outlive panel and service worker here, and this document in IndexedDB. */
export class JobRunner {
  readonly book: JobBook;
  readonly moments: MomentsDesk;
  private worker: Worker | null = null;
  /** At work. */
  private currentId: string | null = null;
  private lastTab: number | null | undefined;
  /** Waiting jobs, in the order in which they were asked for. */
  private line: string[] = [];
  private readonly deaths = new Map<string, number>();
  /** A finished picture that no storage took, for panels that are opened later. */
  private unstored: { id: string; picture: RgbaImage } | null = null;
  private readonly forecasts = new ForecastDesk();
  private readonly measurements = new MeasureDesk();
  private cancelTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: JobRunnerOptions) {
    this.book = new JobBook(options.shelf, options.send);
    this.moments = new MomentsDesk(this.book, options.send);
  }

  async start(request: JobRequest): Promise<{ id: string }> {
    const id = crypto.randomUUID();
    this.book.add(newJob(id, request));
    this.line.push(id);
    this.startNext();
    // What was stored before is taken in beside it.
    void this.load();
    return { id };
  }

  /** Rejects while a job is at work, which the engine belongs to. */
  async forecast(request: JobRequest): Promise<RunForecast> {
    if (this.currentId)
      throw new UserFacingError('job-running', 'A picture is being made; what the next one takes is told when it is done.');
    return this.forecasts.ask(request, (message) => this.post(message));
  }

  /** Rejects while a job is at work, too. */
  async measureEngines(): Promise<null> {
    if (this.currentId) throw new UserFacingError('job-running', 'A picture is being made; measure the engines again when it is done.');
    this.forecasts.giveUp();
    return this.measurements.ask((message) => this.post(message));
  }

  async pause(id: string): Promise<null> {
    if (this.book.change(id, 'pause')) {
      if (id === this.currentId) this.post({ type: 'pause', id });
      else this.leaveLine(id, Date.now());
    }
    return null;
  }

  async stop(id: string): Promise<null> {
    if (id === this.currentId && this.book.change(id, 'stop')) this.post({ type: 'stop', id });
    return null;
  }

  async cancel(id: string): Promise<null> {
    await this.loadUnlessKnown(id);
    if (!this.book.change(id, 'cancel')) return null;
    if (id !== this.currentId) {
      this.leaveLine(id, Date.now());
      this.ended(id);
      return null;
    }
    this.post({ type: 'cancel', id });
    clearTimeout(this.cancelTimer);
    this.cancelTimer = setTimeout(() => this.endUnanswered(id), this.options.cancelMs ?? CANCEL_MS);
    return null;
  }

  async resume(id: string): Promise<null> {
    await this.loadUnlessKnown(id);
    if (!this.book.change(id, 'resume', { failure: null, endedAt: null, activity: 'Starting' })) return null;
    this.deaths.delete(id);
    this.line.push(id);
    this.startNext();
    return null;
  }

  async moveUp(id: string): Promise<null> {
    const index = this.line.indexOf(id);
    if (index > 0) {
      this.line.splice(index, 1);
      this.line.splice(index - 1, 0, id);
      this.book.put(id, {}, false);
    }
    return null;
  }

  /** The job at work, or else the newest. */
  async current(): Promise<JobState | null> {
    if (this.currentId) return this.book.get(this.currentId);
    await this.load();
    if (this.currentId) return this.book.get(this.currentId);
    return this.book
      .all()
      .reduce<JobState | null>((newest, state) => (newest && newest.createdAt >= state.createdAt ? newest : state), null);
  }

  async job(id: string): Promise<JobState | null> {
    await this.loadUnlessKnown(id);
    return this.book.get(id);
  }

  /** The newest first; those that wait in the order in which they will begin. */
  async jobs(): Promise<JobState[]> {
    await this.load();
    this.tellUnstored();
    const waiting = lineOf(this.waiting(), this.lastTab);
    const others = this.book.all().filter(({ status }) => status !== 'queued');
    return [...waiting, ...others.sort((a, b) => b.createdAt - a.createdAt)];
  }

  /** To a panel that has learned of the job just now. */
  private tellUnstored(): void {
    const { unstored } = this;
    if (unstored) this.options.send({ type: 'unstored', jobId: unstored.id, picture: unstored.picture });
  }

  isRunning(): boolean {
    return this.currentId !== null;
  }

  private async loadUnlessKnown(id: string): Promise<void> {
    if (!this.book.get(id)) await this.load();
  }

  /** Jobs that the browser ended keep their last picture; those that waited go on waiting here. */
  private async load(): Promise<void> {
    const known = new Set(this.book.all().map(({ id }) => id));
    await this.book.load();
    for (const state of this.book.all()) {
      if (known.has(state.id) || this.line.includes(state.id)) continue;
      if (state.status === 'queued') this.line.push(state.id);
      if (state.status === 'interrupted' && !state.kept) this.post({ type: 'recover', id: state.id, request: state.request });
    }
    this.startNext();
  }

  private waiting(): JobState[] {
    return this.line.map((id) => this.book.get(id)).filter((state) => state !== null);
  }

  private startNext(): void {
    if (this.currentId) return;
    const next = nextInLine(this.waiting(), this.lastTab);
    if (!next || !this.book.change(next.id, 'begin')) return;
    this.leaveLine(next.id, null);
    this.currentId = next.id;
    this.forecasts.giveUp();
    this.lastTab = tabOf(next);
    this.post({ type: 'run', id: next.id, request: next.request, resume: next.progress !== null });
  }

  private leaveLine(id: string, endedAt: number | null): void {
    this.line = this.line.filter((one) => one !== id);
    if (endedAt !== null) this.book.put(id, { endedAt });
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
    const { id } = message;
    if (message.type === 'measured') return this.measurements.answered(id, message.failure);
    if (message.type === 'forecast' || message.type === 'no-forecast') return this.forecasts.answered(message);
    if (message.type === 'recovered') return this.book.put(id, { kept: message.kept });
    if (id !== this.currentId) return;
    switch (message.type) {
      case 'activity':
        return this.book.put(id, { activity: message.activity }, false);
      case 'progress':
        return void this.book.change(id, 'evaluate', { activity: 'Painting', progress: message.progress });
      case 'picture':
        return this.moments.take(id, message.picture);
      case 'kept':
        this.deaths.delete(id);
        return this.book.put(id, {});
      case 'note':
        return this.book.note(id, message.note);
      case 'finished':
        return this.end(id, () => this.book.change(id, 'finish', { result: message.result, thumbnail: message.thumbnail, ...now() }));
      case 'paused':
        return this.end(id, () => this.book.change(id, 'put-aside', { kept: message.kept, ...now() }));
      case 'cancelled':
        return this.end(id, () => this.book.change(id, 'give-up', { kept: message.kept, ...now() }));
      case 'failed':
        if (message.picture) this.unstored = { id, picture: message.picture };
        this.tellUnstored();
        return this.end(id, () => this.book.change(id, 'fail', { failure: message.failure, kept: message.kept, ...now() }));
    }
  }

  /** A worker that is busy for long, or hangs, or is no longer there. The last picture was told already. */
  private endUnanswered(id: string): void {
    if (id !== this.currentId) return;
    this.endWorker();
    this.end(id, () => this.book.change(id, 'give-up', now()));
  }

  private endWorker(): void {
    this.forecasts.giveUp();
    this.measurements.giveUp();
    this.worker?.terminate();
    this.worker = null;
  }

  /** The run goes on from its last checkpoint, unless it was about to end or dies there again. */
  private workerDied(message: string): void {
    this.endWorker();
    const id = this.currentId;
    if (!id) return;
    const wasStopping = this.book.get(id)?.status === 'stopping';
    const deaths = (this.deaths.get(id) ?? 0) + 1;
    this.deaths.set(id, deaths);
    clearTimeout(this.cancelTimer);
    this.currentId = null;
    this.book.change(id, 'die', { failure: { code: 'worker-died', message: diedOf(message) }, ...now() });
    if (wasStopping || deaths > MOST_DEATHS) {
      this.post({ type: 'recover', id, request: this.book.get(id)!.request });
      this.ended(id);
      this.startNext();
    } else this.goOn(id);
  }

  private goOn(id: string): void {
    if (!this.book.change(id, 'resume', { failure: null, endedAt: null, activity: 'Going on' })) return;
    this.line.unshift(id);
    this.lastTab = undefined;
    this.startNext();
  }

  private end(id: string, change: () => boolean): void {
    clearTimeout(this.cancelTimer);
    this.currentId = null;
    // A Worker that ends what nobody told it to end is no longer at work on it.
    if (!change()) this.book.change(id, 'die', { failure: { code: 'worker-died', message: diedOf('') }, ...now() });
    this.ended(id);
    this.startNext();
  }

  private ended(id: string): void {
    const state = this.book.get(id);
    if (state && !isAtWork(state.status)) this.options.onEnd?.(state);
  }
}

function diedOf(message: string): string {
  const reason = message ? ` (${message})` : '';
  return `The optimiser stopped unexpectedly${reason}; go on from its last checkpoint, or choose a smaller size or another engine.`;
}

function now(): Pick<JobState, 'endedAt'> {
  return { endedAt: Date.now() };
}
