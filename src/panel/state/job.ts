import { computed, signal } from '@preact/signals';
import type { RgbaImage } from '../../nst/images/image';
import type { JobState } from '../../protocol/job';
import { isAtWork, isUnfinished } from '../../protocol/job-life';
import { onJobEvent, type JobEvent } from '../../protocol/events';
import { failureOf } from '../../protocol/failure';
import { call } from '../../protocol/messages';
import { withMoment, type Moment } from '../../protocol/moments';
import { loadImage } from '../../storage/images';
import { createPictureUrl } from '../components/picture-url';

/** The job that is shown, running or the last one, as the offscreen document tells it. */
export const job = signal<JobState | null>(null);
/** All jobs that are known: those that wait in their order, then the newest first. */
export const jobs = signal<readonly JobState[]>([]);
/** G as it looked when it last was shown; stays when the job is cancelled or fails. */
export const livePicture = signal<RgbaImage | null>(null);
/** Pictures on the way of the job that is shown, as far as they are in memory. */
export const liveMoments = signal<readonly Moment[]>([]);

export interface LossPoint {
  evaluation: number;
  scale: number;
  content: number;
  style: number;
  total: number;
}

/** J and its parts by evaluation, as far as this panel has heard. */
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

export const isOver = computed(() => job.value !== null && !isRunning.value && job.value.status !== 'queued');
/** It can go on from a checkpoint. */
export const canGoOn = computed(() => {
  const state = job.value;
  if (!state || isAtWork(state.status) || state.status === 'queued') return false;
  return isUnfinished(state.status) || (state.progress !== null && (state.status === 'failed' || Boolean(state.result?.stopped)));
});
export const waiting = computed(() => jobs.value.filter(({ status }) => status === 'queued'));

/** What no event has told of for so long is asked for: the document that tells may be gone. */
const SILENCE_MS = 5000;
let heardAt = 0;

/** Returns a function that stops listening. */
export function followJobs(): () => void {
  const stop = onJobEvent(handleJobEvent);
  const timer = setInterval(() => void askAfterSilence(), SILENCE_MS / 2);
  return () => {
    clearInterval(timer);
    stop();
  };
}

async function askAfterSilence(): Promise<void> {
  const shown = job.value;
  if (!shown || !isRunning.value || performance.now() - heardAt < SILENCE_MS) return;
  heardAt = performance.now();
  try {
    await refreshJobs();
    const now = await call('background', 'job', { id: shown.id });
    if (now && now.id === job.value?.id && now.status !== job.value.status) showState(now);
  } catch (error) {
    runError.value = failureOf(error).message;
  }
}

async function refreshJobs(): Promise<void> {
  jobs.value = await call('background', 'jobs', null);
}

/** Shows the job that ran, or still runs, while the panel was closed. */
export async function restoreJob(): Promise<void> {
  try {
    const state = await call('background', 'currentJob', null);
    if (state && !job.value && (await isStored(state.request.content))) showState(state);
    await refreshJobs();
  } catch (error) {
    runError.value = failureOf(error).message;
  }
}

export function handleJobEvent(event: JobEvent): void {
  heardAt = performance.now();
  switch (event.type) {
    case 'state':
      listJob(event.state);
      if (isToBeShown(event.state)) showState(event.state);
      return;
    case 'deleted':
      jobs.value = jobs.value.filter(({ id }) => id !== event.jobId);
      return;
    case 'picture':
      if (event.jobId === job.value?.id) showMoment(event.moment);
      return;
    case 'moments':
      if (event.jobId === job.value?.id) liveMoments.value = event.moments;
      return;
    case 'unstored':
      if (event.jobId === job.value?.id) livePicture.value = event.picture;
  }
}

function showMoment(moment: Moment): void {
  livePicture.value = moment.picture;
  liveMoments.value = withMoment(liveMoments.value, moment);
}

/** The one that is shown, and one that begins while that one is at rest. */
function isToBeShown({ id, status }: JobState): boolean {
  const shown = job.value;
  if (!shown || shown.id === id) return true;
  return isAtWork(status) && !isAtWork(shown.status);
}

function listJob(state: JobState): void {
  const known = jobs.value.some(({ id }) => id === state.id);
  if (!known || jobs.value.find(({ id }) => id === state.id)?.status !== state.status) void refreshJobs().catch(() => undefined);
  jobs.value = known ? jobs.value.map((one) => (one.id === state.id ? state : one)) : [state, ...jobs.value];
}

export function showState(state: JobState): void {
  if (state.id !== job.value?.id) forgetLastJob(state);
  job.value = state;
  recordLosses(state);
  showPicture(state);
}

export async function cancelJob(): Promise<void> {
  if (!job.value) return;
  cancelling.value = job.value.id;
  await orderJob('cancelJob');
  if (runError.value) cancelling.value = null;
}

/** An order about the job that is shown. */
export async function orderJob(order: 'pauseJob' | 'stopJob' | 'resumeJob' | 'cancelJob', id = job.value?.id): Promise<void> {
  if (id === undefined) return;
  runError.value = null;
  try {
    await call('background', order, { id });
  } catch (error) {
    runError.value = failureOf(error).message;
  }
}

let shownPicture: string | null = null;

/** The result, or the last picture of a job that has none. A job that goes on shows how it goes on. */
function showPicture({ id, status, result: done, kept }: JobState): void {
  const image = isAtWork(status) ? null : (done?.image ?? kept?.image ?? null);
  if (image === shownPicture) return;
  shownPicture = image;
  if (image === null) result.show(null);
  else void showStored(image, id, result.show);
}

function forgetLastJob(next: JobState): void {
  shownPicture = null;
  livePicture.value = null;
  liveMoments.value = [];
  losses.value = [];
  runError.value = null;
  result.show(null);
  content.show(null);
  void showStored(next.request.content, next.id, content.show);
  // Whoever opens later learns of them so; where nobody is there to tell, there are none.
  if (next.progress) void call('background', 'tellMoments', { id: next.id }).catch(() => undefined);
}

function recordLosses({ progress, result: done }: JobState): void {
  if (done) losses.value = done.report.evaluations.map(pointOf);
  else if (progress && progress.evaluation > (losses.value.at(-1)?.evaluation ?? 0)) {
    losses.value = [...losses.value, pointOf(progress)];
  }
}

function pointOf({ evaluation, scale, content, style, total }: LossPoint): LossPoint {
  return { evaluation, scale, content, style, total };
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
