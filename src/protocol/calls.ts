import type { EngineName, Rectangle } from '../nst/engines/engine';
import type { StyleTransferSettings } from '../nst/settings';
import type { Failure } from './failure';
import type { PageCalls } from './overlay-calls';
import type { PreviewAnswer, PreviewRequest } from './previews';
import type { RunReport } from '../nst/report';

/** The key of a picture in the extension's own IndexedDB: pixels never travel in runtime messages. */
export type ImageRef = string;

/** A layer as it was captured; where G has to go back to. */
export interface CapturedLayer {
  tabId: number;
  /** The adapter that captured it, such as "konva". */
  editor: string;
  /** For people, such as "Konva editor". */
  editorTitle: string;
  /** The editor's own key of the layer, so that G lands above it even if another layer is current by then. */
  layerId: string;
  layerName: string;
  image: ImageRef;
  width: number;
  height: number;
  /** Where the picture lies in the document, in document pixels. */
  x: number;
  y: number;
  documentWidth: number;
  documentHeight: number;
  /** The editor's selection in document pixels, if there is one. */
  selection: Rectangle | null;
  /** The selection's exact shape where the editor tells it: white where selected, of the layer picture's size. */
  selectionMask: ImageRef | null;
}

export interface InsertRequest {
  tabId: number;
  image: ImageRef;
  /** Of the new layer, such as "Brushover · starlit swirls". */
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The `layerId` above which it goes; null: above the current layer. */
  above: string | null;
}

export interface InsertOutcome {
  /** How the picture got in. */
  way: 'layer' | 'paste' | 'drop' | 'clipboard' | 'download';
  /** For people: what happened and how to undo it. */
  message: string;
}

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

export type JobStatus = 'preparing' | 'running' | 'finished' | 'cancelled' | 'failed';

/** The last job, kept in the offscreen document and in IndexedDB: a closed panel or a dead service worker loses nothing. */
export interface JobState {
  id: string;
  status: JobStatus;
  /** While preparing: what is being done, for people, such as "Measuring engines". */
  activity: string;
  request: JobRequest;
  progress: JobProgress | null;
  result: JobResult | null;
  failure: Failure | null;
}

/** Which context answers what: a missing handler is a type error. Arguments and results are JSON. */
export interface Calls {
  background: {
    /** Captures the current layer of the editor in this tab. */
    captureLayer(request: { tabId: number }): CapturedLayer;
    /** Puts a picture into the editor as a new layer. */
    insertLayer(request: InsertRequest): InsertOutcome;
    /** Starts the offscreen document if need be, and the job in it. */
    startJob(request: JobRequest): { id: string };
    cancelJob(request: { id: string }): null;
    /** The running or last job; null if there is none. */
    currentJob(request: null): JobState | null;
    /** Paints a preview; its pixels come as a `PreviewEvent`. Runs beside a job, in a worker of its own. */
    preview(request: PreviewRequest): PreviewAnswer;
    /** Those that wait are forgotten; their calls reject with the code "cancelled". */
    cancelPreviews(request: { ids: string[] }): null;
  };
  offscreen: {
    startJob(request: JobRequest): { id: string };
    cancelJob(request: { id: string }): null;
    currentJob(request: null): JobState | null;
    preview(request: PreviewRequest): PreviewAnswer;
    cancelPreviews(request: { ids: string[] }): null;
  };
  /** Answered by the service worker, for overlays in pages. */
  page: PageCalls;
}

/** Who called. */
export interface Caller {
  /** Null for the extension's pages that are no tabs. */
  tabId: number | null;
  windowId: number | null;
}

export type Context = keyof Calls;
export type CallName<C extends Context> = keyof Calls[C] & string;
type Handler<C extends Context, N extends CallName<C>> = Calls[C][N] extends (request: infer Q) => infer A
  ? (request: Q, caller: Caller) => A | Promise<A>
  : never;
export type Handlers<C extends Context> = { [N in CallName<C>]: Handler<C, N> };
export type RequestOf<C extends Context, N extends CallName<C>> = Calls[C][N] extends (request: infer Q) => unknown ? Q : never;
export type AnswerOf<C extends Context, N extends CallName<C>> = Calls[C][N] extends (request: never) => infer A ? A : never;
