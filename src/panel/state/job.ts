import { computed, signal } from '@preact/signals';
import type { RgbaImage } from '../../nst/images/image';
import type { JobState } from '../../protocol/job';
import { isAtWork } from '../../protocol/job-life';
import { onJobEvent, type JobEvent } from '../../protocol/events';
import { failureOf } from '../../protocol/failure';
import { call } from '../../protocol/messages';
import { loadImage } from '../../storage/images';
import { createPictureUrl } from '../components/picture-url';

/** The running or last job, as the offscreen document tells it. */
export const job = signal<JobState | null>(null);
/** G as it looked when it last was shown; stays when the job is cancelled or fails. */
export const livePicture = signal<RgbaImage | null>(null);
export interface LossPoint {
  evaluation: number;
  total: number;
}

/** J by evaluation, as far as this panel has heard. */
export const losses = signal<readonly LossPoint[]>([]);
/** What kept a job from starting, or the panel from learning of one. */
export const runError = signal<string | null>(null);

const result = createPictureUrl();
const content = createPictureUrl();
export const resultUrl = computed(() => result.url.value);
/** The picture that the job began with, for comparing. */
export const contentUrl = computed(() => content.url.value);

export const isRunning = computed(() => isAtWork(job.value?.status));
const cancelling = signal<string | null>(null);
/** Cancel was pressed; the job ends with the evaluation that it is in. */
export const isCancelling = computed(() => isRunning.value && cancelling.value === job.value?.id);

export const isOver = computed(() => job.value !== null && !isRunning.value);

/** Returns a function that stops listening. */
export function followJobs(): () => void {
  return onJobEvent(handleJobEvent);
}

/** Shows the job that ran, or still runs, while the panel was closed. */
export async function restoreJob(): Promise<void> {
  try {
    const state = await call('background', 'currentJob', null);
    if (state && !job.value && (await isStored(state.request.content))) showState(state);
  } catch (error) {
    runError.value = failureOf(error).message;
  }
}

export function handleJobEvent(event: JobEvent): void {
  if (event.type === 'state') showState(event.state);
  else if (event.jobId === job.value?.id) livePicture.value = event.picture;
}

export function showState(state: JobState): void {
  if (state.id !== job.value?.id) forgetLastJob(state);
  job.value = state;
  recordLosses(state);
  if (state.result && !resultUrl.value) void showStored(state.result.image, state.id, result.show);
}

export async function cancelJob(): Promise<void> {
  if (!job.value) return;
  cancelling.value = job.value.id;
  try {
    await call('background', 'cancelJob', { id: job.value.id });
  } catch (error) {
    cancelling.value = null;
    runError.value = failureOf(error).message;
  }
}

function forgetLastJob(next: JobState): void {
  livePicture.value = null;
  losses.value = [];
  runError.value = null;
  result.show(null);
  content.show(null);
  void showStored(next.request.content, next.id, content.show);
}

function recordLosses({ progress, result: done }: JobState): void {
  if (done) losses.value = done.report.evaluations.map(({ evaluation, total }) => ({ evaluation, total }));
  else if (progress && progress.evaluation > (losses.value.at(-1)?.evaluation ?? 0)) {
    losses.value = [...losses.value, { evaluation: progress.evaluation, total: progress.total }];
  }
}

/** Pictures of a job of long ago are cleaned up, and there is nothing to show of it. */
async function isStored(image: string): Promise<boolean> {
  return loadImage(image).then(
    () => true,
    () => false,
  );
}

async function showStored(image: string, jobId: string, show: (blob: Blob) => void): Promise<void> {
  try {
    const blob = await loadImage(image);
    if (job.value?.id === jobId) show(blob);
  } catch (error) {
    runError.value = failureOf(error).message;
  }
}
