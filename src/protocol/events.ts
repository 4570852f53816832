import type { RgbaImage } from '../nst/images/image';
import type { JobState } from './calls';

/** What the offscreen document tells every open page of the extension. */
export type JobEvent =
  | { type: 'state'; state: JobState }
  /** The picture as it looks now; structured clone carries the pixels. */
  | { type: 'picture'; jobId: string; picture: RgbaImage };

const CHANNEL = 'brushover-job-events';

export function createJobEventSender(): (event: JobEvent) => void {
  const channel = new BroadcastChannel(CHANNEL);
  return (event) => channel.postMessage(event);
}

/** Returns a function that stops listening. */
export function onJobEvent(listener: (event: JobEvent) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (message: MessageEvent<JobEvent>) => listener(message.data);
  return () => channel.close();
}
