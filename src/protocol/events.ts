import type { RgbaImage } from '../nst/images/image';
import type { ExplorerEvent } from './explorer';
import type { JobState } from './job';
import type { Moment } from './moments';

/** What the offscreen document tells every open page of the extension. Structured clone carries the pixels. */
export type JobEvent =
  | { type: 'state'; state: JobState }
  /** A job is no longer in the history. */
  | { type: 'deleted'; jobId: string }
  /** The picture as it looks now. */
  | { type: 'picture'; jobId: string; moment: Moment }
  /** Those on the way so far, for a panel that opens later. */
  | { type: 'moments'; jobId: string; moments: readonly Moment[] }
  /** A finished picture that no storage took. */
  | { type: 'unstored'; jobId: string; picture: RgbaImage };

/** The newest picture of a job that an event brings, if it brings one. */
export function pictureIn(event: JobEvent): { jobId: string; picture: RgbaImage } | null {
  if (event.type === 'picture') return { jobId: event.jobId, picture: event.moment.picture };
  return event.type === 'unstored' ? event : null;
}

/** A preview's picture. */
export interface PreviewEvent {
  /** Of the request. */
  id: string;
  picture: RgbaImage;
}

const JOBS = 'brushover-job-events';
const PREVIEWS = 'brushover-previews';
const EXPLORER = 'brushover-explorer';

export const createJobEventSender = (): ((event: JobEvent) => void) => createSender(JOBS);

/** Returns a function that stops listening. */
export const onJobEvent = (listener: (event: JobEvent) => void): (() => void) => listen(JOBS, listener);

export const createPreviewSender = (): ((event: PreviewEvent) => void) => createSender(PREVIEWS);

/** Returns a function that stops listening. */
export const onPreview = (listener: (event: PreviewEvent) => void): (() => void) => listen(PREVIEWS, listener);

export const createExplorerSender = (): ((event: ExplorerEvent) => void) => createSender(EXPLORER);

/** Returns a function that stops listening. */
export const onExplored = (listener: (event: ExplorerEvent) => void): (() => void) => listen(EXPLORER, listener);

function createSender<Event>(name: string): (event: Event) => void {
  const channel = new BroadcastChannel(name);
  return (event) => channel.postMessage(event);
}

function listen<Event>(name: string, listener: (event: Event) => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = (message: MessageEvent<Event>) => listener(message.data);
  return () => channel.close();
}
