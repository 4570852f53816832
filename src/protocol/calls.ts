import type { LayerRequest, RebuildRequest } from './explorer';
import type { RunForecast } from './forecast';
import type { FoundMask, MaskRequest } from './found-masks';
import type { JobRequest, JobState, KeptMoment } from './job';
import type { CapturedLayer, CaptureRequest, EditorLayers, InsertOutcome, InsertRequest, JobEnd } from './layer';
import type { PageCalls } from './overlay-calls';
import type { PreviewAnswer, PreviewRequest } from './previews';

/** What the offscreen document does, and the service worker passes on to it. */
interface Work {
  /** Times every engine anew, which takes seconds, and keeps what is found; refused while a job is at work. */
  measureEngines(request: null): null;
  /** Queues the job; it begins as soon as its turn comes. */
  startJob(request: JobRequest): { id: string };
  cancelJob(request: { id: string }): null;
  /** Puts it aside with a checkpoint. */
  pauseJob(request: { id: string }): null;
  /** Ends it with the best picture so far as its result. */
  stopJob(request: { id: string }): null;
  /** Goes on with a job that was paused, interrupted, stopped or cancelled, from its last checkpoint. */
  resumeJob(request: { id: string }): null;
  /** In the queue. */
  moveJobUp(request: { id: string }): null;
  pinJob(request: { id: string; pinned: boolean }): null;
  /** What a run would take; times it on the engine, so only while no job is at work, and the newest question is the only one that counts. */
  forecastJob(request: JobRequest): RunForecast;
  /** From the history; can be taken back for some minutes. */
  deleteJob(request: { id: string }): null;
  undeleteJob(request: { id: string }): null;
  /** The job at work, or else the newest one; null if there is none. */
  currentJob(request: null): JobState | null;
  /** Jobs that another page of the extension has stored are taken in. */
  readHistory(request: null): null;
  /** With every row of its report; null if it is not known. */
  job(request: { id: string }): JobState | null;
  /** Tells the pictures on a job's way as a `JobEvent`. */
  tellMoments(request: { id: string }): null;
  /** Stores one of them, at the layer's size, with the job. */
  keepMoment(request: { id: string; evaluation: number }): KeptMoment;
  dropMoment(request: { id: string; evaluation: number }): null;
  /** All that are known, newest first, those that wait in their order; without the rows of their reports. */
  jobs(request: null): JobState[];
  /** Paints a preview; its pixels come as a `PreviewEvent`. Runs beside a job, in a worker of its own. */
  preview(request: PreviewRequest): PreviewAnswer;
  /** Those that wait are forgotten; their calls reject with the code "cancelled". */
  cancelPreviews(request: { ids: string[] }): null;
  /** What a layer of the network sees in a picture; comes as an `ExplorerEvent`. A newer question ends an older one. */
  exploreLayer(request: LayerRequest): null;
  /** Makes the picture anew from what the layer sees, in seconds; comes as `ExplorerEvent`s. Only while no job is at work. */
  rebuildLayer(request: RebuildRequest): null;
  /** Its call rejects with the code "cancelled". */
  cancelExploring(request: { id: string }): null;
  /** Looks for faces, the subject or what is behind it. */
  findMask(request: MaskRequest): FoundMask;
}

/** Which context answers what: a missing handler is a type error. Arguments and results are JSON. */
interface Calls {
  background: Work & {
    /** Captures the current layer of the editor in this tab, or the one that is `wanted`. */
    captureLayer(request: CaptureRequest): CapturedLayer;
    /** What the editor in this tab can be asked for; null where it tells of no other layers than the current one. */
    editorLayers(request: { tabId: number }): EditorLayers | null;
    /** Puts a picture into the editor as a new layer. */
    insertLayer(request: InsertRequest): InsertOutcome;
    /** The offscreen document says that a job is over: the icon is marked, and the picture inserted if it is to be. */
    jobEnded(request: JobEnd): InsertOutcome | null;
  };
  offscreen: Work;
  /** Answered by the service worker, for overlays in pages. */
  page: PageCalls;
}

/** Who called. */
export interface Caller {
  /** Null for the extension's pages that are no tabs. */
  tabId: number | null;
  windowId: number | null;
  frameId: number | null;
  /** Of the frame's document; null where the browser does not tell. */
  documentId: string | null;
}

export type Context = keyof Calls;
export type CallName<C extends Context> = keyof Calls[C] & string;
type Handler<C extends Context, N extends CallName<C>> = Calls[C][N] extends (request: infer Q) => infer A
  ? (request: Q, caller: Caller) => A | Promise<A>
  : never;
export type Handlers<C extends Context> = { [N in CallName<C>]: Handler<C, N> };
export type RequestOf<C extends Context, N extends CallName<C>> = Calls[C][N] extends (request: infer Q) => unknown ? Q : never;
export type AnswerOf<C extends Context, N extends CallName<C>> = Calls[C][N] extends (request: never) => infer A ? A : never;
