import { computed, signal } from '@preact/signals';
import type { RunForecast } from '../protocol/forecast';
import { isAtWork, isUnfinished, type JobStatus } from '../protocol/job-life';
import type { RefineOutcome } from '../protocol/overlay-calls';
import type { RecentStyle } from '../protocol/previews';
import type { PagePicture } from './picture/page-picture';
import type { Place } from './picture/place';
import type { Taken } from './picture/take';

export interface Notice {
  kind: 'info' | 'success' | 'error';
  text: string;
  /** The history has it, and can be opened at it. */
  runId: string | null;
}

/** The picture that is being stylised in place. */
export interface QuickSession {
  picture: PagePicture;
  taken: Taken;
  styles: RecentStyle[];
}

/** A run of the optimisation, as far as the page has heard of it. */
export interface Run {
  /** Null until it is known by one. */
  id: string | null;
  status: JobStatus;
  fractionDone: number | null;
  remainingMs: number | null;
  outcome: RefineOutcome | null;
}

/** Which of the two pictures is looked at. */
export type View = 'preview' | 'refined';

export const session = signal<QuickSession | null>(null);
/** The controls are put away; the picture stays. */
export const isKept = signal(false);
export const style = signal<RecentStyle | null>(null);
/** 0…100: how far what is shown, copied and saved goes from the original to the picture that was made. */
export const strength = signal(100);
export const previewBitmap = signal<ImageBitmap | null>(null);
/** As the optimisation paints it; the preview stays beside it. */
export const refinedBitmap = signal<ImageBitmap | null>(null);
const wantedView = signal<View>('preview');
export const isPainting = signal(false);
export const run = signal<Run | null>(null);
/** What refining, or painting on, would take; null while it is not known. */
export const forecasts = signal<Readonly<Record<string, RunForecast>>>({});
export const notice = signal<Notice | null>(null);
/** Around the picture that the pointer is over, while one is to be picked. */
export const pickFrame = signal<Place | null>(null);
/** The page took the picture away, or put another page in its place. */
export const isGone = signal(false);

export const view = computed((): View => (refinedBitmap.value ? wantedView.value : 'preview'));
export const shown = computed(() => (view.value === 'refined' ? refinedBitmap.value : previewBitmap.value));
/** It waits, works or was put aside. */
export const isRefining = computed(() => run.value !== null && isUnfinished(run.value.status));
export const isAtWorkNow = computed(() => isAtWork(run.value?.status));
export const isOpen = computed(() => session.value !== null && !isKept.value);

/**
 * `preview`: it is painted anew as the style changes. `kept`: it stays, and the page is as if nothing were there.
 */
export const phase = computed(() => {
  if (isKept.value) return 'kept';
  if (isRefining.value) return 'refining';
  return refinedBitmap.value ? 'refined' : 'preview';
});

export function lookAt(wanted: View): void {
  wantedView.value = wanted;
}

const NOTICE_MS = 6000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Successes go by themselves, unless they lead somewhere; what went wrong stays until it is read. */
export function showNotice(kind: Notice['kind'], text: string, runId: string | null = null): void {
  clearTimeout(timer);
  notice.value = { kind, text, runId };
  if (kind === 'success' && runId === null) timer = setTimeout(hideNotice, NOTICE_MS);
}

export function hideNotice(): void {
  clearTimeout(timer);
  notice.value = null;
}
