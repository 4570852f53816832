import type { EngineName } from '../nst/engines/engine';
import type { RunReport } from '../nst/report';
import type { StyleTransferSettings } from '../nst/settings';
import type { Failure } from './failure';
import type { JobStatus } from './job-life';
import type { CapturedLayer, ImageRef, InsertOutcome } from './layer';

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
  /** The id of a network of the user's own; left out or null: the one that ships. */
  network?: string | null;
  /** Kept beside the result, so that it can be inserted whatever is open by then. */
  layer: CapturedLayer | null;
  /** Puts the result into the layer's editor as soon as it is there, whether or not a panel is open. */
  insertWhenFinished?: boolean;
  /** Stores the 8-bit inputs beside the result, too. */
  keepInputs?: boolean;
  /** Stores the result in 16 bits a channel as well. */
  deep?: boolean;
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
  /** In 16 bits a channel, where it was asked for. */
  deep?: ImageRef | null;
  width: number;
  height: number;
  /** The 8-bit content and styles exactly as the network saw them; null where nobody asked for them. */
  inputs: { content: ImageRef; styles: ImageRef[] } | null;
  report: RunReport;
  /** It was told to stop before its last evaluation, and can go on from there. */
  stopped: boolean;
}

/** The last picture of a job that has no result, at the layer's size. */
export interface KeptPicture {
  image: ImageRef;
  width: number;
  height: number;
  /** How many evaluations it has behind it. */
  evaluation: number;
}

/** A picture on the way of a run that the user kept, at the layer's size. */
export interface KeptMoment extends KeptPicture {
  /** Of the whole run's work, 0…1. */
  fractionDone: number;
}

/** What became of a result that was to be inserted by itself. */
export type Insertion = { outcome: InsertOutcome; failure: null } | { outcome: null; failure: Failure };

/** A job, kept in the offscreen document and in IndexedDB: a closed panel or a dead service worker loses nothing. */
export interface JobState {
  id: string;
  status: JobStatus;
  /** While capturing: what is being done, for people, such as "Measuring engines". */
  activity: string;
  request: JobRequest;
  progress: JobProgress | null;
  result: JobResult | null;
  kept: KeptPicture | null;
  /** In the order of their evaluations. */
  moments: readonly KeptMoment[];
  failure: Failure | null;
  insertion: Insertion | null;
  /** For people: what is worth knowing while it runs, such as a disk that is full. */
  notes: string[];
  /** In milliseconds since 1970. */
  createdAt: number;
  /** When it came to its present end; null while it waits or works. */
  endedAt: number | null;
  /** Of the picture, 160 pixels on the longest side. */
  thumbnail: ImageRef | null;
  /** Stays in the history. */
  pinned: boolean;
}

export function newJob(id: string, request: JobRequest): JobState {
  return {
    id,
    status: 'queued',
    activity: 'Starting',
    request,
    progress: null,
    result: null,
    kept: null,
    moments: [],
    failure: null,
    insertion: null,
    notes: [],
    createdAt: Date.now(),
    endedAt: null,
    thumbnail: null,
    pinned: false,
  };
}

/** Every stored picture that a job needs. */
export function picturesOf({ request, result, kept, moments, thumbnail }: JobState): ImageRef[] {
  const { content, styles, mask, keepMask, start, layer } = request;
  const ofRequest = [content, ...styles.flatMap((style) => [style.image, style.mask]), mask, keepMask, start];
  const ofResult = [result?.image, result?.deep, result?.inputs?.content, ...(result?.inputs?.styles ?? [])];
  const all = [...ofRequest, layer?.image, layer?.selectionMask, ...ofResult, kept?.image, ...moments.map(({ image }) => image), thumbnail];
  return all.filter((ref) => ref !== null && ref !== undefined);
}

/** What the new layer is called. */
export function layerNameOf({ styles }: JobRequest): string {
  return `Brushover · ${styles.map(({ name }) => name).join(' + ')}`;
}
