import { computed, signal } from '@preact/signals';
import { blend } from '../../picture-files/blend';
import { insertionOf, type ImageRef, type InsertOutcome } from '../../protocol/layer';
import { layerNameOf, type JobState } from '../../protocol/job';
import { failureOf, UserFacingError } from '../../protocol/failure';
import { loadImage, storeImage } from '../../storage/images';
import { copyPicture } from './copy-picture';
import { insert } from './insert';
import { job, livePicture } from './job';
import { chosenMoment, keepMoment } from './moments';
import { saveFile } from '../../ui/save-file';
import { translate } from '../../texts/translate';

export const isInserting = signal(false);
const insertion = signal<{ jobId: string; evaluation: number | null; outcome: InsertOutcome } | null>(null);
/** 0…100: how far what is shown, inserted and saved goes from the layer to the result; needs no new run. */
export const resultStrength = signal(100);
/** Only pictures of one size can be blended. */
export const hasStrength = computed(() => {
  const state = job.value;
  const picture = chosenMoment.value ?? state?.result ?? state?.kept;
  return Boolean(picture && state?.request.layer);
});
export const resultError = signal<string | null>(null);
/** Says that a copy or download worked. */
export const resultNotice = signal<string | null>(null);

/** Of the button, or of the service worker that inserted the result as soon as it was there. */
export const insertOutcome = computed(() => {
  const evaluation = chosenMoment.value?.evaluation ?? null;
  const last = insertion.value;
  if (last?.jobId === job.value?.id && last?.evaluation === evaluation) return last?.outcome ?? null;
  return evaluation === null ? (job.value?.insertion?.outcome ?? null) : null;
});
/** Why the result could not be inserted by itself. */
export const insertFailure = computed(() =>
  insertOutcome.value || chosenMoment.value ? null : (job.value?.insertion?.failure?.message ?? null),
);
export const hasPicture = computed(() => Boolean(job.value?.result ?? job.value?.kept ?? livePicture.value));

export function insertResult(): Promise<void> {
  return showingResultError(async (state) => {
    const { layer } = state.request;
    if (!layer || isInserting.value) return;
    isInserting.value = true;
    try {
      const request = insertionOf(layer, await resultRef(state), layerNameOf(state.request));
      const evaluation = chosenMoment.peek()?.evaluation ?? null;
      const outcome = await insert(request);
      insertion.value = { jobId: state.id, evaluation, outcome };
    } finally {
      isInserting.value = false;
    }
  });
}

export function downloadResult(): Promise<void> {
  return showingResultError(async (state) => {
    saveFile(await shownPicture(state), fileNameOf(state));
    resultNotice.value = translate`Saved as ${fileNameOf(state)}.`;
  });
}

export function copyResult(): Promise<void> {
  return showingResultError(async (state) => {
    await copyPicture(shownPicture(state));
    resultNotice.value = translate`Copied: paste it anywhere.`;
  });
}

export function fileNameOf({ request }: JobState): string {
  const styles = request.styles.map(({ name }) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'));
  return `brushover-${styles.join('-')}.png`;
}

/** The picture that was chosen from those on its way, the finished one, or the last one that was shown of a cancelled or failed job. */
export async function shownPicture(state: JobState): Promise<Blob> {
  const { request } = state;
  const stored = await storedPicture(state);
  if (stored) return blended(await loadImage(stored.image), request);
  const { encodePng } = await import('../../picture-files/codec');
  if (livePicture.value) return encodePng(livePicture.value);
  throw new UserFacingError('no-picture', 'There is no picture yet; run the job again.');
}

function isBlended({ request }: JobState): boolean {
  return request.layer !== null && resultStrength.value < 100;
}

async function blended(result: Blob, request: JobState['request']): Promise<Blob> {
  if (request.layer === null || resultStrength.value === 100) return result;
  const { decodeImage, encodePng } = await import('../../picture-files/codec');
  const [layer, made] = await Promise.all([decodeImage(await loadImage(request.content), 'The layer'), decodeImage(result, 'The result')]);
  return encodePng(blend(layer, made, resultStrength.value / 100));
}

async function storedPicture({ result, kept }: JobState): Promise<{ image: ImageRef } | null> {
  const moment = chosenMoment.peek();
  return moment ? keepMoment(moment) : (result ?? kept);
}

async function resultRef(state: JobState): Promise<ImageRef> {
  const stored = (await storedPicture(state))?.image;
  return stored !== undefined && !isBlended(state) ? stored : storeImage(await shownPicture(state));
}

async function showingResultError(action: (state: JobState) => Promise<void>): Promise<void> {
  resultError.value = null;
  resultNotice.value = null;
  if (!job.value) return;
  try {
    await action(job.value);
  } catch (error) {
    resultError.value = failureOf(error).message;
  }
}
