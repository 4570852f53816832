import { signal } from '@preact/signals';
import { tellChange } from '../../preferences/changes';
import { isUnfinished } from '../../protocol/job-life';
import { failureOf } from '../../protocol/failure';
import { call } from '../../protocol/messages';
import { deleteStyle, loadStyles, saveStyles } from '../../storage/styles';
import { forgetPreviews, storageUsage, type StorageUsage } from '../../storage/usage';
import { translate } from '../../texts/translate';

/** Null until it was read. */
export const usage = signal<(StorageUsage & { all: number; quota: number }) | null>(null);
/** What was cleared last, and how to have it back. */
export const cleared = signal<{ text: string; undo: (() => Promise<void>) | null } | null>(null);
export const storageError = signal<string | null>(null);

export async function readUsage(): Promise<void> {
  const [parts, { usage: all = 0, quota = 0 }] = await Promise.all([storageUsage(), navigator.storage.estimate()]);
  usage.value = { ...parts, all, quota };
}

/** What is over and not pinned; the document that owns the jobs gives them back for some minutes. */
export function clearHistory(): Promise<void> {
  return telling(async () => {
    const jobs = await call('background', 'jobs', null);
    const dispensable = jobs.filter(({ pinned, status }) => !pinned && !isUnfinished(status));
    for (const { id } of dispensable) await call('background', 'deleteJob', { id });
    const undo = async () => {
      for (const { id } of dispensable) await call('background', 'undeleteJob', { id });
    };
    const [gone, left] = [dispensable.length, jobs.length - dispensable.length];
    if (gone === 0) return { text: translate`There was nothing to clear: what is pinned or unfinished stays.`, undo: null };
    return {
      text: translate`Cleared from the history: ${gone}. Pinned or unfinished, and kept: ${left}. For five minutes this can be undone.`,
      undo,
    };
  });
}

export function clearPreviews(): Promise<void> {
  return telling(async () => {
    await forgetPreviews();
    return { text: translate`What previews remembered is cleared; the next ones take a moment longer.`, undo: null };
  });
}

export function clearStyles(): Promise<void> {
  return telling(async () => {
    const styles = await loadStyles();
    if (styles.length === 0) return { text: translate`You have no styles of your own yet.`, undo: null };
    for (const { id } of styles) await deleteStyle(id);
    tellChange('styles');
    const undo = async () => {
      await saveStyles(styles);
      tellChange('styles');
    };
    return { text: translate`Own styles cleared: ${styles.length}. As long as this page is open they can be brought back.`, undo };
  });
}

export function undoClearing(): Promise<void> {
  return telling(async () => {
    await cleared.value?.undo?.();
    return { text: translate`Everything is back.`, undo: null };
  });
}

async function telling(action: () => Promise<{ text: string; undo: (() => Promise<void>) | null }>): Promise<void> {
  storageError.value = null;
  try {
    cleared.value = await action();
  } catch (error) {
    const { code, message } = failureOf(error);
    // In Firefox the panel's page keeps the history.
    storageError.value = code === 'no-answer' ? 'Open Brushover’s panel, which keeps the history, then clear it again.' : message;
  }
  await readUsage();
}
