import type { Rectangle } from '../nst/engines/engine';
import type { ImageRef } from './layer';
import type { JobStatus } from './job-life';
import type { Failure } from './failure';
import type { RunForecast } from './forecast';
import type { RecentStyle } from './previews';

/** What the overlay could read of a picture on its page. */
export interface PictureRead {
  name: string;
  /** Base64 of a PNG; null where the browser keeps the page from reading its pixels. */
  png: string | null;
  /** Where the picture was loaded from, if it was. */
  address: string | null;
  /** What of it is in sight, in CSS pixels of the window; null if nothing is, or if it lies in a frame. */
  visible: Rectangle | null;
  /** Of the window, in CSS pixels: what a picture of the screen is measured by. */
  windowWidth: number;
}

export interface TakenPicture {
  image: ImageRef;
  width: number;
  height: number;
  /** `screen`: only what is in sight, in the screen's pixels. */
  from: 'page' | 'address' | 'screen';
  /** Where the whole picture lies, if it takes the user's permission to read it. */
  address: string | null;
}

/** An encoded picture on its way into a page. */
export interface EncodedPicture {
  /** Base64. */
  bytes: string;
  type: string;
}

/** A run of the optimisation for a picture of the page. */
export interface RefineOrder {
  image: ImageRef;
  style: RecentStyle;
  /** Longest side of what is painted, in pixels. */
  size: number;
  /** The run whose result it goes on from; null: the preview. */
  from: string | null;
}

export interface Refinement {
  status: JobStatus;
  /** Of the whole run's work, 0…1; null before the first evaluation. */
  fractionDone: number | null;
  remainingMs: number | null;
  /** The newest picture since the last question, at the end the one that is kept. */
  picture: EncodedPicture | null;
  /** How it ended, where a picture was kept. */
  outcome: RefineOutcome | null;
  failure: Failure | null;
}

export interface RefineOutcome {
  /** As it was painted, in pixels. */
  width: number;
  height: number;
  /** Before its last evaluation. */
  stopped: boolean;
  elapsedMs: number | null;
}

export type RefineCommand = 'pause' | 'resume' | 'stop' | 'cancel';

/** What the overlay in a page may ask of the service worker: all that content scripts reach. Who may is in docs/threat-model.md. */
export interface PageCalls {
  /** Stores a picture of the page, by whatever way is open. */
  takePicture(request: PictureRead): TakenPicture;
  /** Hands a picture to the panel, as content with the style that was chosen for it. */
  deliver(request: { task: 'content' | 'style'; picture: TakenPicture; name: string; style: RecentStyle | null }): null;
  /** The taken picture itself, which a weaker result is blended with. */
  original(request: { image: ImageRef }): EncodedPicture;
  preview(request: { image: ImageRef; style: RecentStyle; size: number }): EncodedPicture;
  /** What refining would take. */
  forecast(request: RefineOrder): RunForecast;
  /** Starts the optimisation. */
  refine(request: RefineOrder): { id: string };
  refinement(request: { id: string }): Refinement;
  /** `stop` keeps the best picture so far. */
  orderRefinement(request: { id: string; command: RefineCommand }): null;
  /** Opens the panel's history at the picture of a run; must follow a click. */
  openHistory(request: { id: string }): null;
  /** Opens the panel, which takes what is delivered next; must follow a click. */
  openPanel(request: null): null;
  /** Asks the user for the one host; must follow a click. */
  allowHost(request: { address: string }): { allowed: boolean };
}

/** What a context menu asks of the overlay in a page. */
export interface OverlayOrder {
  task: 'quick' | 'content' | 'style';
  /** Of the picture that was clicked, as far as the browser tells; null for canvases, backgrounds and drawings. */
  srcUrl: string | null;
  /** For `quick`: the one that was chosen, and those to change to. */
  style: RecentStyle | null;
  styles: RecentStyle[];
}

/** The overlay script's global function, known by this symbol in the extension's own world of a page. */
export const OVERLAY_SYMBOL = 'brushover.overlay';
