import { computed, signal } from '@preact/signals';
import type { JobState } from '../../protocol/job';
import { layerNameOf } from '../../protocol/job';
import { failureOf, UserFacingError } from '../../protocol/failure';
import { insertionOf } from '../../protocol/layer';
import { call } from '../../protocol/messages';
import { loadImage } from '../../storage/images';
import { saveFile } from '../../ui/save-file';
import { insert } from './insert';
import { jobs, showState } from './job';
import { copyPicture } from './copy-picture';
import { fileNameOf } from './result';
import { translate } from '../../texts/translate';
import { changeSettings } from '../../preferences/settings';

/** Jobs that are over or put aside, the newest first. */
export const history = computed(() => jobs.value.filter(({ endedAt }) => endedAt !== null));
export const historySearch = signal('');
export const foundHistory = computed(() => {
  const words = historySearch.value.trim().toLowerCase();
  return history.value.filter(({ request }) => layerNameOf(request).toLowerCase().includes(words));
});
/** The one that was deleted last, until it is taken back or another one is. */
export const deletedJob = signal<JobState | null>(null);
export const historyNotice = signal<{ text: string; kind: 'success' | 'error' } | null>(null);

export function moveJobUp(id: string): Promise<void> {
  return telling(async () => {
    await call('background', 'moveJobUp', { id });
    jobs.value = await call('background', 'jobs', null);
  });
}

export function removeFromQueue(id: string): Promise<void> {
  return telling(() => call('background', 'cancelJob', { id }));
}

/** Whether the list of what was made before is unfolded. */
export const historyOpen = signal(false);

/** A run of an overlay in a page: in the large picture, and unfolded where it stands in the history. */
export async function showInHistory(id: string): Promise<void> {
  historySearch.value = '';
  historyOpen.value = true;
  await showJob({ id });
}

/** Shows it in the large picture, with all that can be done with it. */
export function showJob({ id }: Pick<JobState, 'id'>): Promise<void> {
  return telling(async () => {
    const state = await call('background', 'job', { id });
    if (!state) throw new UserFacingError('job-gone', 'This picture is no longer in the history.');
    showState(state);
  });
}

export function insertFromHistory({ request, result }: JobState): Promise<void> {
  return telling(async () => {
    if (!request.layer || !result) return;
    const { message } = await insert(insertionOf(request.layer, result.image, layerNameOf(request)));
    historyNotice.value = { text: message, kind: 'success' };
  });
}

export function downloadFromHistory(state: JobState): Promise<void> {
  return telling(async () => {
    if (state.result) saveFile(await loadImage(state.result.image), fileNameOf(state));
  });
}

export function copyFromHistory({ result }: JobState): Promise<void> {
  return telling(async () => {
    if (!result) return;
    await copyPicture(loadImage(result.image));
    historyNotice.value = { text: translate`Copied: paste it anywhere.`, kind: 'success' };
  });
}

/** The settings of that job become those of the next, and what was painted for it, where the same picture is there. */
export function applySettings({ request }: JobState): Promise<void> {
  return telling(async () => {
    changeSettings({ ...request.settings, engine: request.engine, size: request.size });
    const { restorePainted } = await import('./brush/restore-painted');
    const text = await restorePainted(request);
    if (text) historyNotice.value = { text, kind: 'success' };
  });
}

export function pinJob({ id, pinned }: JobState): Promise<void> {
  return telling(() => call('background', 'pinJob', { id, pinned: !pinned }));
}

export function deleteJob(state: JobState): Promise<void> {
  return telling(async () => {
    await call('background', 'deleteJob', { id: state.id });
    deletedJob.value = state;
  });
}

export function undeleteJob(): Promise<void> {
  return telling(async () => {
    const state = deletedJob.value;
    deletedJob.value = null;
    if (state) await call('background', 'undeleteJob', { id: state.id });
  });
}

async function telling(action: () => Promise<unknown>): Promise<void> {
  historyNotice.value = null;
  try {
    await action();
  } catch (error) {
    historyNotice.value = { text: failureOf(error).message, kind: 'error' };
  }
}
