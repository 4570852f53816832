import { computed, effect, signal } from '@preact/signals';
import { encodePng } from '../../picture-files/encode';
import type { ImageRef, InsertOutcome } from '../../protocol/layer';
import type { JobState } from '../../protocol/job';
import { failureOf, UserFacingError } from '../../protocol/failure';
import { call } from '../../protocol/messages';
import { loadImage, storeImage } from '../../storage/images';
import { job, livePicture } from './job';
import { saveFile } from '../../ui/save-file';
import { settings } from './settings/settings';
import { startedJobId } from './start-job';

export const isInserting = signal(false);
const insertion = signal<{ jobId: string; outcome: InsertOutcome } | null>(null);
export const resultError = signal<string | null>(null);
/** Says that a copy or download worked. */
export const resultNotice = signal<string | null>(null);

export const insertOutcome = computed(() => (insertion.value?.jobId === job.value?.id ? (insertion.value?.outcome ?? null) : null));
export const hasPicture = computed(() => Boolean(job.value?.result ?? livePicture.value));

export function insertResult(): Promise<void> {
  return showingResultError(async (state) => {
    const { layer } = state.request;
    if (!layer || isInserting.value) return;
    isInserting.value = true;
    try {
      const { tabId, layerId, x, y, width, height } = layer;
      const image = await resultRef(state);
      const request = { tabId, image, name: layerNameOf(state), x, y, width, height, above: layerId };
      const outcome = await call('background', 'insertLayer', request);
      insertion.value = { jobId: state.id, outcome };
    } finally {
      isInserting.value = false;
    }
  });
}

/** Inserts the result of the job that this panel started, once, if the user wants that. */
export function insertWhenFinished(): () => void {
  let handled: string | null = null;
  return effect(() => {
    const state = job.value;
    if (state?.status !== 'done' || state.id !== startedJobId.value || state.id === handled) return;
    handled = state.id;
    if (settings.peek().insertWhenFinished && state.request.layer) void insertResult();
  });
}

export function downloadResult(): Promise<void> {
  return showingResultError(async (state) => {
    saveFile(await resultBlob(state), fileNameOf(state));
    resultNotice.value = `Saved as ${fileNameOf(state)}.`;
  });
}

export function copyResult(): Promise<void> {
  return showingResultError(async (state) => {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': resultBlob(state) })]).catch(() => {
      throw new UserFacingError('no-clipboard', 'The browser did not allow copying; use Download instead.');
    });
    resultNotice.value = 'Copied: paste it anywhere.';
  });
}

function layerNameOf({ request }: JobState): string {
  return `Brushover · ${request.styles.map(({ name }) => name).join(' + ')}`;
}

function fileNameOf({ request }: JobState): string {
  const styles = request.styles.map(({ name }) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'));
  return `brushover-${styles.join('-')}.png`;
}

/** The finished picture, or the last one that was shown of a cancelled or failed job. */
async function resultBlob({ result }: JobState): Promise<Blob> {
  if (result) return loadImage(result.image);
  if (livePicture.value) return encodePng(livePicture.value);
  throw new UserFacingError('no-picture', 'There is no picture yet; run the job again.');
}

async function resultRef(state: JobState): Promise<ImageRef> {
  return state.result ? state.result.image : storeImage(await resultBlob(state));
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
