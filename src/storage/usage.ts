import { picturesOf, type JobState } from '../protocol/job';
import { isUnfinished } from '../protocol/job-life';
import { checkpointSizes } from './checkpoints';
import { database } from './database';
import { imageSizes } from './images';
import { loadJobs } from './jobs';
import { loadStyles } from './styles';

/** What is kept, in bytes. */
export interface StorageUsage {
  /** Pictures that were made, with what they were made of. */
  history: number;
  /** What previews and the explorer remember, to be quicker the next time. */
  previews: number;
  styles: number;
  /** Where runs stand, so that they can go on: unfinished ones, and finished ones. */
  checkpoints: { unfinished: number; finished: number };
}

const FLOAT_BYTES = 4;

export async function storageUsage(): Promise<StorageUsage> {
  const [sizes, jobs, styles, previews, checkpoints] = await Promise.all([
    imageSizes(),
    loadJobs(),
    loadStyles(),
    cacheBytes(),
    checkpointSizes(),
  ]);
  const ofJobs = new Set(jobs.flatMap(picturesOf));
  return {
    history: [...ofJobs].reduce((sum, ref) => sum + (sizes.get(ref) ?? 0), 0),
    previews,
    styles: styles.reduce((sum, { image, thumbnail }) => sum + image.size + thumbnail.size, 0),
    checkpoints: checkpointsByKind(checkpoints, jobs),
  };
}

function checkpointsByKind(sizes: ReadonlyMap<string, number>, jobs: readonly JobState[]): StorageUsage['checkpoints'] {
  const byKind = { unfinished: 0, finished: 0 };
  for (const [id, bytes] of sizes) {
    const job = jobs.find((one) => one.id === id);
    byKind[job && !isUnfinished(job.status) ? 'finished' : 'unfinished'] += bytes;
  }
  return byKind;
}

/** Only what can be made again is forgotten. */
export async function forgetPreviews(): Promise<void> {
  const db = await database();
  await Promise.all([db.clear('styleVectors'), db.clear('rebuilt')]);
}

async function cacheBytes(): Promise<number> {
  const db = await database();
  const vectors = await db.getAll('styleVectors');
  const rebuilt = await db.getAll('rebuilt');
  return (
    vectors.reduce((sum, { length }) => sum + length * FLOAT_BYTES, 0) +
    rebuilt.reduce((sum, one) => sum + one.rebuilt.picture.data.length, 0)
  );
}
