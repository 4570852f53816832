import type { JobState } from '../protocol/job';
import { readableJob } from '../protocol/stored-job';
import { database } from './database';

export async function saveJob(state: JobState): Promise<void> {
  await (await database()).put('jobs', state);
}

/** What can't be read as a job any more is told as one that failed. */
export async function loadJobs(): Promise<JobState[]> {
  const stored: unknown[] = await (await database()).getAll('jobs');
  return stored.map(readableJob).filter((state) => state !== null);
}

export async function deleteJob(id: string): Promise<void> {
  await (await database()).delete('jobs', id);
}
