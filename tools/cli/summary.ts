import { writeWhole } from './files';

/** What became of a picture of a batch. */
export interface Outcome {
  content: string;
  output: string;
  state: 'done' | 'skipped' | 'failed' | 'left';
  /** Null where it was not made. */
  seconds: number | null;
  /** Why it failed; null where it didn't. */
  message: string | null;
}

/** `--summary`: written anew after every picture, so that a batch that is killed leaves it true. */
export async function writeSummary(path: string | null, outcomes: readonly Outcome[]): Promise<void> {
  if (path === null) return;
  const counts = Object.fromEntries(
    (['done', 'skipped', 'failed', 'left'] as const).map((state) => [state, outcomes.filter((outcome) => outcome.state === state).length]),
  );
  await writeWhole(path, `${JSON.stringify({ ...counts, pictures: outcomes }, null, 1)}\n`);
}
