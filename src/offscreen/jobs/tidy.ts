import { picturesOf, type JobState } from '../../protocol/job';
import { isUnfinished } from '../../protocol/job-life';
import { picturesOnDesks } from '../../storage/desks';
import { pruneImages } from '../../storage/images';
import { picturesInInbox } from '../../storage/inbox';

const HOUR_MS = 3_600_000;
/** A picture of a page that an overlay works on is needed by no job yet. */
const UNUSED_MS = 6 * HOUR_MS;
const DESK_MS = 30 * 24 * HOUR_MS;

/** What the history may take. */
const MOST_JOBS = 60;
const MOST_BYTES = 500 * 2 ** 20;

/** Jobs that the history can do without: the oldest ones beyond its limits. Unfinished and pinned ones stay. */
export function jobsTooMany(
  jobs: readonly JobState[],
  sizes: ReadonlyMap<string, number>,
  limits = { jobs: MOST_JOBS, bytes: MOST_BYTES },
): JobState[] {
  const newestFirst = [...jobs].sort((a, b) => (b.endedAt ?? Infinity) - (a.endedAt ?? Infinity));
  const counted = new Set<string>();
  let count = 0;
  let bytes = 0;
  return newestFirst.filter((state) => {
    const fresh = picturesOf(state).filter((ref) => !counted.has(ref));
    for (const ref of fresh) counted.add(ref);
    count += 1;
    bytes += fresh.reduce((sum, ref) => sum + (sizes.get(ref) ?? 0), 0);
    return !state.pinned && !isUnfinished(state.status) && (count > limits.jobs || bytes > limits.bytes);
  });
}

/** Deletes stored pictures that no job, panel, or order needs any longer. */
export async function tidyPictures(jobs: readonly JobState[], dropped: readonly JobState[]): Promise<void> {
  const keep = new Set([...jobs.flatMap(picturesOf), ...(await picturesOnDesks(DESK_MS)), ...(await picturesInInbox())]);
  await pruneImages(keep, new Set(dropped.flatMap(picturesOf)), UNUSED_MS);
}

/** Checkpoints of so many jobs that were stopped or failed are kept beside those of unfinished ones; each takes many pictures' space. */
const MOST_RESUMABLE = 3;

/** The jobs whose checkpoints are worth their place. */
export function jobsToResume(jobs: readonly JobState[]): Set<string> {
  const ended = jobs.filter(({ status, result }) => status === 'failed' || (status === 'done' && result?.stopped));
  const newest = ended.sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0)).slice(0, MOST_RESUMABLE);
  return new Set([...jobs.filter(({ status }) => isUnfinished(status)), ...newest].map(({ id }) => id));
}
