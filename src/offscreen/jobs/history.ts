import { failureOf } from '../../protocol/failure';
import { layerNameOf, type Insertion, type JobState } from '../../protocol/job';
import { insertionOf, type InsertOutcome, type JobEnd } from '../../protocol/layer';
import { deleteCheckpoints, jobsWithCheckpoints } from '../../storage/checkpoints';
import { imageSizes } from '../../storage/images';
import type { JobBook } from './job-book';
import { jobsToResume, jobsTooMany, tidyPictures } from './tidy';

/** A deleted job can be taken back for so long. */
const UNDO_MS = 5 * 60_000;

/** What becomes of jobs that are over. */
export class JobHistory {
  private readonly trash = new Map<string, JobState>();
  private tidying: Promise<void> = Promise.resolve();

  constructor(
    private readonly book: JobBook,
    /** Tells the service worker, which reaches into pages. */
    private readonly tellEnd: (end: JobEnd) => Promise<InsertOutcome | null>,
  ) {}

  async ended(state: JobState): Promise<void> {
    if (state.status === 'done' || state.status === 'failed') await this.tellAndInsert(state);
    this.tidy([]);
  }

  async pin(id: string, pinned: boolean): Promise<null> {
    await this.book.load();
    this.book.put(id, { pinned });
    return null;
  }

  async delete(id: string): Promise<null> {
    await this.book.load();
    const state = this.book.get(id);
    if (!state) return null;
    this.trash.set(id, state);
    await this.book.delete(id);
    setTimeout(() => {
      if (this.trash.delete(id)) this.tidy([state]);
    }, UNDO_MS);
    return null;
  }

  undelete(id: string): null {
    const state = this.trash.get(id);
    if (state && this.trash.delete(id)) this.book.add(state);
    return null;
  }

  private async tellAndInsert(state: JobState): Promise<void> {
    const { request, result, status } = state;
    const image = request.insertWhenFinished && !state.insertion ? result?.image : null;
    const insertion = image && request.layer ? insertionOf(request.layer, image, layerNameOf(request)) : null;
    try {
      const outcome = await this.tellEnd({ id: state.id, failed: status === 'failed', tabId: request.layer?.tabId ?? null, insertion });
      if (outcome) this.note(state, { outcome, failure: null });
    } catch (error) {
      if (insertion) this.note(state, { outcome: null, failure: failureOf(error) });
    }
  }

  private note({ id }: JobState, insertion: Insertion): void {
    this.book.put(id, { insertion });
  }

  /** One after the other; where the storage doesn't answer everything stays as it is. */
  private tidy(dropped: readonly JobState[]): void {
    this.tidying = this.tidying.then(() => this.tidyNow(dropped)).catch(() => undefined);
  }

  private async tidyNow(dropped: readonly JobState[]): Promise<void> {
    await this.book.load();
    const tooMany = jobsTooMany(this.book.all(), await imageSizes());
    for (const { id } of tooMany) await this.book.delete(id);
    const left = [...this.book.all(), ...this.trash.values()];
    await tidyPictures(left, [...dropped, ...tooMany]);
    const resumable = jobsToResume(left);
    for (const id of await jobsWithCheckpoints()) if (!resumable.has(id)) await deleteCheckpoints(id);
  }
}
