import type { RgbaImage } from '../nst/images/image';
import type { JobProgress, JobRequest, JobResult } from '../protocol/job';
import type { Failure } from '../protocol/failure';

export type ToWorker = { type: 'run'; id: string; request: JobRequest } | { type: 'cancel'; id: string };

export type FromWorker =
  | { type: 'activity'; id: string; activity: string }
  | { type: 'progress'; id: string; progress: JobProgress }
  | { type: 'picture'; id: string; picture: RgbaImage }
  | { type: 'finished'; id: string; result: JobResult }
  | { type: 'cancelled'; id: string }
  | { type: 'failed'; id: string; failure: Failure };
