import { signal } from '@preact/signals';
import { galleryMarks } from '../../../preferences/gallery-marks';
import { ownPresets } from '../../../preferences/presets';
import { settings } from '../../../preferences/settings';
import { dataUrlOf } from '../../../preferences/styles/data-url';
import { picturesOf } from '../../../protocol/job';
import { loadImage } from '../../../storage/images';
import { loadJobs } from '../../../storage/jobs';
import { loadStyles } from '../../../storage/styles';
import { FORMAT, VERSION, type Backup } from './format';
import { marksWith, placeId } from './gallery-places';

/** Whether the pictures that were made go along; they are the most of it. */
export const withHistory = signal(false);

export async function exportEverything(): Promise<Blob> {
  const styles = await loadStyles();
  const backup: Backup = {
    settings: settings.value,
    presets: ownPresets.value.map(({ name, settings: look }) => ({ name, settings: look })),
    styles: await Promise.all(styles.map(async ({ name, image }) => ({ name, image: await dataUrlOf(image) }))),
    gallery: marksWith(
      galleryMarks.value,
      styles.map(({ id }, place) => [id, placeId(place)]),
    ),
    history: withHistory.value ? await historyAsData() : { jobs: [], pictures: {} },
  };
  return new Blob([JSON.stringify({ format: FORMAT, version: VERSION, ...backup })], { type: 'application/json' });
}

/** Finished ones alone: the others need checkpoints, which are this browser’s own. */
async function historyAsData(): Promise<Backup['history']> {
  const jobs = (await loadJobs()).filter(({ status }) => status === 'done');
  const refs = new Set(jobs.flatMap(picturesOf));
  const pictures: Record<string, string> = {};
  for (const ref of refs) {
    const blob = await loadImage(ref).catch(() => null);
    if (blob) pictures[ref] = await dataUrlOf(blob);
  }
  return { jobs, pictures };
}
