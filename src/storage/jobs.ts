import type { JobState } from '../protocol/job';
import { database } from './database';

export async function saveJob(state: JobState): Promise<void> {
  await (await database()).put('jobs', state);
}

export async function loadJobs(): Promise<JobState[]> {
  return (await database()).getAll('jobs');
}

export async function deleteJob(id: string): Promise<void> {
  await (await database()).delete('jobs', id);
}
