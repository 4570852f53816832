import { computed, signal } from '@preact/signals';
import type { RgbaImage } from '../../nst/images/image';
import type { KeptMoment } from '../../protocol/job';
import { failureOf } from '../../protocol/failure';
import { call } from '../../protocol/messages';
import { job, liveMoments } from './job';

/** A place in the strip: a picture that is still in memory, one that is stored, or both. */
export interface StripPicture {
  evaluation: number;
  fractionDone: number;
  picture: RgbaImage | null;
  kept: KeptMoment | null;
}

export const momentsError = signal<string | null>(null);
const chosen = signal<{ jobId: string; evaluation: number } | null>(null);

/** The pictures on the way of the job that is shown, the earliest first. */
export const strip = computed((): readonly StripPicture[] => {
  const byEvaluation = new Map<number, StripPicture>();
  for (const { evaluation, fractionDone, picture } of liveMoments.value) {
    byEvaluation.set(evaluation, { evaluation, fractionDone, picture, kept: null });
  }
  for (const kept of job.value?.moments ?? []) {
    const { evaluation, fractionDone } = kept;
    byEvaluation.set(evaluation, { evaluation, fractionDone, picture: byEvaluation.get(evaluation)?.picture ?? null, kept });
  }
  return [...byEvaluation.values()].sort((a, b) => a.evaluation - b.evaluation);
});

/** The one that is looked at; null: the newest picture, or the result. */
export const chosenMoment = computed(
  () => (chosen.value?.jobId === job.value?.id && strip.value.find(({ evaluation }) => evaluation === chosen.value?.evaluation)) || null,
);

export function chooseMoment(evaluation: number | null): void {
  chosen.value = evaluation === null || !job.value ? null : { jobId: job.value.id, evaluation };
}

/** Stores it with the job, at the layer's size, unless it is. Rejects where that can't be. */
export async function keepMoment({ evaluation, kept }: StripPicture): Promise<KeptMoment> {
  return kept ?? call('background', 'keepMoment', { id: job.value?.id ?? '', evaluation });
}

/** For a button: keeps it, or lets it go. */
export async function toggleKept(moment: StripPicture): Promise<void> {
  momentsError.value = null;
  try {
    if (!moment.kept) await keepMoment(moment);
    else await call('background', 'dropMoment', { id: job.value?.id ?? '', evaluation: moment.evaluation });
  } catch (error) {
    momentsError.value = failureOf(error).message;
  }
}
