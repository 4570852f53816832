import type { JobState } from '../protocol/job';
import { database } from './database';

export async function saveJob(state: JobState): Promise<void> {
  await (await database()).put('jobs', state, 'current');
}

export async function loadLastJob(): Promise<JobState | null> {
  return (await (await database()).get('jobs', 'current')) ?? null;
}
