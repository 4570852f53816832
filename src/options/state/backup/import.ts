import { signal } from '@preact/signals';
import { tellChange } from '../../../preferences/changes';
import { settingsFromStored } from '../../../preferences/check-settings';
import { addMarks } from '../../../preferences/gallery-marks';
import { addPresets, ownPresets } from '../../../preferences/presets';
import { chooseSettings } from '../../../preferences/settings';
import { createStyle } from '../../../preferences/styles/create-style';
import { blobOfDataUrl } from '../../../preferences/styles/data-url';
import { failureOf, UserFacingError } from '../../../protocol/failure';
import { readableJob } from '../../../protocol/stored-job';
import { call } from '../../../protocol/messages';
import { storeImage } from '../../../storage/images';
import { loadJobs, saveJob } from '../../../storage/jobs';
import { keyOfPicture } from '../../../storage/picture-key';
import { loadStyles, saveStyles, type StoredStyle } from '../../../storage/styles';
import { translate } from '../../../texts/translate';
import { MOST_BYTES, parseBackup, type Backup } from './format';
import { marksWith, placeId } from './gallery-places';

/** A file that passed the gate and waits for a yes. */
export const waiting = signal<Backup | null>(null);
/** Whether its settings replace those of now. */
export const takesSettings = signal(true);
export const importNotice = signal<{ text: string; kind: 'success' | 'error' } | null>(null);

/** Checks all of a file before anything of it is taken. */
export function readBackup(file: File): Promise<void> {
  return telling(async () => {
    waiting.value = null;
    if (file.size > MOST_BYTES)
      throw new UserFacingError('large-backup', 'This file is larger than 1 GB; export without the pictures of the history.');
    waiting.value = parseBackup(await file.text());
    return null;
  });
}

/** Everything is added; only settings are replaced, and only if that is wanted. */
export function importWaiting(): Promise<void> {
  return telling(async () => {
    const backup = waiting.value;
    if (!backup) return null;
    const styles = await stylesOf(backup);
    const pictures = await checkedPictures(backup);
    await saveStyles(styles.flatMap(({ made }) => made ?? []));
    tellChange('styles');
    await addMarks(
      marksWith(
        backup.gallery,
        styles.map(({ id }, place) => [placeId(place), id]),
      ),
    );
    await addPresets(backup.presets);
    for (const blob of pictures) await storeImage(blob);
    await addJobs(backup);
    if (takesSettings.value) chooseSettings(settingsFromStored(backup.settings));
    waiting.value = null;
    return translate`Everything in the file is here now.`;
  });
}

/** In the file's order; one of the same name and size is here already. */
async function stylesOf({ styles }: Backup): Promise<{ id: string; made: StoredStyle | null }[]> {
  const known = new Map((await loadStyles()).map(({ id, name, image }) => [`${name} ${image.size}`, id]));
  const found = [];
  for (const { name, image } of styles) {
    const blob = blobOfDataUrl(image);
    const id = known.get(`${name} ${blob.size}`);
    const made = id === undefined ? await createStyle(blob, name) : null;
    found.push({ id: made?.id ?? id ?? '', made });
  }
  return found;
}

async function checkedPictures({ history }: Backup): Promise<Blob[]> {
  const blobs = Object.entries(history.pictures).map(([key, url]) => ({ key, blob: blobOfDataUrl(url) }));
  for (const { key, blob } of blobs)
    if ((await keyOfPicture(blob)) !== key)
      throw new UserFacingError('damaged-backup', 'This file is damaged, and nothing of it was taken; export it again.');
  return blobs.map(({ blob }) => blob);
}

/** A job that is here already stays as it is. */
async function addJobs({ history }: Backup): Promise<void> {
  if (history.jobs.length === 0) return;
  const known = new Set((await loadJobs()).map(({ id }) => id));
  for (const stored of history.jobs) {
    const job = readableJob(stored);
    if (job && !known.has(job.id)) await saveJob(job);
  }
  // Where nobody answers, whoever comes next reads them.
  await call('background', 'readHistory', null).catch(() => undefined);
}

/** Presets of the file whose names are taken: they get another one. */
export function namesTaken({ presets }: Backup): string[] {
  return presets.map(({ name }) => name).filter((name) => ownPresets.value.some((own) => own.name === name));
}

async function telling(action: () => Promise<string | null>): Promise<void> {
  importNotice.value = null;
  try {
    const text = await action();
    if (text) importNotice.value = { text, kind: 'success' };
  } catch (error) {
    waiting.value = null;
    importNotice.value = { text: failureOf(error).message, kind: 'error' };
  }
}
