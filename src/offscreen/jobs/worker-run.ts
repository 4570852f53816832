import type { RgbaImage } from '../../nst/images/image';
import type { StyleTransferImages } from '../../nst/images/prepare-images';
import type { JobProgress, JobRequest } from '../../protocol/job';
import { failureOf } from '../../protocol/failure';
import { CheckpointKeeper, lastCheckpoint } from './checkpoint-keeper';
import { NotStoredError } from './not-stored-error';
import { keepPicture, loadImages, storeThumbnail } from './pictures';
import { runJob, type JobContext } from './run-job';
import type { FromWorker } from './worker-messages';

export type RunSurroundings = Pick<JobContext, 'version' | 'engineFor' | 'discardEngine' | 'hasOtherEngines' | 'loadNetwork'>;

/** One job in the Worker, and the orders that it takes between two evaluations. */
export class WorkerRun {
  private readonly abort = new AbortController();
  private readonly keeper: CheckpointKeeper;
  private ending: 'paused' | 'cancelled' | null = null;
  private isStopped = false;
  private images: StyleTransferImages | null = null;
  private progress: JobProgress | null = null;
  private last: { picture: RgbaImage; evaluation: number } | null = null;

  constructor(
    readonly id: string,
    private readonly request: JobRequest,
    private readonly surroundings: RunSurroundings,
    private readonly post: (message: FromWorker) => void,
  ) {
    this.keeper = new CheckpointKeeper({
      jobId: id,
      onKept: () => post({ type: 'kept', id }),
      onNote: (note) => post({ type: 'note', id, note }),
    });
  }

  async run(resume: boolean): Promise<void> {
    const { id } = this;
    try {
      this.post({ type: 'activity', id, activity: 'Reading pictures' });
      const checkpoint = resume ? await lastCheckpoint(id) : null;
      this.images = await loadImages(this.request);
      const { result, picture } = await runJob(this.request, this.images, this.context(checkpoint));
      this.post({ type: 'finished', id, result, thumbnail: await storeThumbnail(picture).catch(() => null) });
    } catch (error) {
      const picture = error instanceof NotStoredError ? error.picture : null;
      const kept = picture ? null : await keepPicture(this.request, this.images, this.last);
      if (this.ending && !picture) this.post({ type: this.ending, id, kept });
      else this.post({ type: 'failed', id, failure: failureOf(error), kept, picture });
    }
  }

  /** Until the first evaluation there is nothing to keep: the run begins again, or where it was to go on from. */
  pause(): void {
    const end = (): void => this.end('paused');
    if (this.progress) this.keeper.askFor(end);
    else end();
  }

  stop(): void {
    this.keeper.askFor(() => (this.isStopped = true));
  }

  cancel(): void {
    this.end('cancelled');
  }

  private end(how: 'paused' | 'cancelled'): void {
    this.ending = how;
    this.abort.abort(new DOMException('Ended by the user.', 'AbortError'));
  }

  private context(checkpoint: JobContext['resume']): JobContext {
    const { id } = this;
    return {
      ...this.surroundings,
      signal: this.abort.signal,
      resume: checkpoint,
      checkpoints: this.keeper,
      isStopped: () => this.isStopped,
      onActivity: (activity) => this.post({ type: 'activity', id, activity }),
      onProgress: (progress) => {
        this.progress = progress;
        this.post({ type: 'progress', id, progress });
      },
      onPicture: (picture) => {
        this.last = { picture, evaluation: this.progress?.evaluation ?? 0 };
        this.post({ type: 'picture', id, picture });
      },
    };
  }
}
