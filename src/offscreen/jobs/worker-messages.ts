import type { RgbaImage } from '../../nst/images/image';
import type { JobProgress, JobRequest, JobResult, KeptPicture } from '../../protocol/job';
import type { RunForecast } from '../../protocol/forecast';
import type { Failure } from '../../protocol/failure';

export type ToWorker =
  /** `resume`: from the last checkpoint, if one is kept. */
  | { type: 'run'; id: string; request: JobRequest; resume: boolean }
  | { type: 'pause' | 'stop' | 'cancel'; id: string }
  /** Asks for the picture of the last checkpoint of a job that was interrupted. */
  | { type: 'recover'; id: string; request: JobRequest }
  /** Asks what a run would take. `id` is the question's own. */
  | { type: 'forecast'; id: string; request: JobRequest }
  /** Asks for every engine to be timed anew. `id` is the question's own. */
  | { type: 'measure'; id: string };

export type FromWorker =
  | { type: 'activity'; id: string; activity: string }
  | { type: 'progress'; id: string; progress: JobProgress }
  | { type: 'picture'; id: string; picture: RgbaImage }
  /** A checkpoint is on the disk. */
  | { type: 'kept'; id: string }
  /** For people. */
  | { type: 'note'; id: string; note: string }
  | { type: 'finished'; id: string; result: JobResult; thumbnail: string | null }
  /** It ended without a result; `kept` is the last picture, if there is one. */
  | { type: 'paused' | 'cancelled'; id: string; kept: KeptPicture | null }
  /** `picture`: the result, where it could not be stored. */
  | { type: 'failed'; id: string; failure: Failure; kept: KeptPicture | null; picture: RgbaImage | null }
  | { type: 'recovered'; id: string; kept: KeptPicture | null }
  | { type: 'forecast'; id: string; forecast: RunForecast }
  /** There is none: it was given up for a run or another question, or the run itself would fail so. */
  | { type: 'no-forecast'; id: string; failure: Failure }
  | { type: 'measured'; id: string; failure: Failure | null };
