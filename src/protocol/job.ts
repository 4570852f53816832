import type { EngineName } from '../nst/engines/engine';
import type { RunReport } from '../nst/report';
import type { StyleTransferSettings } from '../nst/settings';
import type { Failure } from './failure';
import type { JobStatus } from './job-life';
import type { CapturedLayer, ImageRef } from './layer';

export interface StyleChoice {
  image: ImageRef;
  name: string;
  /** Relative to the other styles of the job. */
  weight: number;
  /** Where this style applies: a picture whose brightness is the guidance; null means everywhere. */
  mask: ImageRef | null;
}

export interface JobRequest {
  content: ImageRef;
  styles: StyleChoice[];
  /** Limits the change: a picture whose brightness times alpha is the selection; null means the whole layer. */
  mask: ImageRef | null;
  /** Where shapes are kept: a picture, white where most; left out or null: everywhere alike. */
  keepMask?: ImageRef | null;
  /** G before the first evaluation, such as a preview; without it as `settings.init` says. */
  start?: ImageRef | null;
  /** Longest side of G in pixels; null keeps the content's size. */
  size: number | null;
  engine: EngineName | 'auto';
  settings: StyleTransferSettings;
  /** Kept beside the result, so that a reopened panel can still insert it. */
  layer: CapturedLayer | null;
}

export interface JobProgress {
  evaluation: number;
  evaluations: number;
  scale: number;
  scales: number;
  width: number;
  height: number;
  elapsedMs: number;
  /** Estimate for the rest of the run; null before the first evaluation is timed. */
  remainingMs: number | null;
  /** Of the whole run's work, 0…1. */
  fractionDone: number;
  content: number;
  style: number;
  tv: number;
  total: number;
}

export interface JobResult {
  /** G; enlarged to the layer's size where a layer was captured. */
  image: ImageRef;
  width: number;
  height: number;
  /** The 8-bit content and styles exactly as the network saw them. */
  inputs: { content: ImageRef; styles: ImageRef[] };
  report: RunReport;
}

/** The last job, kept in the offscreen document and in IndexedDB: a closed panel or a dead service worker loses nothing. */
export interface JobState {
  id: string;
  status: JobStatus;
  /** While capturing: what is being done, for people, such as "Measuring engines". */
  activity: string;
  request: JobRequest;
  progress: JobProgress | null;
  result: JobResult | null;
  failure: Failure | null;
}
