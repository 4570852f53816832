import type { JobRequest, JobState } from './job';
import type { CapturedLayer, InsertOutcome, InsertRequest } from './layer';
import type { PageCalls } from './overlay-calls';
import type { PreviewAnswer, PreviewRequest } from './previews';

/** Which context answers what: a missing handler is a type error. Arguments and results are JSON. */
interface Calls {
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
