import { inTime } from '../../protocol/in-time';
import type { JobState } from '../../protocol/job';
import { after, type LifeEvent } from '../../protocol/job-life';
import type { JobEvent } from '../../protocol/events';

export interface JobShelf {
  load(): Promise<JobState[]>;
  save(state: JobState): Promise<void>;
  delete(id: string): Promise<void>;
}

/** A database that is blocked, by an older version of the extension for example, is not waited for longer. */
const PATIENCE_MS = 5000;

const NOT_STORED =
  'The browser does not let Brushover store anything (the disk may be full, or the window private): save the picture before you close the browser.';
const INTERRUPTED = 'The browser stopped this run; it can go on from its last checkpoint.';

/** The states of all jobs, each change of which is published and stored. Where nothing can be stored they live on here, and say so. */
export class JobBook {
  private readonly states = new Map<string, JobState>();
  private loading: Promise<void> | null = null;

  constructor(
    private readonly shelf: JobShelf,
    private readonly send: (event: JobEvent) => void,
  ) {}

  /** Takes in what was stored before, once; what was added meanwhile stays as it is. */
  load(): Promise<void> {
    this.loading ??= this.read();
    return this.loading;
  }

  /** Takes in what was stored since, and tells of it. */
  async readAnew(): Promise<null> {
    await this.load();
    const known = new Set(this.states.keys());
    await this.read();
    for (const state of this.all()) if (!known.has(state.id)) this.publish(state, false);
    return null;
  }

  get(id: string): JobState | null {
    return this.states.get(id) ?? null;
  }

  all(): JobState[] {
    return [...this.states.values()];
  }

  add(state: JobState): void {
    this.states.set(state.id, state);
    this.publish(state, true);
  }

  /** False where the event has no place in the job's life as it stands. */
  change(id: string, event: LifeEvent, details: Partial<JobState> = {}): boolean {
    const state = this.states.get(id);
    const status = state && after(state.status, event);
    if (!status) return false;
    // An evaluation alone is not worth a write to the disk.
    this.put(id, { ...details, status }, event !== 'evaluate');
    return true;
  }

  put(id: string, details: Partial<JobState>, isStored = true): void {
    const state = this.states.get(id);
    if (!state) return;
    const changed = { ...state, ...details };
    this.states.set(id, changed);
    this.publish(changed, isStored);
  }

  note(id: string, note: string): void {
    const state = this.states.get(id);
    if (state && !state.notes.includes(note)) this.put(id, { notes: [...state.notes, note] });
  }

  async delete(id: string): Promise<void> {
    if (!this.states.delete(id)) return;
    this.send({ type: 'deleted', jobId: id });
    await this.shelf.delete(id).catch(() => undefined);
  }

  private async read(): Promise<void> {
    const stored = await inTime(this.shelf.load(), PATIENCE_MS, new Error('The database does not answer.')).catch(() => []);
    for (const state of stored) {
      if (this.states.has(state.id)) continue;
      this.states.set(state.id, state);
      this.change(state.id, 'die', { failure: { code: 'interrupted', message: INTERRUPTED }, endedAt: Date.now() });
    }
  }

  private publish(state: JobState, isStored: boolean): void {
    this.send({ type: 'state', state });
    if (isStored) void this.shelf.save(state).catch(() => this.tellNotStored(state.id));
  }

  private tellNotStored(id: string): void {
    const state = this.states.get(id);
    if (!state || state.notes.includes(NOT_STORED)) return;
    this.put(id, { notes: [...state.notes, NOT_STORED] }, false);
  }
}
