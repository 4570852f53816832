import type { Rectangle } from '../nst/engines/engine';
import type { ImageRef } from './layer';
import type { JobStatus } from './job-life';
import type { Failure } from './failure';
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
  width: number;
  height: number;
}

export interface Refinement {
  status: JobStatus;
  evaluation: number;
  evaluations: number;
  remainingMs: number | null;
  /** The newest picture since the last question, at the end the result. */
  picture: EncodedPicture | null;
  failure: Failure | null;
}

/** What the overlay in a page may ask of the service worker: all that content scripts reach. */
export interface PageCalls {
  /** Stores a picture of the page, by whatever way is open. */
  takePicture(request: PictureRead): TakenPicture;
  /** Hands a picture to the panel. */
  deliver(request: { task: 'content' | 'style'; picture: TakenPicture; name: string }): null;
  preview(request: { image: ImageRef; style: RecentStyle; strength: number; size: number }): EncodedPicture;
  /** Starts the optimisation from the preview. */
  refine(request: { image: ImageRef; style: RecentStyle; strength: number }): { id: string };
  refinement(request: { id: string }): Refinement;
  cancelRefinement(request: { id: string }): null;
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
