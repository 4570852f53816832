import type { JobState } from '../../protocol/job';

/**
 * Which of the jobs that wait comes next. Jobs of several tabs take turns: the first in line whose tab is not the one that was
 * served last, or else the first.
 */
export function nextInLine(waiting: readonly JobState[], lastTab: number | null | undefined): JobState | null {
  return waiting.find((state) => tabOf(state) !== lastTab) ?? waiting.at(0) ?? null;
}

export function tabOf({ request }: JobState): number | null {
  return request.layer?.tabId ?? null;
}

/** The order in which jobs will begin as far as is known now. */
export function lineOf(waiting: readonly JobState[], lastTab: number | null | undefined): JobState[] {
  const line: JobState[] = [];
  const left = [...waiting];
  for (let tab = lastTab; left.length > 0;) {
    const next = nextInLine(left, tab)!;
    left.splice(left.indexOf(next), 1);
    line.push(next);
    tab = tabOf(next);
  }
  return line;
}
